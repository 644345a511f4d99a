// The items of the agenda as the minutes tell them: what was resolved, on what grounds, with what reserve.
import type { DecisionException } from '#shared/domain/decision.ts';
import type { MinutedItem, Minutes } from '#shared/govern/minutes.ts';
import { tidied } from '#shared/words/measure.ts';
import type { Words } from '#shared/words/words.ts';
import { SHORT_HASH } from './minutesHash.ts';
import type { Labelled, PaperBlock } from './paper.ts';

type Decided = NonNullable<MinutedItem['decision']>;

export function itemBlocks({ items }: Minutes, words: Words, isDraft: boolean): PaperBlock[] {
  const heading: PaperBlock = { kind: 'heading', level: 1, text: words.say('minutes.items') };
  if (items.length === 0) return [heading, { kind: 'paragraph', text: words.say('minutes.noItems') }];
  return [heading, ...items.flatMap((item, at) => itemBlock(item, at + 1, words, isDraft))];
}

function itemBlock(item: MinutedItem, n: number, words: Words, isDraft: boolean): PaperBlock[] {
  const title = tidied(item.title) || words.say(`agendaKind.${item.kind}`);
  const heading: PaperBlock = { kind: 'heading', level: 2, text: words.say('minutes.item', { n, title }) };
  const kind: PaperBlock = { kind: 'paragraph', look: 'quiet', text: words.say(`agendaKind.${item.kind}`) };
  const said = several(item.said);
  if (item.decision) {
    const pairs = [...decisionPairs(item.decision, words), ...pair('minutes.said', said, words)];
    return [heading, ...decisionBlocks(item.decision, words, isDraft), ...keyValues(pairs)];
  }
  return [heading, kind, { kind: 'paragraph', text: said || words.say('minutes.nothingSaid') }];
}

const keyValues = (pairs: readonly Labelled[]): PaperBlock[] =>
  pairs.length > 0 ? [{ kind: 'keyValues', pairs }] : [];

function decisionBlocks(decision: Decided, words: Words, isDraft: boolean): PaperBlock[] {
  const isDeferred = decision.deferredBecause !== undefined;
  const text = several(decision.resolution);
  const box: PaperBlock[] = text === '' ? [] : [{ kind: 'box', label: boxLabel(decision, words, isDraft), text }];
  const open: PaperBlock[] =
    decision.number === undefined && !isDeferred
      ? [{ kind: 'paragraph', look: 'strong', text: words.say('minutes.notTaken') }]
      : [];
  return [...open, ...box];
}

/** What was not taken is a draft for good, however the meeting ended. */
function boxLabel({ number }: Decided, words: Words, isDraft: boolean): string {
  if (number === undefined) return words.say('minutes.resolutionDraft');
  return words.say(isDraft ? 'minutes.resolutionDraftNumber' : 'minutes.resolution', { number });
}

/** What is not said is left out, not shown as a blank. */
function decisionPairs(decision: Decided, words: Words): Labelled[] {
  const { outcome, rationale, conditions, dissent, reviewOn, exceptions, evidence } = decision;
  return [
    ...pair('minutes.outcome', outcome ? words.say(`outcome.${outcome}`) : '', words),
    ...deferralPairs(decision, words),
    ...pair('minutes.rationale', several(rationale), words),
    ...pair('minutes.conditions', several(conditions), words),
    ...pair('minutes.dissent', several(dissent), words),
    ...exceptions.flatMap((each) => pair('minutes.exception', exceptionSaid(each, words), words)),
    ...pair('minutes.reviewOn', reviewOn ? words.date(reviewOn) : '', words),
    ...pair('minutes.evidence', evidence ? evidenceSaid(evidence, words) : '', words),
  ];
}

function deferralPairs({ deferredBecause, deferredUntil }: Decided, words: Words): Labelled[] {
  if (deferredBecause === undefined) return [];
  const until = deferredUntil
    ? words.say('minutes.deferredUntil', { date: words.date(deferredUntil) })
    : words.say('minutes.deferredOpen');
  return [
    ...pair('minutes.deferred', until, words),
    ...pair('minutes.deferredBecause', several(deferredBecause), words),
  ];
}

const evidenceSaid = (evidence: string, words: Words): string =>
  words.say('minutes.evidenceText', { hash: evidence.slice(0, SHORT_HASH) });

function exceptionSaid({ code, args = {}, reason }: DecisionException, words: Words): string {
  const key = `exception.${code}`;
  // states and reasons among its figures come as keys, days as days: worded where every problem is
  const said = words.has(key) ? words.problem({ code: key, args }) : key;
  // a code of a newer version has no words here
  const sentence = said === key ? words.say('minutes.exceptionUnknown', { code }) : said;
  const why = several(reason);
  return why === '' ? sentence : `${sentence}\n${words.say('minutes.exceptionReason', { reason: why })}`;
}

const pair = (key: Parameters<Words['say']>[0], text: string, words: Words): Labelled[] =>
  text === '' ? [] : [{ label: words.say(key), text }];

/** A text as it was written, line by line, without lines that say nothing. */
const several = (text: string | undefined): string =>
  (text ?? '')
    .split(/\r?\n/)
    .map(tidied)
    .filter((line) => line !== '')
    .join('\n');
