// Who was there, seat by seat, and whether they were enough: the first page of the minutes.
import type { Attended, Minutes, Quorum } from '#shared/govern/minutes.ts';
import { tidied } from '#shared/words/measure.ts';
import type { Words } from '#shared/words/words.ts';
import type { PaperBlock } from './paper.ts';

export const attendanceBlocks = ({ attendance, quorum }: Minutes, words: Words): PaperBlock[] => [
  { kind: 'heading', level: 1, text: words.say('minutes.attendance') },
  attendance.length === 0
    ? { kind: 'paragraph', text: words.say('minutes.noAttendance') }
    : attendanceTable(attendance, quorum, words),
  { kind: 'heading', level: 1, text: words.say('minutes.quorum') },
  { kind: 'paragraph', look: quorum.isMet ? 'plain' : 'warning', text: quorumSentence(quorum, words) },
  ...quorum.expired.map(
    (name): PaperBlock => ({
      kind: 'paragraph',
      look: 'warning',
      text: words.say('minutes.expired', { name: tidied(name) }),
    }),
  ),
];

const quorumSentence = ({ present, voting, needed, isMet }: Quorum, words: Words): string =>
  words.say(isMet ? 'minutes.quorumMet' : 'minutes.quorumNotMet', { present, voting, needed });

function attendanceTable(attendance: readonly Attended[], quorum: Quorum, words: Words): PaperBlock {
  return {
    kind: 'table',
    columns: [
      { label: words.say('minutes.seat'), width: 3 },
      { label: words.say('minutes.member'), width: 2.8 },
      { label: words.say('minutes.sat'), width: 2.8 },
      { label: words.say('minutes.presence'), width: 2.4 },
      { label: words.say('minutes.votes'), width: 1.6 },
    ],
    rows: attendance.map((each) => [
      seatName(each, words),
      tidied(each.member) || (each.role === 'guest' ? '—' : words.say('presence.vacant')),
      tidied(each.sat) || words.say('minutes.nobodySat'),
      presenceSaid(each, quorum, words),
      words.say(each.votes ? 'minutes.yes' : 'minutes.no'),
    ]),
  };
}

/** A seat is called by its own title; who holds the chair and the pen is told where the title does not. */
function seatName({ seat, role }: Attended, words: Words): string {
  const title = tidied(seat);
  if (role === 'guest') return words.say('minutes.seatGuest');
  const named = words.say(`seatRole.${role}`);
  return title === '' ? named : title;
}

function presenceSaid({ presence, sat, votes }: Attended, { expired }: Quorum, words: Words): string {
  const said = words.say(`presence.${presence}`);
  const isOut = votes && presence === 'delegate' && expired.includes(sat);
  return isOut ? words.say('minutes.notCounted', { presence: said }) : said;
}
