// The queues of the ledger: what is missing for which benefit, and which readings wait for whose word.

import { valueAt } from '#shared/change/run.ts';
import { ATTESTED, isLive, stateOfBenefit } from '#shared/domain/benefit.ts';
import { isAccepted, nextStep } from '#shared/domain/benefit-steps.ts';
import type { Book, Entry } from '#shared/domain/book.ts';
import { attestationOf, where } from '#shared/domain/lookup.ts';
import { readingValue } from '#shared/domain/measure.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { type MonthIndex, monthIndex } from '#shared/kit/period.ts';
import type { BenefitValue, BookValue } from '#shared/value/book-value.ts';
import { isVerified } from '#shared/value/ledger.ts';
import { attestedPeriod } from '#shared/value/reporting.ts';

/** One thing that is missing, with how much hangs on it. */
export interface MissingItem {
  readonly value: BenefitValue;
  readonly code: string;
  /** Names in the sentence. */
  readonly args: Readonly<Record<string, string | number>>;
  readonly measure: RecordId | undefined;
}

/** Silence first, then vacancies, then what keeps a benefit from its next state, then assumptions past their review. */
export function missingOf(book: Book, value: BookValue): MissingItem[] {
  const found: { rank: number; item: MissingItem }[] = [];
  const period = attestedPeriod(book, value.asAt);
  for (const each of value.benefits.values()) {
    const { benefit, lead } = each;
    if (!isLive(benefit)) continue;
    const put = (rank: number, code: string, args: MissingItem['args'] = {}, measure?: RecordId) =>
      found.push({ rank, item: { value: each, code, args, measure } });
    if (lead && each.status.computed === 'notReported')
      put(0, 'missing.reading', { count: lead.ledger.missing.length }, lead.measure.id);
    if (!benefit.owner) put(1, 'missing.owner');
    else if (!isAccepted(benefit)) put(2, 'missing.accepted', { name: book.get('person', benefit.owner)?.name ?? '' });
    else if (ATTESTED.has(stateOfBenefit(benefit)) && !attestationOf(book, benefit.id, benefit.owner, period))
      put(2, 'missing.attested', {
        period: `\u2066${period}\u2069`,
        name: book.get('person', benefit.owner)?.name ?? '',
      });
    for (const assumption of where(book, 'assumption', 'benefit', benefit.id))
      if (assumption.review && assumption.review < value.asAt && assumption.state !== 'broken')
        put(3, 'missing.assumption', { text: assumption.text, date: assumption.review });
    const { to, lacks } = nextStep(book, benefit);
    const others = lacks.filter(({ code }) => code !== 'lack.owner' && code !== 'lack.accepted');
    if (to && others[0])
      put(4, 'missing.step', { count: others.length, to: `benefitState.${to}`, first: others[0].code });
  }
  return found.sort((a, b) => a.rank - b.rank).map(({ item }) => item);
}

export interface WaitingReading {
  readonly measure: Entry<'measure'>;
  readonly benefit: Entry<'benefit'>;
  readonly month: MonthIndex;
  readonly value: number;
  readonly evidence: string;
  /** Whose word is asked for: the verifier, and finance where cashable. */
  readonly verifier: RecordId | undefined;
  readonly finance: RecordId | undefined;
  readonly returned: string | undefined;
}

/** Readings nobody verified yet, oldest first. */
export function waitingOf(value: BookValue): WaitingReading[] {
  const found: WaitingReading[] = [];
  const latest = monthIndex(value.asAt);
  for (const { measure, benefit } of value.measures.values()) {
    const column = measure['actual@'];
    if (!column || !benefit || !isLive(benefit)) continue;
    for (let m = column.from; m < column.from + column.values.length && m <= latest; m++) {
      const reading = valueAt(column, m);
      const read = readingValue(reading);
      if (read === null || isVerified(measure, benefit, m)) continue;
      const verdict = valueAt(measure['check@'], m);
      const returned = verdict?.verdict === 'returned' && verdict.value === read ? (verdict.reason ?? '') : undefined;
      found.push({
        measure,
        benefit,
        month: m,
        value: read,
        evidence: reading !== null && typeof reading === 'object' ? (reading.evidence ?? '') : '',
        verifier: measure.verifier,
        finance: benefit.category === 'cashable' ? measure.financeVerifier : undefined,
        returned,
      });
    }
  }
  return found.sort((a, b) => Number(a.returned !== undefined) - Number(b.returned !== undefined) || a.month - b.month);
}
