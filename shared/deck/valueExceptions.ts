// Exceptions of value: benefits off track or not reported, and statuses set by hand, each with its number, reason and owner.
import { isLive } from '#shared/domain/benefit.ts';
import { compareText } from '#shared/kit/order.ts';
import type { BenefitValue } from '#shared/value/book-value.ts';
import { componentOf, personName } from './ledgerStory.ts';
import { ledgerSource, madeUp, pagedTable, statusCell } from './ledgerTable.ts';
import type { TableCell } from './model.ts';
import type { Draft } from './slide.ts';
import { inSentence, join, type Story } from './story.ts';
import { SIZE } from './theme.ts';

const ASKS: ReadonlySet<string> = new Set(['offTrack', 'notReported']);

const isException = ({ benefit, status }: BenefitValue): boolean =>
  isLive(benefit) && (ASKS.has(status.status) || ASKS.has(status.computed) || status.override !== undefined);

/** Off track first, then not reported, then those set by hand; the lowest on-track first. */
const weight = ({ status }: BenefitValue): number =>
  (status.status === 'offTrack' ? 4 : 0) + (status.status === 'notReported' ? 2 : 0) + (status.override ? 0 : 1);

export function valueExceptionSlides(story: Story): Draft[] {
  const { words, ledger } = story;
  if (!ledger) return [];
  const live = [...ledger.value.benefits.values()].filter(({ benefit }) => isLive(benefit));
  const found = live
    .filter(isException)
    .sort(
      (a, b) =>
        weight(b) - weight(a) ||
        (a.status.ratio ?? 2) - (b.status.ratio ?? 2) ||
        compareText(a.benefit.title, b.benefit.title, words.language),
    );
  if (found.length === 0) return [];
  const count = (of: (value: BenefitValue) => boolean) => found.filter(of).length;
  const [off, silent, byHand] = [
    count(({ status }) => status.status === 'offTrack'),
    count(({ status }) => status.status === 'notReported'),
    count(({ status }) => status.override !== undefined),
  ];
  const parts = [
    off > 0 && words.say('trajectory.exceptions.off', { count: off }),
    silent > 0 && words.say('trajectory.exceptions.silent', { count: silent }),
    byHand > 0 && words.say('trajectory.exceptions.byHand', { count: byHand }),
  ];
  const head = words.say('trajectory.exceptions.title', { count: found.length, of: words.number(live.length) });
  return pagedTable(story, {
    id: 'value-exceptions',
    title: `${head}${words.say('deck.colon')}${join(story, parts)}`,
    area: { x: 0, y: 0, w: 12, h: 12 },
    size: SIZE.table,
    heading: join(story, [words.say('trajectory.exceptions.table'), madeUp(story)]),
    columns: [
      { label: words.say('trajectory.column.benefit'), share: 1.2, lines: 2 },
      { label: words.say('trajectory.column.component'), share: 0.9, lines: 2 },
      { label: words.say('field.owner'), share: 0.8, lines: 2 },
      { label: words.say('trajectory.column.status'), lines: 2 },
      { label: words.say('trajectory.column.onTrack'), align: 'end', lines: 2 },
      { label: words.say('trajectory.column.reason'), share: 2.2, lines: 4 },
    ],
    rows: found.map((each) => cellsOf(story, each)),
    beside: [],
    source: ledgerSource(story, ledger),
    notes: [words.say('trajectory.note.exceptions')],
  });
}

function cellsOf(story: Story, each: BenefitValue): TableCell[] {
  const { words, book } = story;
  const { benefit, status } = each;
  const owner = personName(book, benefit.owner);
  return [
    { text: benefit.title, strong: true },
    { text: componentOf(book, each) },
    owner === undefined ? { text: words.say('trajectory.nobody'), tone: 'notReported' } : { text: owner },
    statusCell(story, status.status, undefined),
    { text: status.ratio === undefined ? '—' : words.percent(status.ratio, 1) },
    { text: reasonText(story, each) },
  ];
}

/** Why the status is what it is; set by hand, what the rule says and who said otherwise why; and what it was on the first plan. */
export function reasonText(story: Story, { status }: BenefitValue): string {
  const { words } = story;
  const why = words.say(`why.${status.why}`, { tolerance: words.number(status.tolerance) });
  const first = status.first
    ? words.say('trajectory.exceptions.first', {
        status: statusCell(story, status.first.status, status.first.ratio).text,
      })
    : '';
  const { override } = status;
  if (!override) return join(story, [why, first]);
  return join(story, [
    words.say('trajectory.exceptions.setBy', {
      by: inSentence(story, override.by),
      date: words.date(override.on),
      reason: inSentence(story, override.reason),
    }),
    words.say('trajectory.exceptions.computed', {
      status: statusCell(story, status.computed, status.ratio).text,
      why,
    }),
    first,
  ]);
}
