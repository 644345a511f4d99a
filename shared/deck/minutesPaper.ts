// The minutes of a meeting as a paper to sign: attendance, quorum, each item with what was decided, actions, signatures.
import type { Book, Entry } from '#shared/domain/book.ts';
import { type MinutedAction, type Minutes, minutesOf, readMinutes } from '#shared/govern/minutes.ts';
import { isObject } from '#shared/kit/json.ts';
import type { Day } from '#shared/kit/period.ts';
import { done, type Result, refuse } from '#shared/kit/result.ts';
import { tidied } from '#shared/words/measure.ts';
import type { Words } from '#shared/words/words.ts';
import { attendanceBlocks } from './minutesAttendance.ts';
import { SHORT_HASH } from './minutesHash.ts';
import { itemBlocks } from './minutesItems.ts';
import type { Paper, PaperBlock, Signer } from './paper.ts';

export interface MinutesLook {
  readonly organisation: string;
  readonly logo?: string;
  /** In words. */
  readonly classification: string;
  readonly colour: string;
  /** SHA-256 of the minutes as closed; unsaid: the meeting is not closed, and this is a draft. */
  readonly hash?: string;
  /** The day it was closed; of a draft, today. */
  readonly day: Day;
}

export function minutesPaper(minutes: Minutes, words: Words, look: MinutesLook): Paper {
  const isDraft = look.hash === undefined;
  const board = tidied(minutes.board);
  const title = board === '' ? words.say('minutes.titlePlain') : words.say('minutes.title', { board });
  const mark = isDraft ? words.say('minutes.draftShort') : markOf(look.hash ?? '', words);
  return {
    language: words.language,
    direction: words.direction,
    title,
    organisation: tidied(minutes.organisation || look.organisation),
    ...(look.logo ? { logo: look.logo } : {}),
    classification: look.classification,
    colour: look.colour,
    day: look.day,
    ...(isDraft ? { mark: words.say('minutes.draft') } : {}),
    lines: [tidied(minutes.title), whenOf(minutes, words), tidied(minutes.place)].filter((line) => line !== ''),
    blocks: [
      ...attendanceBlocks(minutes, words),
      ...againBlocks(minutes, words),
      ...settledBlocks(minutes, itemBlocks(minutes, words, isDraft), words),
      ...actionBlocks(minutes.actions, words),
      ...signatureBlocks(minutes, words, look),
    ],
    footer: { classification: look.classification, page: pageSentence(words), mark },
  };
}

const markOf = (hash: string, words: Words): string => words.say('minutes.mark', { hash: hash.slice(0, SHORT_HASH) });

function whenOf({ on, at }: Minutes, words: Words): string {
  const date = words.date(on);
  return at === '' ? date : words.say('minutes.when', { date, time: inDigits(at, words) });
}

/** A clock's digits as the reader writes digits. */
const inDigits = (text: string, words: Words): string => text.replace(/\d/g, (digit) => words.number(Number(digit)));

/** The sentence around the two numbers, which stand in it in this order in both languages. */
function pageSentence(words: Words): Paper['footer']['page'] {
  const [before = '', between = '', after = ''] = words.say('minutes.page', { page: '\n', pages: '\n' }).split('\n');
  return [before, between, after];
}

/** Why the quorum counts fewer than the seats in which somebody sat. */
const againBlocks = ({ quorum: { again = [] } }: Minutes, words: Words): PaperBlock[] =>
  again.map((name) => ({ kind: 'paragraph', text: words.say('minutes.again', { name: tidied(name) }) }));

/** Under its title, where an item of the agenda was settled elsewhere: that takes the place of "not decided". */
function settledBlocks({ items }: Minutes, blocks: readonly PaperBlock[], words: Words): PaperBlock[] {
  let item = -1;
  return blocks.flatMap((block): PaperBlock[] => {
    const isTitle = block.kind === 'heading' && block.level === 2;
    if (isTitle) item++;
    const text = settledSaid(items[item]?.decision, words);
    if (!text) return [block];
    if (isTitle) return [block, { kind: 'paragraph', look: 'strong', text }];
    return block.kind === 'paragraph' && block.look === 'strong' ? [] : [block];
  });
}

