// Earlier decisions: what was to be done because of them, by whom, since when: late first, then not begun, under way and done.
import { isOpenAction } from '#shared/counsel/agenda.ts';
import type { Entry } from '#shared/domain/book.ts';
import { where } from '#shared/domain/lookup.ts';
import { addMonths, type Day, daysBetween } from '#shared/kit/period.ts';
import type { Decision } from './decisionSaid.ts';
import { personName } from './ledgerStory.ts';
import { madeUp, pagedTable } from './ledgerTable.ts';
import type { TableCell, Tone } from './model.ts';
import type { Draft } from './slide.ts';
import { join, type Story } from './story.ts';
import { SIZE, toned } from './theme.ts';

const STANDINGS = ['late', 'notBegun', 'underWay', 'done', 'noAction'] as const;
export type FollowUp = (typeof STANDINGS)[number];
const TONES: Readonly<Record<FollowUp, Tone>> = {
  late: 'offTrack',
  notBegun: 'watch',
  underWay: 'notDue',
  done: 'onTrack',
  noAction: 'notReported',
};
/** Months for which what is done stays in the table. */
const KEPT_MONTHS = 12;

interface Line {
  readonly decision: Decision & { readonly taken: NonNullable<Decision['taken']> };
  readonly action: Entry<'action'> | undefined;
  readonly standing: FollowUp;
  readonly since: Day | undefined;
}

/** Where an action stands on a day, and since when. */
export function followUpOf(action: Entry<'action'>, decided: Day | undefined, on: Day): [FollowUp, Day | undefined] {
  const { done, due, begun } = action;
  if (done) return ['done', done];
  if (isOpenAction(action) && due && due < on) return ['late', due];
  return begun ? ['underWay', begun] : ['notBegun', decided];
}

function linesOf({ book, asAt }: Story): Line[] {
  const lines = [...book.all('decision')].flatMap((decision): Line[] => {
    const { taken } = decision;
    if (!taken) return [];
    const own = { ...decision, taken };
    const actions = where(book, 'action', 'decision', decision.id).filter(({ dropped }) => !dropped);
    if (actions.length === 0) return [{ decision: own, action: undefined, standing: 'noAction', since: taken.on }];
    return actions.map((action): Line => {
      const [standing, since] = followUpOf(action, taken.on, asAt);
      return { decision: own, action, standing, since };
    });
  });
  const rank = ({ standing }: Line) => STANDINGS.indexOf(standing);
  return lines.sort(
    (a, b) =>
      rank(a) - rank(b) ||
      // what waits longest first, what was done last first
      (a.standing === 'done' ? -1 : 1) * (a.since ?? '').localeCompare(b.since ?? '') ||
      a.decision.taken.number.localeCompare(b.decision.taken.number),
  );
}

export function earlierSlides(story: Story): Draft[] {
  const { words, asAt } = story;
  const all = linesOf(story);
  if (all.length === 0) return [];
  const count = (standing: FollowUp) => all.filter((line) => line.standing === standing).length;
  const title = words.say('decisionDeck.earlier.title', {
    done: words.number(count('done')),
    late: words.number(count('late')),
    notBegun: words.number(count('notBegun')),
  });
  const underWay = count('underWay');
  const since = addMonths(asAt, -KEPT_MONTHS);
  const isOld = ({ standing, since: on }: Line) =>
    (standing === 'done' || standing === 'noAction') && on !== undefined && on < since;
  const shown = all.filter((line) => !isOld(line));
  const old = all.length - shown.length;
  return pagedTable(story, {
    id: 'earlier',
    title:
      underWay > 0
        ? `${title}${words.say('deck.comma')}${words.say('decisionDeck.earlier.underWay', { number: words.number(underWay) })}`
        : title,
    area: { x: 0, y: 0, w: 12, h: 12 },
    size: SIZE.table,
    heading: join(story, [words.say('decisionDeck.earlier.table'), madeUp(story)]),
    columns: [
      { label: words.say('decisionDeck.column.number') },
      { label: words.say('decisionDeck.column.decision'), share: 1.3, lines: 2 },
      { label: words.say('field.action'), share: 1.6, lines: 3 },
      { label: words.say('decisionDeck.column.who'), share: 0.8, lines: 2 },
      { label: words.say('decisionDeck.column.standing'), share: 0.9, lines: 2 },
      { label: words.say('decisionDeck.column.since'), align: 'end' },
    ],
    rows: (shown.length > 0 ? shown : all.slice(0, 1)).map((line) => cellsOf(story, line)),
    beside: [],
    source: words.say('decisionDeck.earlier.source', { day: words.date(asAt) }),
    notes: old > 0 ? [words.say('decisionDeck.earlier.old', { count: old, months: words.number(KEPT_MONTHS) })] : [],
  });
}

function cellsOf(story: Story, { decision, action, standing, since }: Line): TableCell[] {
  const { words, book, asAt } = story;
  const late = standing === 'late' && since ? daysBetween(since, asAt) : 0;
  const said =
    standing === 'late'
      ? words.say(action?.begun ? 'decisionDeck.followUp.late' : 'decisionDeck.followUp.lateNotBegun', { count: late })
      : words.say(`decisionDeck.followUp.${standing}`);
  const who = personName(book, action?.person);
  return [
    { text: decision.taken.number },
    { text: decision.title, strong: true },
    { text: action?.title ?? '—' },
    who ? { text: who } : action ? { text: words.say('decisionDeck.nobody'), tone: 'notReported' } : { text: '—' },
    { text: toned(TONES[standing], said), tone: TONES[standing] },
    { text: since ? words.date(since) : '—' },
  ];
}
