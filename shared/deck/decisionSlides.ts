// Decisions requested, first in the pack: a slide for each with its options as they were frozen, who holds it, what waiting costs.
import { decisionRight, type Evidence, readEvidence } from '#shared/counsel/evidence.ts';
import { breachSaid, optionSaid } from '#shared/counsel/said.ts';
import { breachesOf } from '#shared/counsel/taking.ts';
import { lastDeferral, lateness } from '#shared/govern/standing.ts';
import { whoText } from '#shared/govern/who-text.ts';
import {
  askText,
  deciderOf,
  type Forwarded,
  named,
  preparedText,
  recommendedIn,
  requestedDecisions,
  requestTitle,
  storyCounsel,
} from './decisionSaid.ts';
import { madeUp, pagedTable, placedTable, type TableParts } from './ledgerTable.ts';
import type { TableCell } from './model.ts';
import { type Draft, heading, sentences, slide } from './slide.ts';
import { join, type Story } from './story.ts';
import { SIZE, toned } from './theme.ts';

/** Decisions with a slide of their own; those needed later share a table. */
export const MOST_REQUESTED = 6;
const WHOLE = { x: 0, y: 0, w: 12, h: 12 } as const;
const QUESTION = { x: 0, y: 0, w: 12, h: 2.2 } as const;
const OPTIONS = { x: 0, y: 2.2, w: 12, h: 5.2 } as const;
/** What stands against it as long as nobody has spoken, said before it is decided. */
const TOLD = new Set(['notAgreed', 'vetoed', 'aimless']);

export function decisionSlides(story: Story): Draft[] {
  const all = requestedDecisions(story);
  const prepared = preparedText(story);
  const own = all.slice(0, MOST_REQUESTED).flatMap((decision, at) => requestSlides(story, decision, at + 1));
  const slides = [...own, ...laterSlides(story, all.slice(MOST_REQUESTED))];
  return slides.map((draft, at) => (at === 0 && prepared ? { ...draft, notes: [...draft.notes, prepared] } : draft));
}

function requestSlides(story: Story, decision: Forwarded, at: number): Draft[] {
  const { words } = story;
  const { frozen } = decision;
  const evidence = readEvidence(frozen);
  const id = `decision-${at}`;
  const title = requestTitle(story, decision);
  const question = sentences(
    story,
    QUESTION,
    // the question as it was frozen: what is asked does not move under the figures
    [(evidence?.question ?? decision.question) || words.say('decisionDeck.noQuestion')],
    heading(QUESTION, join(story, [decision.title, madeUp(story)])),
  );
  const source = words.say(evidence ? 'decisionDeck.source' : 'decisionDeck.sourceBroken', {
    on: words.date(frozen.on),
    asAt: words.date(evidence?.asAt ?? frozen.on),
    hash: frozen.hash.slice(0, 12),
  });
  if (!evidence) {
    const below = { ...WHOLE, y: QUESTION.h, h: WHOLE.h - QUESTION.h };
    const said = sentences(story, below, [
      toned('offTrack', words.say('decisionDeck.broken')),
      ...holdingTexts(story, decision),
    ]);
    const notes = [...question.left, ...said.left];
    return [slide(story, { id, title, blocks: [question.block, said.block], source, notes })];
  }
  const parts = optionsTable(story, evidence);
  const table = placedTable(story, parts);
  const why = { ...table.below, w: 6 };
  const who = { ...table.below, x: 6, w: 6 };
  const recommended = sentences(
    story,
    why,
    recommendationTexts(story, decision, evidence),
    heading(why, words.say('decisionDeck.recommendation')),
  );
  const holding = sentences(
    story,
    who,
    holdingTexts(story, decision),
    heading(who, words.say('decisionDeck.whoAndWhen')),
  );
  const notes = [
    ...question.left,
    ...evidence.options.flatMap(({ title: name, note }) => (note ? [`${name}${words.say('deck.colon')}${note}`] : [])),
    ...table.cutTexts,
    ...recommended.left,
    ...holding.left,
    ...wholeWho(story, decision),
    words.say('decisionDeck.note.options'),
  ];
  const blocks = [question.block, table.block, recommended.block, holding.block];
  const rest = { ...parts, area: WHOLE, rows: parts.rows.slice(parts.rows.length - table.left) };
  const more =
    table.left > 0 ? pagedTable(story, { ...rest, id: `${id}-options`, title, source, notes: [], beside: [] }) : [];
  return [slide(story, { id, title, blocks, source, notes }), ...more];
}

