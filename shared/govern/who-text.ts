// Who decides and why, as sentences: the same on screens, in packs and at the command line.
import type { Book } from '#shared/domain/book.ts';
import { PARTS } from '#shared/domain/right.ts';
import { amountOf, type Money } from '#shared/kit/money.ts';
import type { Words } from '#shared/words/words.ts';
import { boundsText, thresholdText } from './ranges.ts';
import {
  bodyName,
  componentName,
  holderName,
  holderText,
  isolated,
  listed,
  rightName,
  scopeText,
} from './right-text.ts';
import type { Holder, Right, WhoDecides } from './rights.ts';

/** The first says who decides, or why nobody does; then who else has a part, by which right, and what stands against it. */
export function whoText(book: Book, words: Words, answer: WhoDecides): string[] {
  const { right, unresolved } = answer;
  const matter = matterText(book, words, answer);
  const sentences = right
    ? [
        decidedText(book, words, answer, matter),
        ...partTexts(book, words, answer),
        ...whyTexts(book, words, answer, right),
      ]
    : [
        unresolvedText(book, words, answer, matter),
        ...(unresolved === 'noDecider' ? partTexts(book, words, answer) : []),
      ];
  return [...sentences, ...vacancyTexts(book, words, answer), ...aimTexts(book, words, answer)];
}

/** "Fund, £300,000, “Clinics”". */
function matterText(book: Book, words: Words, { matter }: WhoDecides): string {
  const parts = [
    words.sayAny(`decisionType.${matter.type}`),
    matter.amount && shortAmount(words, matter.amount),
    matter.component && words.say('rights.quoted', { name: componentName(book, words, matter.component) }),
  ];
  return listed(
    words,
    parts.filter((part) => part !== undefined),
  );
}

/** Millions and more are said short: the right's own range is given to the last unit. */
const shortAmount = (words: Words, money: Money): string =>
  Math.abs(amountOf(money)) >= 10_000_000 ? words.money(money) : thresholdText(words, money);

function decidedText(book: Book, words: Words, { decides, delegatedBy }: WhoDecides, matter: string): string {
  const who = decides ? holderText(book, words, decides) : '';
  return delegatedBy
    ? words.say('who.delegated', { matter, who, by: holderName(book, words, delegatedBy) })
    : words.say('who.decides', { matter, who });
}

function unresolvedText(book: Book, words: Words, answer: WhoDecides, matter: string): string {
  const rights = answer.rivals
    .map((right) => words.say('rights.quoted', { name: rightName(book, words, right) }))
    .join(words.say('rights.and'));
  const deciders = listed(
    words,
    answer.parts.decide.map((holder) => holderName(book, words, holder)),
  );
  return words.sayAny(`who.unresolved.${answer.unresolved}`, {
    matter,
    rights,
    deciders,
    lane: words.sayAny(`rights.lane.${answer.lane}`),
  });
}

const partTexts = (book: Book, words: Words, { parts }: WhoDecides): string[] =>
  PARTS.filter((part) => part !== 'decide' && parts[part].length > 0).map((part) =>
    words.sayAny(`who.part.${part}`, {
      who: listed(
        words,
        parts[part].map((holder) => holderText(book, words, holder)),
      ),
    }),
  );

function whyTexts(book: Book, words: Words, { matter }: WhoDecides, right: Right): string[] {
  const said = {
    right: rightName(book, words, right),
    range: boundsText(words, right),
    scope: scopeText(book, words, right),
  };
  const amount = matter.amount && thresholdText(words, matter.amount);
  const hasRange = right.from !== undefined || right.to !== undefined;
  return [
    amount && hasRange ? words.say('who.why.amount', { ...said, amount }) : words.say('who.why.scope', said),
    ...(right.conditions ? [words.say('who.conditions', { conditions: isolated(right.conditions) })] : []),
    ...(right.responseDays === undefined ? [] : [words.say('who.responseDays', { count: right.responseDays })]),
    ...(right.escalatesTo ? [words.say('who.escalates', { body: bodyName(book, words, right.escalatesTo) })] : []),
  ];
}

/** Decides or must agree, and nobody is there to do it. */
export const vacantHolders = ({ decides, parts }: WhoDecides): Holder[] =>
  [...(decides ? [decides] : []), ...parts.agree].filter(({ people }) => people.length === 0);

function vacancyTexts(book: Book, words: Words, answer: WhoDecides): string[] {
  const { component } = answer.matter;
  return vacantHolders(answer).map((holder) => {
    const who = holderName(book, words, holder);
    if (!holder.role) return words.say('who.vacantBody', { who });
    return component
      ? words.say('who.vacantRole', { who, name: componentName(book, words, component) })
      : words.say('who.roleOfComponent', { who });
  });
}

function aimTexts(book: Book, words: Words, { matter, lane, isAimless }: WhoDecides): string[] {
  const component = book.get('component', matter.component);
  const name = componentName(book, words, matter.component);
  if (isAimless) return [words.say('who.aimless', { name })];
  return lane === 'regulatory' && component?.law
    ? [words.say('who.regulatory', { name, law: isolated(component.law) })]
    : [];
}
