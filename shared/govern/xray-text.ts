// What the X-ray shows, as sentences: screens, packs and the command line say it alike.
import type { Book } from '#shared/domain/book.ts';
import type { Words } from '#shared/words/words.ts';
import { thresholdText } from './ranges.ts';
import { bodyName, componentName, holderName, listed, rightName } from './right-text.ts';
import { fullness, type Xray, type XrayFinding, type XrayGap, type XrayVacancy } from './xray.ts';
import type { BodyLoad } from './xray-queues.ts';

/** Components a sentence names; a longer list is no help. */
const MOST_NAMED = 3;

export const xraySummaryText = (words: Words, { drawn, own, resolved, waitMedian, waitLongest }: Xray): string =>
  words.say('xray.summary', {
    count: drawn + own,
    own: words.number(own),
    resolved: words.number(resolved),
    median: words.number(waitMedian, 1),
    longest: words.number(waitLongest),
  });

export function xrayFindingText(book: Book, words: Words, xray: Xray, finding: XrayFinding): string {
  const { rule, gap, vacancy, load, voice } = finding;
  if (gap) return gapText(book, words, gap);
  if (vacancy) return vacancyText(book, words, vacancy);
  if (load)
    return rule === 'noCalendar'
      ? words.say('xray.noCalendar', { body: bodyName(book, words, load.board) })
      : loadText(book, words, load);
  if (voice)
    return words.say('xray.unheard', {
      voice: words.sayAny(`voice.${voice.voice}`),
      decisions: words.percent(voice.decisions),
      money: voice.money === undefined ? words.say('xray.noMoney') : words.percent(voice.money),
    });
  return officeText(book, words, xray);
}

function gapText(book: Book, words: Words, { type, unresolved, count, rights, amount, component }: XrayGap): string {
  const named = rights.flatMap((id) => book.get('decisionRight', id) ?? []);
  return words.say('xray.gap', {
    count,
    type: words.sayAny(`decisionType.${type}`),
    why: words.sayAny(`xray.why.${unresolved}`, {
      rights: named
        .map((right) => words.say('rights.quoted', { name: rightName(book, words, right) }))
        .join(words.say('rights.and')),
    }),
    example: listed(words, [
      ...(amount ? [thresholdText(words, amount)] : []),
      ...(component ? [words.say('rights.quoted', { name: componentName(book, words, component) })] : []),
      ...(amount || component ? [] : [words.say('xray.noExample')]),
    ]),
  });
}

function vacancyText(book: Book, words: Words, { body, role, count, components }: XrayVacancy): string {
  const who = holderName(book, words, { ...(body && { body }), ...(role && { role }) });
  if (components.length === 0) return words.say('xray.vacantBody', { who, count });
  const names = components
    .slice(0, MOST_NAMED)
    .map((id) => words.say('rights.quoted', { name: componentName(book, words, id) }));
  const more = components.length - names.length;
  return words.say('xray.vacantRole', {
    who,
    count,
    names: listed(words, more > 0 ? [...names, words.say('xray.more', { count: more })] : names),
  });
}

/** How full a body's year is and how long it lets wait. */
export function loadText(book: Book, words: Words, load: BodyLoad): string {
  const said = {
    body: bodyName(book, words, load.board),
    count: load.demand,
    median: words.number(load.waitMedian, 1),
    longest: words.number(load.waitLongest),
  };
  if (load.slots === 0) return words.say('xray.loadNoMeeting', said);
  return load.slots === undefined
    ? words.say('xray.loadInDays', said)
    : words.say('xray.load', { ...said, slots: words.number(load.slots), full: words.percent(fullness(load)) });
}

/** Where the office sits and what its own boss decides of what it recommends. */
export function officeText(
  book: Book,
  words: Words,
  { office: { office, boss, recommends, decidedByBoss } }: Xray,
): string {
  if (!office) return words.say('xray.noOffice');
  if (!boss) return words.say('xray.officeWithoutLine', { office: bodyName(book, words, office) });
  return words.say('xray.officeBoss', {
    office: bodyName(book, words, office),
    boss: bodyName(book, words, boss),
    decided: words.number(decidedByBoss),
    count: recommends,
  });
}