function optionsTable(story: Story, { options, asAt }: Evidence): TableParts {
  const { words } = story;
  return {
    area: OPTIONS,
    size: SIZE.table,
    heading: words.say('decisionDeck.options', { day: words.date(asAt) }),
    columns: [
      { label: words.say('decisionDeck.column.option'), share: 1.5, lines: 2 },
      { label: words.say('decisionDeck.column.value'), align: 'end', lines: 2 },
      { label: words.say('decisionDeck.column.cost'), align: 'end', lines: 2 },
      { label: words.say('decisionDeck.column.risk'), share: 1.2, lines: 3 },
      { label: words.say('decisionDeck.column.time'), lines: 2 },
    ],
    rows: options.map(({ title, isRecommended, figures }): TableCell[] => {
      const said = optionSaid(words, figures);
      const own = (text: string, which: 'value' | 'cost') =>
        said.stated.includes(which) ? words.say('decisionDeck.stated', { text }) : text;
      const strong = isRecommended ? { strong: true } : {};
      return [
        { text: isRecommended ? words.say('decisionDeck.recommended', { name: title }) : title, ...strong },
        { text: own(said.value, 'value'), ...strong },
        { text: own(said.cost, 'cost'), ...strong },
        { text: said.risk },
        { text: said.time },
      ];
    }),
  };
}

function recommendationTexts(story: Story, { because }: Forwarded, evidence: Evidence): string[] {
  const option = recommendedIn(evidence);
  if (!option) return [story.words.say('decisionDeck.noRecommendation')];
  return [
    story.words.say('decisionDeck.recommends', { name: named(story, option.title) }),
    because || story.words.say('decisionDeck.noBecause'),
  ];
}

/** Whose it is, by when, what waiting costs, and what still stands against it. */
function holdingTexts(story: Story, decision: Forwarded): string[] {
  const { words, book, asAt } = story;
  const counsel = storyCounsel(story);
  const who = deciderOf(story, decision);
  const late = lateness(decision, asAt);
  const deferral = lastDeferral(book, decision.id);
  const day = decision.neededBy && words.date(decision.neededBy);
  const breaches = breachesOf(counsel, decision, { on: asAt }).filter(({ code }) => TOLD.has(code));
  return [
    who ? words.say('decisionDeck.decides', { who }) : (wholeWho(story, decision)[0] ?? ''),
    !day
      ? words.say('decisionDeck.noDay')
      : late
        ? toned('offTrack', words.say('decisionDeck.neededLate', { day, count: late }))
        : words.say('decisionDeck.needed', { day }),
    ...breaches.map((breach) => toned('watch', breachSaid(words, breach))),
    decision.deferring
      ? words.say('decisionDeck.deferring', { text: decision.deferring })
      : words.say('decisionDeck.noDeferring'),
    deferral ? words.say('decisionDeck.putOff', { day: words.date(deferral.on), reason: deferral.reason }) : '',
  ];
}

/** Who has which part in it, with names and by which right. */
const wholeWho = (story: Story, decision: Forwarded): string[] =>
  whoText(story.book, story.words, decisionRight(storyCounsel(story), decision));

/** What is needed later, in one table. */
function laterSlides(story: Story, later: readonly Forwarded[]): Draft[] {
  const { words } = story;
  if (later.length === 0) return [];
  return pagedTable(story, {
    id: 'decisions-later',
    title: words.say('decisionDeck.later', { count: later.length }),
    area: WHOLE,
    size: SIZE.table,
    heading: join(story, [words.say('decisionDeck.laterTable'), madeUp(story)]),
    columns: [
      { label: words.say('decisionDeck.column.decision'), share: 1.4, lines: 2 },
      { label: words.say('decisionDeck.column.asked'), share: 2, lines: 3 },
      { label: words.say('decisionDeck.column.recommended'), share: 1, lines: 2 },
      { label: words.say('decisionDeck.column.decider'), share: 1, lines: 2 },
      { label: words.say('decisionDeck.column.neededBy'), align: 'end' },
    ],
    rows: later.map((decision): TableCell[] => {
      const evidence = readEvidence(decision.frozen);
      const who = deciderOf(story, decision);
      return [
        { text: decision.title, strong: true },
        evidence
          ? { text: askText(story, decision, evidence) }
          : { text: toned('offTrack', words.say('decisionDeck.brokenShort')), tone: 'offTrack' },
        { text: recommendedIn(evidence)?.title ?? '—' },
        who ? { text: who } : { text: words.say('decisionDeck.nobody'), tone: 'offTrack' },
        { text: decision.neededBy ? words.date(decision.neededBy) : '—' },
      ];
    }),
    beside: [],
    source: words.say('decisionDeck.sourceLater'),
    notes: [],
  });
}
