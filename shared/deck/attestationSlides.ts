// Owner attestations of the latest period: who stated what, how sure, against the time before; silent owners by name.

import { ATTESTED, stateOfBenefit } from '#shared/domain/benefit.ts';
import type { Book, Entry } from '#shared/domain/book.ts';
import { compareText } from '#shared/kit/order.ts';
import type { Day } from '#shared/kit/period.ts';
import { latestRound } from '#shared/value/rounds.ts';
import { spanNamed } from '#shared/value/span.ts';
import { personName } from './ledgerStory.ts';
import { ledgerSource, pagedTable, placedTable, type TableParts } from './ledgerTable.ts';
import type { Area } from './model.ts';
import { type Draft, type FittedSentences, sentences, slide } from './slide.ts';
import { inSentence, type Story } from './story.ts';
import { periodText } from './trajectorySlide.ts';

export interface Attested {
  readonly benefit: Entry<'benefit'>;
  readonly owner: string;
  readonly attestation: Entry<'attestation'>;
  /** What the owner was sure of the time before. */
  readonly before: number | undefined;
}

export interface Silent {
  readonly name: string;
  readonly benefits: readonly string[];
}

export interface Attestations {
  readonly period: string;
  readonly attested: readonly Attested[];
  readonly silent: readonly Silent[];
  /** Benefits that nobody owns: nobody can state anything of them. */
  readonly vacant: readonly string[];
}

/** The last month of a period, for their order; periods nobody can read come first. */
function endOf(book: Book, period: string): number {
  const span = spanNamed(period, book.office.fiscalYearStart);
  return span.ok ? span.value.to : -1;
}

/** The period of the collection opened last, else the latest that anybody attested. */
function latestPeriod(book: Book, asAt: Day): string | undefined {
  const round = latestRound(book);
  if (round && round.opened <= asAt) return round.period;
  let latest: string | undefined;
  for (const { period, on } of book.all('attestation'))
    if (on <= asAt && (latest === undefined || endOf(book, period) > endOf(book, latest))) latest = period;
  return latest;
}

export function attestationsOf(book: Book, asAt: Day): Attestations | undefined {
  const period = latestPeriod(book, asAt);
  if (period === undefined) return undefined;
  const by = new Map<string, Entry<'attestation'>[]>();
  for (const attestation of book.all('attestation')) {
    if (attestation.on > asAt) continue;
    const key = attestation.benefit;
    by.set(key, [...(by.get(key) ?? []), attestation]);
  }
  const attested: Attested[] = [];
  const silent = new Map<string, string[]>();
  const vacant: string[] = [];
  for (const benefit of book.all('benefit')) {
    if (!ATTESTED.has(stateOfBenefit(benefit))) continue;
    const owner = personName(book, benefit.owner);
    if (owner === undefined) {
      vacant.push(benefit.title);
      continue;
    }
    const own = by.get(benefit.id) ?? [];
    const attestation = own.find((each) => each.period === period && each.owner === benefit.owner);
    if (!attestation) {
      silent.set(owner, [...(silent.get(owner) ?? []), benefit.title]);
      continue;
    }
    const earlier = own
      .filter((each) => endOf(book, each.period) < endOf(book, period))
      .sort((a, b) => endOf(book, b.period) - endOf(book, a.period));
    attested.push({ benefit, owner, attestation, before: earlier[0]?.confidence });
  }
  return {
    period,
    attested: attested.sort((a, b) => compareText(a.owner, b.owner) || compareText(a.benefit.title, b.benefit.title)),
    silent: [...silent]
      .map(([name, benefits]) => ({ name, benefits: benefits.sort(compareText) }))
      .sort((a, b) => compareText(a.name, b.name)),
    vacant: vacant.sort(compareText),
  };
}

export function attestationSlides(story: Story): Draft[] {
  const { words, ledger, book } = story;
  const found = ledger && attestationsOf(book, story.asAt);
  if (!ledger || !found || found.attested.length + found.silent.length + found.vacant.length === 0) return [];
  const period = periodText(story, found.period);
  const due = found.attested.length + found.silent.reduce((sum, { benefits }) => sum + benefits.length, 0);
  const title = words.say(found.silent.length > 0 ? 'trajectory.attested.title' : 'trajectory.attested.titleAll', {
    count: found.silent.length > 0 ? found.silent.length : due,
    attested: words.number(found.attested.length),
    due: words.number(due),
    period,
  });
  const source = ledgerSource(story, ledger);
  const silentOn = (area: Area) => silentBlock(story, found, area);
  const isSilent = found.silent.length + found.vacant.length > 0;
  const whole = { x: 0, y: 0, w: 12, h: 12 };
  const alone = (block: FittedSentences): Draft =>
    slide(story, { id: 'attestations-silent', title, blocks: [block.block], source, notes: block.left });
  if (found.attested.length === 0) return [alone(silentOn(whole))];
  const share = (confidence: number | undefined) =>
    confidence === undefined ? '—' : words.percent(confidence / 100, 0);
  const parts: TableParts = {
    area: whole,
    size: 12,
    heading: words.say('trajectory.attested.table', { period }),
    columns: [
      { label: words.say('field.owner'), lines: 2 },
      { label: words.say('trajectory.column.benefit'), share: 1, lines: 2 },
      { label: words.say('field.statement'), share: 2, lines: 3 },
      { label: words.say('trajectory.column.before'), align: 'end' },
      { label: words.say('trajectory.column.sure'), align: 'end' },
      { label: words.say('field.on'), align: 'end' },
    ],
    rows: found.attested.map(({ benefit, owner, attestation, before }) => [
      { text: owner, strong: true },
      { text: benefit.title },
      { text: attestation.statement },
      { text: share(before) },
      { text: share(attestation.confidence), strong: true },
      { text: words.date(attestation.on) },
    ]),
  };
  const notes = [words.say('trajectory.note.attested')];
  // under the statements where there is room, else on a slide of its own
  const { below, left } = placedTable(story, parts);
  const under = left === 0 && isSilent ? silentOn(below) : undefined;
  const fits = under !== undefined && under.left.length === 0;
  const pages = pagedTable(story, {
    ...parts,
    id: 'attestations',
    title,
    beside: fits ? [under.block] : [],
    source,
    notes,
  });
  return isSilent && !fits ? [...pages, alone(silentOn(whole))] : pages;
}

/** Each silent owner with what they said nothing of, and what nobody owns. */
function silentBlock(story: Story, found: Attestations, area: Area): FittedSentences {
  const { words } = story;
  const list = (benefits: readonly string[]) =>
    benefits.map((benefit) => inSentence(story, benefit)).join(words.say('deck.comma'));
  return sentences(
    story,
    area,
    [
      ...found.silent.map(({ name, benefits }) =>
        words.say('trajectory.attested.silent', { name: inSentence(story, name), benefits: list(benefits) }),
      ),
      found.vacant.length > 0 ? words.say('trajectory.attested.vacant', { benefits: list(found.vacant) }) : '',
    ],
    words.say('trajectory.attested.silentHead'),
  );
}
