// The office's charter on one page: where it sits and why, what speaks for and against, its mandate, the checks that follow.
import { CHARTER } from '#shared/domain/charter.ts';
import { advise, type CheckResult } from '#shared/govern/placement.ts';
import { bodyName } from '#shared/govern/right-text.ts';
import { madeUp, placedTable } from './ledgerTable.ts';
import type { TableCell, Tone } from './model.ts';
import { type Draft, heading, sentences, slide } from './slide.ts';
import { join, type Story } from './story.ts';
import { SIZE, toned } from './theme.ts';

const MANDATE = { x: 0, y: 0, w: 5, h: 5.6 } as const;
const FOR = { x: 5, y: 0, w: 4, h: 5.6 } as const;
const AGAINST = { x: 9, y: 0, w: 3, h: 5.6 } as const;
const CHECKS = { x: 0, y: 5.6, w: 12, h: 6.4 } as const;
const TONES: Readonly<Record<CheckResult['state'], Tone>> = { yes: 'onTrack', vacant: 'watch', no: 'offTrack' };

export function charterSlides(story: Story): Draft[] {
  const { words, book, asAt } = story;
  const charter = book.get('charter', CHARTER);
  const placement = charter?.placement;
  if (!charter || !placement) return [];
  const { places, checks, suggested } = advise(charter, book, asAt);
  const place = places.find((each) => each.placement === placement);
  const holding = checks.filter(({ state }) => state === 'yes').length;
  const sits = words.say(`placement.${placement}`);
  const mandate = sentences(
    story,
    MANDATE,
    [
      charter.reason ? words.say('decisionDeck.charter.why', { text: charter.reason }) : '',
      charter.mandate ? words.say('decisionDeck.charter.mandate', { text: charter.mandate }) : '',
      charter.on ? words.say('decisionDeck.charter.since', { day: words.date(charter.on) }) : '',
      suggested && suggested !== placement
        ? words.say('decisionDeck.charter.other', { place: words.say(`placement.${suggested}`) })
        : '',
    ],
    heading(MANDATE, join(story, [words.say('decisionDeck.charter.heading'), madeUp(story)])),
  );
  const argue = (area: typeof FOR | typeof AGAINST, side: 'for' | 'against') =>
    sentences(
      story,
      area,
      (place?.[side] ?? []).map(({ key }) => words.sayAny(key)),
      heading(area, words.say(`decisionDeck.charter.${side}`)),
    );
  const [pro, contra] = [argue(FOR, 'for'), argue(AGAINST, 'against')];
  const table = placedTable(story, {
    area: CHECKS,
    size: SIZE.least,
    heading: words.say('decisionDeck.charter.checks'),
    columns: [
      { label: words.say('decisionDeck.charter.check'), share: 1.6, lines: 2 },
      { label: words.say('decisionDeck.charter.state'), share: 1, lines: 2 },
      { label: words.say('decisionDeck.charter.where'), share: 1.2, lines: 2 },
    ],
    rows: checks.map(({ check, state, boards }): TableCell[] => [
      { text: words.say(`placementCheck.${check}`), strong: true },
      { text: toned(TONES[state], words.say(`placementState.${state}`)), tone: TONES[state] },
      { text: boards.map((board) => bodyName(book, words, board)).join(words.say('deck.comma')) || '—' },
    ]),
  });
  return [
    slide(story, {
      id: 'charter',
      title: words.say('decisionDeck.charter.title', {
        place: sits,
        holding: words.number(holding),
        checks: words.number(checks.length),
      }),
      blocks: [mandate.block, pro.block, contra.block, table.block],
      source: words.say('decisionDeck.charter.source'),
      notes: [...mandate.left, ...pro.left, ...contra.left, ...table.cutTexts],
    }),
  ];
}
