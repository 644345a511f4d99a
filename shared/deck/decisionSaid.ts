// A decision as the pack says it: what is asked with its size, who holds it, by when; and which decisions are asked for.
import { type Counsel, counselOf } from '#shared/counsel/counsel.ts';
import { decisionRight, type Evidence, type OptionEvidence, readEvidence } from '#shared/counsel/evidence.ts';
import { changeSaid } from '#shared/counsel/said.ts';
import type { Entry } from '#shared/domain/book.ts';
import { FUNDING } from '#shared/domain/right.ts';
import { holderName } from '#shared/govern/right-text.ts';
import { isOpen, lateness } from '#shared/govern/standing.ts';
import { compareText } from '#shared/kit/order.ts';
import { titleFits } from './slide.ts';
import { inSentence, type Story } from './story.ts';

export type Decision = Entry<'decision'>;
export type Forwarded = Decision & { readonly frozen: NonNullable<Decision['frozen']> };

/** Only a book with rights or decisions is told of governance, or that it lacks some of it. */
export const isGoverned = ({ book }: Story): boolean => has(book.all('decisionRight')) || has(book.all('decision'));

const has = (all: Iterable<unknown>): boolean => !all[Symbol.iterator]().next().done;

export const storyCounsel = ({ book, asAt }: Story): Counsel => counselOf(book, asAt);

/** A name keeps its own direction inside a sentence. */
export const named = (story: Story, name: string): string =>
  story.words.direction === 'rtl' ? `\u2068${name}\u2069` : inSentence(story, name);

/** Open and put forward, the earliest needed first. */
export function requestedDecisions(story: Story): Forwarded[] {
  const asked = [...story.book.all('decision')].filter(
    (each): each is Forwarded => isOpen(each) && Boolean(each.frozen),
  );
  return asked.sort(
    (a, b) =>
      (a.neededBy ?? '9').localeCompare(b.neededBy ?? '9') ||
      compareText(a.title, b.title, story.words.language) ||
      (a.id < b.id ? -1 : 1),
  );
}

/** Open and not put forward yet. */
export const preparedDecisions = ({ book }: Story): Decision[] =>
  [...book.all('decision')].filter((each) => isOpen(each) && !each.frozen);

/** "Being prepared and not shown: …", or nothing. */
export function preparedText(story: Story): string {
  const list = preparedDecisions(story);
  if (list.length === 0) return '';
  return story.words.say('decisionDeck.prepared', {
    names: list
      .map(({ title }) => story.words.say('rights.quoted', { name: named(story, title) }))
      .join(story.words.say('deck.comma')),
  });
}

/** Who decides it on the pack's day; undefined: nobody does. */
export function deciderOf(story: Story, decision: Decision): string | undefined {
  const { decides } = decisionRight(storyCounsel(story), decision);
  if (!decides) return undefined;
  const name = holderName(story.book, story.words, decides).replace(/[\u2068\u2069]/g, '');
  return decides.role ? name : named(story, name);
}

/** What the decision is about: its benefit, its component, else its own title. */
function subjectOf({ book }: Story, { type, benefit, component, gate }: Decision): string | undefined {
  const isOfBenefit = type === 'acceptDisbenefit' || type === 'closeBenefit' || type === 'changeOwner';
  const ofBenefit = isOfBenefit ? book.get('benefit', benefit)?.title : undefined;
  const ofGate = type === 'waiveGate' ? book.get('gate', gate)?.title : undefined;
  return ofBenefit ?? ofGate ?? book.get('component', component)?.name ?? book.get('benefit', benefit)?.title;
}

export const recommendedIn = (evidence: Evidence | undefined): OptionEvidence | undefined =>
  evidence?.options.find(({ isRecommended }) => isRecommended);

/** "Fund Clinics with £30 m", "Stop Ferry (value −£2 m, cost −£9 m)": figures are those that were frozen. */
export function askText(
  story: Story,
  decision: Decision,
  evidence: Evidence | undefined,
  sized: readonly ('value' | 'cost')[] = ['value', 'cost'],
): string {
  const { words } = story;
  const subject = subjectOf(story, decision);
  const ask = subject
    ? words.sayAny(`decisionDeck.ask.${decision.type}`, { name: named(story, subject) })
    : named(story, decision.title);
  const asked = evidence?.options.find(({ form }) => form === 'asAsked')?.figures;
  if (!asked) return ask;
  const { cost, value } = asked;
  if (FUNDING.has(decision.type) && cost && cost.minor > 0)
    return words.say('decisionDeck.withMoney', { ask, money: words.money(cost) });
  const sizes = [
    sized.includes('value') &&
      value &&
      value.minor !== 0 &&
      words.say('decisionDeck.size.value', { change: changeSaid(words, value) }),
    sized.includes('cost') &&
      cost &&
      cost.minor !== 0 &&
      words.say('decisionDeck.size.cost', { change: changeSaid(words, cost) }),
  ].filter(Boolean);
  return sizes.length > 0
    ? words.say('decisionDeck.withSize', { ask, size: unbroken(sizes.join(words.say('deck.comma'))) })
    : ask;
}

/** A sign stays on the line of its figure. */
const unbroken = (text: string): string => text.replace(/−/g, '−\u2060');

/** "Fund Clinics with £30 m: Steering committee decides by 31 Mar 2027"; where that is too long, with less of its size. */
export function requestTitle(story: Story, decision: Forwarded): string {
  const evidence = readEvidence(decision.frozen);
  const titles = ([['value', 'cost'], ['cost'], []] as const).map((sized) =>
    titleOf(story, decision, evidence, askText(story, decision, evidence, sized)),
  );
  return titles.find((title) => titleFits(story, title)) ?? (titles.at(-1) as string);
}

function titleOf(story: Story, decision: Forwarded, evidence: Evidence | undefined, ask: string): string {
  const { words, asAt } = story;
  const who = deciderOf(story, decision);
  const day = decision.neededBy && words.date(decision.neededBy);
  const title = !who
    ? words.say('decisionDeck.title.nobody', { ask })
    : !day
      ? words.say('decisionDeck.title.undated', { ask, who })
      : words.say(lateness(decision, asAt) ? 'decisionDeck.title.late' : 'decisionDeck.title.by', { ask, who, day });
  const instead = recommendedIn(evidence);
  return instead && instead.form !== 'asAsked'
    ? words.say('decisionDeck.title.instead', { title, option: named(story, instead.title) })
    : title;
}
