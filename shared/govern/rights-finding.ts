// RightsFinding: what the lint of the rights says, as data; and its sentence and remedy in words.
import type { Book } from '#shared/domain/book.ts';
import type { DecisionType, Lane } from '#shared/domain/right.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import type { Day } from '#shared/kit/period.ts';
import type { Words } from '#shared/words/words.ts';
import { type Range, rangeText } from './ranges.ts';
import { bodyName, componentName, holderName, isolated, listed, rightName } from './right-text.ts';
import type { Right } from './rights.ts';

export const RIGHTS_RULES = [
  'noDecider',
  'twoDeciders',
  'deciderRecommends',
  'tooManyVetoes',
  'thresholdGap',
  'thresholdOverlap',
  'typeWithoutRow',
  'scopeGone',
  'splitRequest',
  'benefitOwnerAbsent',
  'delegationExpired',
  'vacancy',
] as const;
export type RightsRule = (typeof RIGHTS_RULES)[number];

export interface RightsFinding {
  /** The same for the same fault, so that a list keeps its place. */
  readonly key: string;
  readonly rule: RightsRule;
  readonly severity: 'error' | 'warning';
  /** Which of the rule's sentences says it, where it has several. */
  readonly wording: string;
  readonly type?: DecisionType;
  /** Only for work of this lane. */
  readonly lane?: Exclude<Lane, 'any'>;
  readonly right?: RecordId;
  readonly rights?: readonly RecordId[];
  readonly board?: RecordId;
  readonly seat?: RecordId;
  readonly component?: RecordId;
  readonly decisions?: readonly RecordId[];
  /** The amounts concerned, both ends included. */
  readonly range?: Range;
  readonly args: Readonly<Record<string, string | number>>;
}

type Found = Omit<RightsFinding, 'key' | 'severity' | 'wording' | 'args'> &
  Partial<Pick<RightsFinding, 'wording' | 'args' | 'severity'>>;

export function found({ severity = 'error', args = {}, ...rest }: Found): RightsFinding {
  const finding = { wording: rest.rule, ...rest };
  const { wording, type, lane, right, rights, board, seat, component, decisions, range } = finding;
  const parts = [wording, type, lane, right, rights, board, seat, component, decisions, range?.from.minor];
  return { ...finding, severity, args, key: parts.filter((part) => part !== undefined).join(' ') };
}

export const rightsFindingText = (book: Book, words: Words, finding: RightsFinding): string =>
  words.sayAny(`rightsFinding.${finding.wording}`, spokenArgs(book, words, finding));

/** What would mend it, as a step to take. */
export const rightsRemedyText = (book: Book, words: Words, finding: RightsFinding): string =>
  words.sayAny(`rightsRemedy.${finding.wording}`, spokenArgs(book, words, finding));

export const rightsRuleText = (words: Words, rule: RightsRule): string => words.sayAny(`rightsRule.${rule}`);

function spokenArgs(book: Book, words: Words, finding: RightsFinding): Record<string, string | number> {
  const { type, lane, right, rights, board, seat, component, decisions, range, args } = finding;
  const held = book.get('decisionRight', right);
  const several = (rights ?? []).flatMap((id) => book.get('decisionRight', id) ?? []);
  const spoken: Record<string, string | number | undefined> = {
    ...args,
    right: held && rightName(book, words, held),
    rights: rights && namesOf(book, words, several),
    body: board && bodyName(book, words, board),
    seat: seat && isolated(book.get('seat', seat)?.title ?? ''),
    component: component && componentName(book, words, component),
    decisions:
      decisions &&
      listed(
        words,
        decisions.map((id) => words.say('rights.quoted', { name: isolated(book.get('decision', id)?.title ?? '') })),
      ),
    type: type && words.sayAny(`decisionType.${type}`),
    lane: lane ? words.sayAny(`rights.lane.${lane}`) : words.say('rights.scope.all'),
    range: range && rangeText(words, range),
    party: typeof args.party === 'string' ? holderName(book, words, partyOf(args.party)) : undefined,
    until: typeof args.until === 'string' ? words.date(args.until as Day) : undefined,
    person: typeof args.person === 'string' ? isolated(args.person) : undefined,
  };
  return Object.fromEntries(Object.entries(spoken).filter(([, value]) => value !== undefined)) as Record<
    string,
    string | number
  >;
}

const namesOf = (book: Book, words: Words, rights: readonly Right[]): string =>
  rights
    .map((right) => words.say('rights.quoted', { name: rightName(book, words, right) }))
    .join(words.say('rights.and'));

/** A party among the args: "role:sponsor" or a body's id. */
export const partyKey = ({ body, role }: { readonly body?: RecordId; readonly role?: string }): string =>
  role ? `role:${role}` : (body ?? '');

const partyOf = (key: string): { body?: RecordId; role?: 'sponsor' } =>
  key.startsWith('role:') ? { role: key.slice(5) as 'sponsor' } : { body: key as RecordId };
