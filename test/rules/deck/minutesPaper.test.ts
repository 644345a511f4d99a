// The paper of the minutes says what was minuted, leaves out what was not, and refuses words that are not as closed.
import { describe, expect, test } from 'vitest';
import { minutesPaper, minutesToPrint, paperOfMeeting } from '#shared/deck/minutesPaper.ts';
import type { Paper, PaperBlock } from '#shared/deck/paper.ts';
import type { Entry } from '#shared/domain/book.ts';
import { closedText } from '#shared/govern/minutes.ts';
import { sha256Text } from '#shared/kit/hash.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import type { Day } from '#shared/kit/period.ts';
import { createWords } from '#shared/words/words.ts';
import { bookOf } from '#test/kit/books.ts';
import { closedLook, HASH, meetingRecords, sampleMinutes } from '#test/kit/minutes.ts';

const TODAY = '2027-03-20' as Day;
const words = { en: createWords({ language: 'en' }), ar: createWords({ language: 'ar' }) };
const closed = (language: 'en' | 'ar'): Paper =>
  minutesPaper(sampleMinutes(language), words[language], closedLook(language));
const draft = (language: 'en' | 'ar'): Paper => {
  const { hash: _, ...look } = closedLook(language);
  return minutesPaper(sampleMinutes(language), words[language], look);
};
const of = <K extends PaperBlock['kind']>(paper: Paper, kind: K) =>
  paper.blocks.filter((block): block is Extract<PaperBlock, { kind: K }> => block.kind === kind);
const bare = (text: string) => text.replace(/[\u2066-\u2069]/g, '');
const pairsOf = (paper: Paper, at: number) =>
  Object.fromEntries((of(paper, 'keyValues')[at]?.pairs ?? []).map(({ label, text }) => [label, bare(text)]));

describe('closed minutes', () => {
  const paper = closed('en');

  test('name the board, the day, the time and the place', () => {
    expect(bare(paper.title)).toBe('Minutes of Value & Benefits Committee');
    expect(paper.lines).toEqual(['Ordinary meeting, March 2027', '18 Mar 2027, 09:30', 'Room 4 <North wing>']);
    expect(paper.mark).toBeUndefined();
    expect(bare(paper.footer.mark)).toBe(`Minutes ${HASH.slice(0, 12)}`);
    expect(paper.footer.page).toEqual(['Page ', ' of ', '']);
  });

  test('tell seat by seat who sat, and whose seat does not count', () => {
    const rows = of(paper, 'table')[0]?.rows ?? [];
    expect(rows).toHaveLength(9);
    expect(rows[2]).toEqual(['Operations', 'Li Wei', 'Sara O’Neil', 'Delegate sat', 'Yes']);
    expect(rows[4]).toEqual(['Benefit owners', 'Maria Silva', 'Peter Novak', 'Delegate sat, not counted', 'Yes']);
    expect(rows[5]).toEqual(['Delivery', 'Vacant', 'Nobody', 'Vacant', 'Yes']);
    expect(rows[8]).toEqual(['Guest', '—', 'Dana Whitfield', 'Present', 'No']);
    const said = of(paper, 'paragraph').map(({ text }) => bare(text));
    expect(said).toContain('Voting seats filled: 3 of 6. Needed for a quorum: 4. The quorum was not met.');
    expect(said.find((text) => text.startsWith('Peter Novak sat'))).toContain('does not count');
  });

  test('hold each resolution in its box, with number, grounds, reserve and evidence', () => {
    expect(of(paper, 'box').map(({ label }) => bare(label))).toEqual([
      'Resolution 2027-014',
      'Resolution 2027-015',
      'Draft resolution',
    ]);
    const first = pairsOf(paper, 0);
    expect(first).toMatchObject({
      Outcome: 'Agreed with conditions',
      Dissent: 'Tom “TJ” Jones: the traffic forecast rests on one survey.',
      'Review on': '15 Dec 2027',
    });
    expect(first.Exception).toMatch(/3 of 4.*\nReason: The contractor’s offer ended on that day\.$/);
    expect(first.Evidence).toContain('3f2a91bc04de ');
    expect(first.Evidence).not.toContain('3f2a91bc04de7');
  });

  test('leave out what was not said, and say a deferral with its reason', () => {
    expect(Object.keys(pairsOf(paper, 1))).toEqual(['Outcome', 'Why', 'Evidence']);
    expect(pairsOf(paper, 2)).toEqual({
      Deferred: 'Until 22 Apr 2027',
      'Why deferred': 'The cost report is due on 2 April.',
    });
  });

  test('are signed by those who sat in the chair and held the pen', () =>
    expect(of(paper, 'signatures')[0]?.signers.map(({ role, name }) => [role, name.text])).toEqual([
      ['Chair', 'Amina Haddad'],
      ['Secretary', 'Ruth Cohen'],
    ]));

  test('of a chair who did not come leave the name to be written', () => {
    const minutes = sampleMinutes('en');
    const attendance = minutes.attendance.map((each) =>
      each.role === 'chair' ? { ...each, sat: '', presence: 'apology' as const } : each,
    );
    const other = minutesPaper({ ...minutes, attendance }, words.en, closedLook('en'));
    expect(of(other, 'signatures')[0]?.signers[0]?.name.text).toBe('');
  });

  test('an exception nobody here has words for is said with its code', () => {
    const minutes = sampleMinutes('en');
    const items = minutes.items.map((item) =>
      item.decision
        ? { ...item, decision: { ...item.decision, exceptions: [{ code: 'fromLater', reason: 'Because.' }] } }
        : item,
    );
    const other = minutesPaper({ ...minutes, items }, words.en, closedLook('en'));
    expect(pairsOf(other, 0).Exception).toBe('A rule of this body was set aside (fromLater).\nReason: Because.');
  });
});

