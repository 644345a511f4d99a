// How a round stands, in one sentence.
import type { Round } from '#shared/domain/round.ts';
import type { RequestStanding } from '#shared/value/rounds.ts';
import type { Words } from '#shared/words/words.ts';

/** "2027-Q1: 40 asked, 33 returned, 5 overdue, 2 not sent; due 30 Apr 2027." What is nought goes unsaid. */
export function standingText(round: Round, standing: readonly RequestStanding[], words: Words): string {
  const count = (state: RequestStanding['state']) => standing.filter((each) => each.state === state).length;
  const parts = [
    words.say('rounds.asked', { count: standing.length }),
    words.say('rounds.returned', { count: count('returned') }),
    ...(count('overdue') > 0 ? [words.say('rounds.overdue', { count: count('overdue') })] : []),
    ...(count('sent') > 0 ? [words.say('rounds.waiting', { count: count('sent') })] : []),
    ...(count('open') > 0 ? [words.say('rounds.unsent', { count: count('open') })] : []),
  ];
  return words.say('rounds.sentence', {
    period: words.say('rounds.named', { period: round.period }),
    parts: parts.join(words.language === 'ar' ? '، ' : ', '),
    due: words.date(round.due),
  });
}