function settledSaid(decision: Minutes['items'][number]['decision'], words: Words): string | undefined {
  const { elsewhere, withdrawn } = decision ?? {};
  if (withdrawn)
    return words.say('minutes.withdrawn', { date: words.date(withdrawn.on), reason: tidied(withdrawn.reason) });
  if (!elsewhere) return undefined;
  const said = { date: words.date(elsewhere.on), number: elsewhere.number };
  const meeting = tidied(elsewhere.meeting);
  return meeting === ''
    ? words.say('minutes.takenApart', said)
    : words.say('minutes.takenElsewhere', { ...said, meeting });
}

function actionBlocks(actions: readonly MinutedAction[], words: Words): PaperBlock[] {
  const heading: PaperBlock = { kind: 'heading', level: 1, text: words.say('minutes.actions') };
  if (actions.length === 0) return [heading, { kind: 'paragraph', text: words.say('minutes.noActions') }];
  return [
    heading,
    {
      kind: 'table',
      columns: [
        { label: words.say('minutes.what'), width: 6 },
        { label: words.say('minutes.who'), width: 3 },
        { label: words.say('minutes.due'), width: 2 },
      ],
      rows: actions.map(({ title, person, due }) => [
        tidied(title),
        tidied(person) || '—',
        due ? words.date(due) : '—',
      ]),
    },
  ];
}

function signatureBlocks(minutes: Minutes, words: Words, look: MinutesLook): PaperBlock[] {
  const signer = (role: 'chair' | 'secretary', name: string): Signer => ({
    role: words.say(`seatRole.${role}`),
    name: { label: words.say('minutes.name'), text: tidied(name) },
    signature: words.say('minutes.signature'),
    date: words.say('minutes.date'),
  });
  // who sat signs; where nobody did, whoever presided writes the name in
  const satAs = (role: 'chair' | 'secretary') => minutes.attendance.find((each) => each.role === role)?.sat ?? '';
  return [
    { kind: 'heading', level: 1, text: words.say('minutes.signatures') },
    { kind: 'paragraph', text: words.say(look.hash === undefined ? 'minutes.notYet' : 'minutes.trueRecord') },
    ...(look.hash === undefined
      ? []
      : [
          {
            kind: 'paragraph',
            look: 'quiet',
            text: words.say('minutes.hashText', { date: words.date(look.day), hash: look.hash }),
          } as const,
        ]),
    { kind: 'signatures', signers: [signer('chair', satAs('chair')), signer('secretary', satAs('secretary'))] },
  ];
}

/** What is printed of a meeting: the words it closed with, or, while it is open, the words as they stand. */
export interface MinutesToPrint {
  readonly minutes: Minutes;
  /** Unsaid: not closed. */
  readonly closed?: { readonly hash: string; readonly on: Day };
}

/** Refused where the words kept at closing are not the words that were closed. */
export function minutesToPrint(book: Book, meeting: Entry<'meeting'>): Result<MinutesToPrint> {
  const { closed } = meeting;
  if (!closed) return done({ minutes: minutesOf(book, meeting) });
  const minutes = readClosed(closed);
  if (!minutes) return refuse('minutes.tampered', { title: meeting.title });
  return done({ minutes, closed: { hash: closed.hash, on: closed.on } });
}

function readClosed(closed: { readonly minutes: string; readonly hash: string }): Minutes | undefined {
  try {
    const minutes: unknown = readMinutes(closed);
    return isMinutes(minutes) ? minutes : undefined;
  } catch {
    return undefined;
  }
}

/** A hash tells that nothing changed since, not that minutes were hashed: the file may be from anywhere. */
const isMinutes = (x: unknown): x is Minutes =>
  isObject(x) &&
  ['organisation', 'board', 'title', 'on', 'at', 'place'].every((name) => typeof x[name] === 'string') &&
  ['attendance', 'items', 'actions'].every((name) => Array.isArray(x[name]) && x[name].every(isObject)) &&
  isObject(x.quorum) &&
  Array.isArray(x.quorum.expired);

/** The paper of a meeting of the book, as closed or as a draft. */
export function paperOfMeeting(book: Book, meeting: Entry<'meeting'>, words: Words, today: Day): Result<Paper> {
  const read = minutesToPrint(book, meeting);
  if (!read.ok) return read;
  const { minutes, closed } = read.value;
  const { organisation, logo, classification, colour } = book.office;
  return done(
    minutesPaper(minutes, words, {
      organisation: organisation ?? '',
      ...(logo ? { logo } : {}),
      classification: words.say(`classification.${classification}`),
      colour,
      ...(closed ? { hash: closed.hash } : {}),
      day: closed?.on ?? today,
    }),
  );
}