describe('a draft', () => {
  test('says so at its head and in its foot, and calls every resolution a draft', () => {
    const paper = draft('en');
    expect(paper.mark).toMatch(/^DRAFT/);
    expect(paper.footer.mark).toBe('DRAFT');
    expect(of(paper, 'box').every(({ label }) => label.startsWith('Draft resolution'))).toBe(true);
    expect(JSON.stringify(paper)).not.toContain('true record');
    expect(draft('ar').mark).toMatch(/^مسودة/);
  });
});

describe('in Arabic', () => {
  test('every sentence is Arabic and no key is left bare', () => {
    for (const paper of [closed('ar'), draft('ar')]) {
      expect(paper.direction).toBe('rtl');
      const text = JSON.stringify(paper.blocks);
      expect(text).not.toMatch(/"[^"]*(minutes|presence|outcome|exception|agendaKind|seatRole)\.[a-z]/i);
      for (const { label } of of(paper, 'keyValues').flatMap(({ pairs }) => pairs))
        expect(label).toMatch(/[\u0600-\u06ff]/);
    }
    expect(bare(closed('ar').title)).toBe('محضر اجتماع لجنة القيمة والمنافع');
  });

  test('a reader’s own digits stand in the time too', () => {
    const paper = minutesPaper(sampleMinutes('ar'), createWords({ language: 'ar', digits: 'arab' }), closedLook('ar'));
    expect(paper.lines[1]).toContain('٠٩:٣٠');
  });
});

describe('what is printed', () => {
  const kept = closedText(sampleMinutes('en'));
  const meetingWith = (text: { minutes: string; hash: string } | undefined) => {
    const book = bookOf(meetingRecords(text));
    return { book, meeting: book.get('meeting', 'm' as RecordId) as Entry<'meeting'> };
  };

  test('are the words as closed, whatever the book says now', () => {
    const { book, meeting } = meetingWith(kept);
    const paper = paperOfMeeting(book, meeting, words.en, TODAY);
    expect(paper.ok && [bare(paper.value.title), paper.value.day]).toEqual([
      'Minutes of Value & Benefits Committee',
      '2027-03-19',
    ]);
  });

  test('an open meeting is printed from the book, as a draft of today', () => {
    const { book, meeting } = meetingWith(undefined);
    const paper = paperOfMeeting(book, meeting, words.en, TODAY);
    expect(paper.ok && [bare(paper.value.title), paper.value.day]).toEqual(['Minutes of Board of today', TODAY]);
    expect(paper.ok && paper.value.mark).toBeTruthy();
  });

  test.each([
    ['one letter changed', { ...kept, minutes: kept.minutes.replace('8 %', '9 %') }],
    ['something else hashed', { minutes: '{"title":"x"}', hash: sha256Text('{"title":"x"}') }],
    ['no JSON at all, hashed', { minutes: 'x', hash: sha256Text('x') }],
  ])('refused: %s', (_, text) => {
    const { book, meeting } = meetingWith(text);
    const read = minutesToPrint(book, meeting);
    expect(read.ok).toBe(false);
    if (read.ok) return;
    expect(read.problem.code).toBe('minutes.tampered');
    expect(bare(words.en.problem(read.problem))).toMatch(/^The minutes of “March meeting” are not as they were closed/);
  });
});
