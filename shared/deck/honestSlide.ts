// Three honest figures: gross, attributed and risk-adjusted of each class with whose money it is, what it comes to, what is left out.
import type { Perspective } from '#shared/domain/office.ts';
import { MONEY_CLASSES, type MoneyClass } from '#shared/value/money-of.ts';
import { COUNTED } from '#shared/value/streams.ts';
import type { LedgerStory } from './ledgerStory.ts';
import {
  ledgerAgain,
  ledgerAmount,
  ledgerFigure,
  ledgerMoney,
  ledgerSource,
  madeUp,
  placedTable,
  rateText,
} from './ledgerTable.ts';
import type { Figure } from './model.ts';
import { type Draft, figures, sentences, slide } from './slide.ts';
import { join, ratioText, type Story } from './story.ts';
import { perspectiveText } from './trajectorySlide.ts';

export function honestSlides(story: Story): Draft[] {
  const { ledger, words } = story;
  if (!ledger) return [];
  const table = honestTable(story, ledger);
  const omitted = sentences(story, table.below, leftOut(story, ledger), words.say('deck.portfolio.omit'));
  return [
    slide(story, {
      id: 'honest',
      title: titleOf(story, ledger),
      blocks: [figures({ x: 0, y: 0, w: 12, h: 3.1 }, headFigures(story, ledger)), table.block, omitted.block],
      source: ledgerSource(story, ledger),
      notes: [words.say('trajectory.note.honest'), ...omitted.left, ...table.cutTexts],
    }),
  ];
}

function titleOf(story: Story, ledger: LedgerStory): string {
  const { words } = story;
  const said = MONEY_CLASSES.filter((group) => ledger.value.total[group].gross !== 0).map((group, at) => {
    const { attributed, riskAdjusted } = ledger.value.total[group];
    return words.say('trajectory.honest.class', {
      class: words.say(`trajectory.class.${group}`),
      attributed: (at === 0 ? ledgerMoney : ledgerAgain)(story, ledger, attributed),
      riskAdjusted: ledgerAgain(story, ledger, riskAdjusted),
    });
  });
  return said.length === 0
    ? words.say(ledger.value.left.has('withheld') ? 'withheld.honest' : 'trajectory.honest.none')
    : words.say('trajectory.honest.title', { list: said.join(words.say('deck.semicolon')) });
}

/** NPV on attributed benefits, beside it on risk-adjusted ones, and how many components it covers. */
export function npvFigure(story: Story, ledger: LedgerStory): Figure {
  const { words } = story;
  const { whole, appraised, terms, value } = ledger;
  const label = words.say('trajectory.figure.npv', { perspective: words.say(`perspective.${terms.perspective}`) });
  if (!whole?.figures || !whole.likely)
    return {
      value: '—',
      label,
      note: terms.problem ? words.problem(terms.problem) : words.say('trajectory.figure.noNpv'),
    };
  const note = join(story, [
    madeUp(story),
    words.say('trajectory.figure.adjusted', { value: ledgerAgain(story, ledger, whole.likely.npv) }),
    words.say('trajectory.figure.cover', {
      appraised: words.number(appraised),
      of: words.number(value.components.size),
    }),
  ]);
  return { label, ...ledgerFigure(story, ledger, whole.figures.npv, note) };
}

export function bcrFigure(story: Story, ledger: LedgerStory): Figure {
  const { words } = story;
  return {
    value: ratioText(story, ledger.whole?.figures?.bcr),
    label: words.say('trajectory.figure.bcr'),
    note: join(story, [
      madeUp(story),
      words.say('trajectory.figure.adjusted', { value: ratioText(story, ledger.whole?.likely?.bcr) }),
      rateText(story, ledger),
    ]),
  };
}

