// Minutes of a meeting whose decision came to its end elsewhere: where, when and as what number, and no draft resolution.
import { expect, test } from 'vitest';
import { minutesPaper } from '#shared/deck/minutesPaper.ts';
import { minutesOf } from '#shared/govern/minutes.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import type { Day } from '#shared/kit/period.ts';
import { createWords } from '#shared/words/words.ts';
import { bookOf, type Records } from '#test/kit/books.ts';

const taken = (meeting?: string) => ({
  number: '2027-004',
  outcome: 'agreed',
  on: '2027-02-03',
  rationale: 'R',
  resolution: 'As resolved elsewhere.',
  exceptions: [],
  seal: '',
  ...(meeting && { meeting }),
});

const records = (decision: Readonly<Record<string, unknown>>): Records => [
  { kind: 'board', id: 'board', fields: { title: 'Committee', form: 'committee' } },
  { kind: 'meeting', id: 'm1', fields: { board: 'board', title: 'January', on: '2027-01-21' } },
  { kind: 'meeting', id: 'm2', fields: { board: 'board', title: 'February', on: '2027-02-03' } },
  { kind: 'decision', id: 'd', fields: { title: 'Stop', type: 'stop', resolution: 'It stops.', ...decision } },
  { kind: 'agendaItem', id: 'a', fields: { meeting: 'm1', kind: 'decision', title: 'Stop', subject: 'd', order: 0 } },
  { kind: 'agendaItem', id: 'b', fields: { meeting: 'm1', kind: 'topic', title: 'Next', order: 1 } },
];

function said(decision: Readonly<Record<string, unknown>>, language: 'en' | 'ar' = 'en'): string[] {
  const book = bookOf(records(decision));
  const meeting = book.get('meeting', 'm1' as RecordId);
  if (!meeting) throw new Error('no meeting');
  const look = { organisation: 'O', classification: 'C', colour: '#000000', day: '2027-02-10' as Day };
  const { blocks } = minutesPaper(minutesOf(book, meeting), createWords({ language }), look);
  return blocks.flatMap((block) =>
    block.kind === 'box' || (block.kind === 'paragraph' && block.look === 'strong')
      ? [block.text.replace(/[\u2066-\u2069]/g, '')]
      : [],
  );
}

test('taken at another meeting', () =>
  expect(said({ taken: taken('m2') })).toEqual([
    'Not decided at this meeting: decided at “February” on 3 Feb 2027 as 2027-004.',
  ]));

test('taken outside a meeting', () =>
  expect(said({ taken: taken() })).toEqual([
    'Not decided at this meeting: decided outside a meeting on 3 Feb 2027 as 2027-004.',
  ]));

test('withdrawn', () =>
  expect(said({ withdrawn: { on: '2027-01-25', reason: 'Not asked any more.' } })).toEqual([
    'Not decided at this meeting: withdrawn on 25 Jan 2027. Not asked any more.',
  ]));

test('in Arabic with number and meeting', () =>
  expect(said({ taken: taken('m2') }, 'ar')[0]).toMatch(/February.*2027-004/));

test('still open: the draft stays', () => expect(said({})).toEqual(['Not decided at this meeting.', 'It stops.']));

test('taken here: its resolution alone', () =>
  expect(said({ taken: taken('m1') })).toEqual(['As resolved elsewhere.']));
