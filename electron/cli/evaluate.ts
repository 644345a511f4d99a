// `mizan evaluate BOOK [--as-at DATE]`: what each component and the whole book are worth, on which terms, and what is left out.
import { stateOf } from '#shared/change/asat.ts';
import { Withheld } from '#shared/change/withheld.ts';
import { Book } from '#shared/domain/book.ts';
import { today } from '#shared/kit/context.ts';
import { type Day, isDay } from '#shared/kit/period.ts';
import { type Appraisal, appraise, appraiseStreams, type Terms, termsOf } from '#shared/value/appraisal.ts';
import { type BookValue, bookValue } from '#shared/value/book-value.ts';
import { MONEY_CLASSES } from '#shared/value/money-of.ts';
import { reportingDate } from '#shared/value/reporting.ts';
import { addStreams, COUNTED } from '#shared/value/streams.ts';
import type { Answer, Call } from './call.ts';
import { must, newContext, Refusal, words } from './context.ts';
import { claimsReport, leftReport } from './evaluateLeft.ts';
import { appraisalReport, statusReport, statusText, worthReport } from './evaluateReport.ts';
import { irrText, paybackText } from './figures.ts';
import { openFileStore } from './store.ts';

export async function evaluateCommand({ files, options }: Call): Promise<Answer> {
  const path = files[0] as string;
  const wanted = options['as-at'];
  if (wanted !== undefined && !isDay(wanted)) throw new Refusal({ code: 'cli.badDate', args: { text: wanted } });
  const store = must(openFileStore(path, false));
  const rows = await store.readSince(0);
  const withheld = new Withheld(await store.holding());
  // by the dates the changes speak of, not by when they arrived
  const book = new Book(stateOf(rows, (change) => wanted === undefined || change.asAt <= wanted, withheld));
  const report = evaluateBook(book, wanted ?? reportingDate(book, today(newContext())));
  return { data: { ok: true, file: path, ...report.data }, sentence: report.sentence };
}

export function evaluateBook(book: Book, asAt: Day): Answer {
  const value = bookValue(book, asAt);
  const terms = termsOf(book.office, asAt);
  const components = [...book.all('component')].map((component) => {
    const appraisal = appraise(book, value, component.id, terms);
    return { component, appraisal, own: value.components.get(component.id) };
  });
  const appraised = components.filter(({ appraisal }) => appraisal.figures);
  const all = appraiseStreams(addStreams(appraised.map(({ appraisal }) => appraisal.streams)), terms);
  const whole = appraised.length > 0 ? all : { ...all, figures: undefined, likely: undefined, problem: terms.problem };
  return {
    data: {
      asAt,
      unit: terms.currency,
      terms: termsReport(terms),
      components: components.map(({ component, appraisal, own }) => ({
        id: component.id,
        name: component.name,
        level: component.level ?? 'project',
        benefits: own?.benefits.length ?? 0,
        ...appraisalReport(appraisal, terms),
        benefit: own ? worthReport(own.worth, terms.currency) : null,
        status: own ? statusReport(own.status) : null,
      })),
      total: {
        components: components.length,
        appraised: appraised.length,
        notAppraised: notAppraised(components),
        benefits: value.benefits.size,
        ...appraisalReport(whole, terms),
        benefit: worthReport(value.total, terms.currency),
        status: statusReport(value.status),
      },
      overClaims: claimsReport(book, value.overClaims),
      leftOut: leftReport(book, value),
      withoutConfidence: value.withoutConfidence,
    },
    sentence: sentenceOf(value, terms, whole, [appraised.length, components.length]),
  };
}

function sentenceOf(
  value: BookValue,
  terms: Terms,
  whole: Pick<Appraisal, 'figures' | 'problem'>,
  [appraised, of]: readonly [number, number],
): string {
  const { currency } = terms;
  const said = (minor: number) => words.money({ minor: Math.round(minor), currency });
  const { figures } = whole;
  const lines = [
    words.say('cli.evaluated', {
      benefits: value.benefits.size,
      date: words.date(value.asAt),
      classes:
        value.left.has('withheld') && MONEY_CLASSES.every((group) => value.total[group].gross === 0)
          ? words.say('withheld.money')
          : MONEY_CLASSES.map((group) => {
              const { gross, attributed, riskAdjusted } = value.total[group];
              return `${words.say(`moneyClass.${group}`)} ${[gross, attributed, riskAdjusted].map(said).join(' → ')}`;
            }).join('; '),
      status: statusText(value.status),
    }),
    figures
      ? words.say('cli.appraised', {
          appraised,
          of,
          cost: said(figures.costs),
          npv: said(figures.npv),
          bcr: figures.bcr === undefined ? '—' : words.ratio(figures.bcr),
          irr: irrText(figures.irr),
          payback: paybackText(figures.payback),
          rate: terms.preset === 'uk' ? words.say('cli.rateUk') : words.percent(terms.rate, 2),
          perspective: words.say(`perspective.${terms.perspective}`),
        })
      : words.say('cli.notAppraised', { why: words.problem(terms.problem ?? { code: 'value.noStream' }) }),
    value.overClaims.length > 0 && words.say('cli.overClaimed', { overClaims: value.overClaims.length }),
    value.left.size > 0 &&
      words.say('cli.leftOut', { measures: [...value.left.values()].reduce((sum, ids) => sum + ids.length, 0) }),
  ];
  return lines.filter(Boolean).join('\n');
}

function termsReport(terms: Terms): Record<string, unknown> {
  return {
    currency: terms.currency,
    rate: terms.preset,
    firstRate: terms.rate,
    rateKind: terms.rateKind,
    schedule: terms.schedule,
    timing: terms.timing,
    financeRate: terms.financeRate,
    reinvestmentRate: terms.reinvestRate,
    priceBase: terms.base ?? null,
    perspective: terms.perspective,
    counted: COUNTED[terms.perspective],
    valuationDate: terms.valuationDate,
    firstYear: terms.firstYear,
    problem: terms.problem ? { ...terms.problem, sentence: words.problem(terms.problem) } : null,
  };
}

/** Components whose stream cannot be had, by why: their cost and benefit enter no NPV. */
function notAppraised(components: readonly { component: { name: string }; appraisal: ReturnType<typeof appraise> }[]) {
  const by = new Map<string, { sentence: string; names: string[] }>();
  for (const { component, appraisal } of components) {
    const { problem } = appraisal;
    if (!problem) continue;
    const found = by.get(problem.code) ?? { sentence: words.problem(problem), names: [] };
    found.names.push(component.name);
    by.set(problem.code, found);
  }
  return [...by].map(([code, { sentence, names }]) => ({ code, sentence, count: names.length, components: names }));
}