/** NPV, ratio, return and payback of all that can be appraised. */
function headFigures(story: Story, ledger: LedgerStory): Figure[] {
  const { words } = story;
  const { figures: of, likely } = ledger.whole ?? {};
  if (!of || !likely) return [npvFigure(story, ledger)];
  const adjusted = (said: string) => words.say('trajectory.figure.adjusted', { value: said });
  const back = (payback: typeof of.payback) =>
    payback.kind === 'years'
      ? words.say('trajectory.figure.years', { years: words.number(payback.years, 1) })
      : words.say(payback.kind === 'never' ? 'appraisal.never' : 'appraisal.nothingSpent');
  const rate = (irr: typeof of.irr) =>
    irr.kind === 'one'
      ? words.percent(irr.rate, 1)
      : words.say(irr.kind === 'several' ? 'appraisal.irrSeveral' : 'appraisal.irrNone');
  // where there is no figure, the reason stands under the dash
  const figure = (key: 'irr' | 'payback', isFigure: boolean, said: string, ofLikely: string): Figure => ({
    value: isFigure ? said : '—',
    label: words.say(`trajectory.figure.${key}`),
    note: join(story, [!isFigure && said, (isFigure || ofLikely !== said) && adjusted(ofLikely)]),
  });
  return [
    npvFigure(story, ledger),
    bcrFigure(story, ledger),
    figure('irr', of.irr.kind === 'one', rate(of.irr), rate(likely.irr)),
    figure('payback', of.payback.kind === 'years', back(of.payback), back(likely.payback)),
  ];
}

/** The perspectives that count a class. */
const perspectivesOf = (story: Story, group: MoneyClass): string =>
  (Object.keys(COUNTED) as Perspective[])
    .filter((perspective) => COUNTED[perspective].includes(group))
    .map((perspective) => story.words.say(`perspective.${perspective}`))
    .join(story.words.say('deck.comma'));

function honestTable(story: Story, ledger: LedgerStory) {
  const { words } = story;
  const amount = (minor: number, strong = false) => ({ text: ledgerAmount(story, ledger, minor), strong });
  return placedTable(story, {
    area: { x: 0, y: 3.2, w: 12, h: 5 },
    size: 12,
    heading: join(story, [words.say('trajectory.honest.table', { unit: ledger.unit }), madeUp(story)]),
    columns: [
      { label: words.say('trajectory.column.class'), share: 1 },
      { label: words.say('trajectory.column.countedBy'), share: 1.4, lines: 2 },
      { label: words.say('trajectory.column.gross'), align: 'end' },
      { label: words.say('trajectory.column.attributed'), align: 'end' },
      { label: words.say('trajectory.column.riskAdjusted'), align: 'end' },
      { label: words.say('trajectory.column.actual'), align: 'end' },
      { label: words.say('trajectory.column.verified'), align: 'end' },
      { label: words.say('trajectory.column.benefits'), align: 'end' },
    ],
    rows: MONEY_CLASSES.map((group) => {
      const worth = ledger.value.total[group];
      const benefits = [...ledger.value.benefits.values()].filter(({ measures }) =>
        measures.some(({ priced }) => 'money' in priced && priced.money.class === group),
      );
      return [
        { text: words.say(`moneyClass.${group}`), strong: true },
        { text: perspectivesOf(story, group) },
        amount(worth.gross),
        amount(worth.attributed),
        amount(worth.riskAdjusted, true),
        amount(worth.actual),
        amount(worth.verified),
        { text: words.number(benefits.length) },
      ];
    }),
  });
}

/** What no total holds, counted and with its reason. */
function leftOut(story: Story, ledger: LedgerStory): string[] {
  const { words, book } = story;
  const { value } = ledger;
  const left = [...value.left].map(([why, ids]) => {
    const priced = ids[0] && value.measures.get(ids[0])?.priced;
    const said = priced && 'problem' in priced ? words.problem(priced.problem) : words.sayAny(`unpriced.${why}`);
    return words.say('trajectory.left.why', { number: words.number(ids.length), why: said });
  });
  const over = value.overClaims.map(({ measure, percent }) =>
    words.say('trajectory.left.over', {
      name: book.get('measure', measure)?.name ?? '',
      percent: words.percent(percent / 100, 0),
    }),
  );
  const notAppraised = value.components.size - ledger.appraised;
  return [
    words.say('trajectory.left.perspective', { perspective: perspectiveText(story, ledger) }),
    left.length > 0
      ? words.say('trajectory.left.measures', {
          count: [...value.left.values()].reduce((sum, ids) => sum + ids.length, 0),
          why: left.join(words.say('deck.comma')),
        })
      : '',
    over.length > 0
      ? words.say('trajectory.left.overClaims', { count: over.length, list: over.join(words.say('deck.semicolon')) })
      : '',
    value.withoutConfidence > 0 ? words.say('trajectory.left.confidence', { count: value.withoutConfidence }) : '',
    notAppraised > 0 ? words.say('trajectory.left.components', { count: notAppraised }) : '',
  ];
}
