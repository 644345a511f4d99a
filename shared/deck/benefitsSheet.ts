// Sheet "Benefits": one row a benefit with its owner, state, progress and money, and totals by class as formulas over them.

import { valueAt } from '#shared/change/run.ts';
import { stateOfBenefit } from '#shared/domain/benefit.ts';
import { isAccepted, nextStep } from '#shared/domain/benefit-steps.ts';
import { readingValue } from '#shared/domain/measure.ts';
import { amountOf } from '#shared/kit/money.ts';
import { compareText } from '#shared/kit/order.ts';
import { lastDay } from '#shared/kit/period.ts';
import type { CellFormat, SheetCell, SheetModel } from '#shared/sheet/model.ts';
import type { BenefitValue } from '#shared/value/book-value.ts';
import { MONEY_CLASSES, type MoneyClass } from '#shared/value/money-of.ts';
import type { Worth } from '#shared/value/worth-sums.ts';
import { columnName, formula, free, head, note, number, text } from './cells.ts';
import { componentOf, type LedgerStory, personName } from './ledgerStory.ts';
import { ledgerSource } from './ledgerTable.ts';
import type { Story } from './story.ts';

const COLUMNS = [
  ['benefit', 44],
  ['component', 30],
  ['owner', 24],
  ['accepted', 12],
  ['state', 14],
  ['category', 24],
  ['status', 16],
  ['computed', 16],
  ['onTrack', 12],
  ['delivered', 12],
  ['reading', 16],
  ['readOn', 12],
  ['verifiedShare', 14],
  ['class', 24],
  ['gross', 18],
  ['attributed', 18],
  ['riskAdjusted', 18],
  ['verified', 18],
  ['confidence', 12],
  ['lacks', 50],
] as const;
type Column = (typeof COLUMNS)[number][0];
const letter = (column: Column): string => columnName(COLUMNS.findIndex(([name]) => name === column));

const MONEY = ['gross', 'attributed', 'riskAdjusted', 'verified'] as const satisfies readonly (Column & keyof Worth)[];

export function benefitsSheet(story: Story, ledger: LedgerStory): SheetModel {
  const { words } = story;
  const { value, terms } = ledger;
  const all = [...value.benefits.values()].sort((a, b) =>
    compareText(a.benefit.title, b.benefit.title, words.language),
  );
  const rows = all.map((one) => rowOf(story, ledger, one));
  const last = rows.length + 1;
  const range = (column: Column) => `$${letter(column)}$2:$${letter(column)}$${Math.max(2, last)}`;
  const totals = MONEY_CLASSES.map((group, at): SheetCell[] => {
    const line = last + 2 + at;
    const made: Partial<Record<Column, SheetCell>> = {
      benefit: text(words.say('trajectory.totalOf', { class: words.say(`moneyClass.${group}`) })),
      class: text(words.say(`moneyClass.${group}`)),
    };
    for (const column of MONEY)
      made[column] = formula(
        `SUMIFS(${range(column)},${range('class')},$${letter('class')}${line})`,
        amountOf({ minor: value.total[group][column], currency: terms.currency }),
        'money',
      );
    return COLUMNS.map(([column]) => ({ ...(made[column] ?? text('')), strong: true, fill: 'total' as const }));
  });
  return {
    name: words.say('trajectory.sheet'),
    columns: COLUMNS.map(([, width]) => ({ width })),
    rows: [
      COLUMNS.map(([column]) => head(words.say(`trajectory.column.${column}`, { currency: terms.currency }))),
      ...rows,
      [],
      ...totals,
      [note(words.say('trajectory.sheetNote', { perspective: words.say(`perspective.${terms.perspective}`) }))],
      ...(story.office.sample ? [[note(ledgerSource(story, ledger))]] : []),
    ],
    frozenRows: 1,
    frozenColumns: 1,
  };
}

/** The class its money counts in; undefined where none of its measures has money. */
const classOf = ({ measures }: BenefitValue): MoneyClass | undefined =>
  measures.flatMap(({ priced }) => ('money' in priced ? [priced.money.class] : []))[0];

function rowOf(story: Story, { terms }: LedgerStory, one: BenefitValue): SheetCell[] {
  const { words, book } = story;
  const { benefit, lead, status } = one;
  const group = classOf(one);
  const worth = group && one.worth[group];
  const money = (minor: number | undefined) =>
    number(minor === undefined ? undefined : amountOf({ minor, currency: terms.currency }), 'money');
  const share = (of: number | undefined, format: CellFormat = 'percent') => number(of, format);
  const readings = one.measures.reduce((sum, { ledger }) => sum + ledger.readings, 0);
  const verified = one.measures.reduce((sum, { ledger }) => sum + ledger.verifiedReadings, 0);
  const readOn = lead?.ledger.lastRead;
  const reading = readOn === undefined ? null : readingValue(valueAt(lead?.measure['actual@'], readOn));
  const { to, lacks } = nextStep(book, benefit);
  const made: Record<Column, SheetCell> = {
    benefit: free(benefit.title),
    component: free(componentOf(book, one)),
    owner: free(personName(book, benefit.owner) ?? words.say('trajectory.nobody')),
    accepted: isAccepted(benefit) ? { value: benefit.accepted?.on ?? null, format: 'date' } : { format: 'date' },
    state: text(words.say(`benefitState.${stateOfBenefit(benefit)}`)),
    category: text(benefit.category ? words.say(`benefitCategory.${benefit.category}`) : ''),
    status: text(words.say(`status.${status.status}`)),
    computed: text(words.say(`status.${status.computed}`)),
    onTrack: share(status.ratio),
    delivered: share(lead?.progress.delivered),
    reading: number(reading ?? undefined, 'ratio'),
    readOn: readOn === undefined ? { format: 'date' } : { value: lastDay(readOn), format: 'date' },
    verifiedShare: share(readings > 0 ? verified / readings : undefined),
    class: text(group ? words.say(`moneyClass.${group}`) : ''),
    gross: money(worth?.gross),
    attributed: money(worth?.attributed),
    riskAdjusted: money(worth?.riskAdjusted),
    verified: money(worth?.verified),
    confidence: share(benefit.confidence === undefined ? undefined : benefit.confidence / 100),
    lacks: free(
      to && lacks.length > 0
        ? `${words.say(`benefitState.${to}`)}${words.say('deck.colon')}${lacks.map(({ code }) => words.sayAny(code)).join(words.say('deck.semicolon'))}`
        : '',
    ),
  };
  return COLUMNS.map(([column]) => made[column]);
}
