// Sustainment watch: what was gained and handed over, who holds it, its last readings against the floor, and the next review.
import type { Entry } from '#shared/domain/book.ts';
import { firstDay } from '#shared/kit/period.ts';
import { type Watched, watchList } from '#shared/value/sustainment.ts';
import { personName } from './ledgerStory.ts';
import { ledgerSource, madeUp, pagedTable } from './ledgerTable.ts';
import type { TableCell } from './model.ts';
import type { Draft } from './slide.ts';
import { join, type Story } from './story.ts';
import { SIZE, toned } from './theme.ts';

export function sustainmentSlides(story: Story): Draft[] {
  const { words, ledger } = story;
  const list = ledger ? watchList(story.book, story.asAt) : [];
  if (!ledger || list.length === 0) return [];
  const eroded = list.filter((each) => each.eroded).length;
  const below = list.filter((each) => each.below > 0 && !each.eroded).length;
  const overdue = list.filter(({ review }) => review?.overdue).length;
  const nobody = list.filter(({ benefit }) => !personName(story.book, benefit.operationalOwner)).length;
  const parts = [
    eroded > 0 && words.say('trajectory.watch.eroded', { count: eroded }),
    below > 0 && words.say('trajectory.watch.below', { count: below }),
    overdue > 0 && words.say('trajectory.watch.overdue', { count: overdue }),
    nobody > 0 && words.say('trajectory.watch.nobody', { count: nobody }),
  ];
  const head = words.say('trajectory.watch.title', { count: list.length });
  const said = join(story, parts) || words.say('trajectory.watch.allKept');
  return pagedTable(story, {
    id: 'sustainment',
    title: `${head}${words.say('deck.colon')}${said}`,
    area: { x: 0, y: 0, w: 12, h: 12 },
    size: SIZE.table,
    heading: join(story, [words.say('trajectory.watch.table'), madeUp(story)]),
    columns: [
      { label: words.say('trajectory.column.benefit'), share: 1.3, lines: 2 },
      { label: words.say('trajectory.column.component'), share: 0.9, lines: 2 },
      { label: words.say('field.operationalOwner'), share: 0.8, lines: 2 },
      { label: words.say('trajectory.column.floor'), share: 0.7, align: 'end', lines: 2 },
      { label: words.say('trajectory.column.lastReadings'), share: 1.2, lines: 2 },
      { label: words.say('trajectory.column.standing'), lines: 2 },
      { label: words.say('trajectory.column.review'), lines: 2 },
    ],
    rows: [...list].sort((a, b) => weight(b) - weight(a)).map((each) => cellsOf(story, each)),
    beside: [],
    source: ledgerSource(story, ledger),
    notes: [words.say('trajectory.note.watch')],
  });
}

/** Eroded first, then below the floor, then overdue. */
const weight = ({ eroded, below, review }: Watched): number =>
  Number(eroded) * 4 + Number(below > 0) * 2 + Number(review?.overdue ?? false);

/** "GBP 60,000": a level in the unit of its measure. */
function level(story: Story, lead: Entry<'measure'> | undefined, value: number): string {
  const said = story.words.number(value, 2);
  const unit = lead?.unit?.trim() ?? '';
  return unit === '' ? said : unit === '%' ? `${said}%` : `${said} ${unit}`;
}

function cellsOf(story: Story, each: Watched): TableCell[] {
  const { words, book } = story;
  const { benefit, lead, readings, review, eroded, below } = each;
  const holder = personName(book, benefit.operationalOwner);
  const standing = (): TableCell => {
    if (eroded) return { text: toned('offTrack', words.say('trajectory.watch.isEroded', { below })), tone: 'offTrack' };
    if (below > 0) return { text: toned('watch', words.say('trajectory.watch.isBelow')), tone: 'watch' };
    if (readings.length === 0)
      return { text: toned('notReported', words.say('trajectory.watch.unread')), tone: 'notReported' };
    if (benefit.floor === undefined)
      return { text: toned('notDue', words.say('trajectory.watch.noFloor')), tone: 'notDue' };
    return { text: toned('onTrack', words.say('trajectory.watch.kept')), tone: 'onTrack' };
  };
  return [
    { text: benefit.title, strong: true },
    { text: book.get('component', benefit.component)?.name ?? '—' },
    holder ? { text: holder } : { text: words.say('trajectory.nobody'), tone: 'notReported' },
    { text: benefit.floor === undefined ? '—' : level(story, lead, benefit.floor) },
    {
      text:
        readings
          .slice(0, 3)
          .map(({ month, value }, at) =>
            at === 0 ? `${words.number(value, 2)} (${words.month(firstDay(month))})` : words.number(value, 2),
          )
          .join(words.say('deck.comma')) || '—',
    },
    standing(),
    review
      ? {
          text: review.overdue
            ? toned('offTrack', words.say('trajectory.watch.reviewOverdue', { date: words.date(review.due) }))
            : words.date(review.due),
          ...(review.overdue ? { tone: 'offTrack' as const } : {}),
        }
      : { text: '—' },
  ];
}
