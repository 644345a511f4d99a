// Governance health: how fast and how well it is decided, what the rights lack, what a year would show, approved against realised.
import { roiByYear, roiOf } from '#shared/counsel/afterwards.ts';
import { type RegisterFigures, registerFigures, registerRows } from '#shared/counsel/register.ts';
import { rightsOf } from '#shared/govern/rights.ts';
import { rightsFindingText } from '#shared/govern/rights-finding.ts';
import { lintRights } from '#shared/govern/rights-lint.ts';
import { type Xray, xrayRights } from '#shared/govern/xray.ts';
import { loadText, xrayFindingText } from '#shared/govern/xray-text.ts';
import { isGoverned, storyCounsel } from './decisionSaid.ts';
import { madeUp, placedTable } from './ledgerTable.ts';
import type { Block, Figure } from './model.ts';
import { type Draft, figures, heading, sentences, slide } from './slide.ts';
import { join, type Story } from './story.ts';
import { SIZE } from './theme.ts';

const FIGURES = { x: 0, y: 0, w: 12, h: 3.4 } as const;
const FOUND = { x: 0, y: 3.5, w: 7, h: 8.5 } as const;
const YEARS = { x: 7, y: 3.5, w: 5, h: 8.5 } as const;
/** Findings said in words; all of them are counted. */
const MOST_FINDINGS = 4;
/** The year drawn is the same in every pack. */
const SEED = 1;

export function governanceSlides(story: Story): Draft[] {
  if (!isGoverned(story)) return [];
  const { words, book, asAt } = story;
  const register = registerFigures(registerRows(book, asAt), asAt);
  const hasRights = rightsOf(book).length > 0;
  const lint = lintRights(book, asAt);
  const errors = lint.filter(({ severity }) => severity === 'error').length;
  const xray = hasRights ? xrayRights(book, { on: asAt, seed: SEED }) : undefined;
  const counted = { errors: words.number(errors), warnings: words.number(lint.length - errors) };
  const faults = !hasRights
    ? words.say('decisionDeck.health.noRightsShort')
    : lint.length > 0
      ? words.say('decisionDeck.health.faults', counted)
      : words.say('decisionDeck.health.noFaults');
  const years = yearsTable(story);
  const foundArea = years ? FOUND : { ...FOUND, w: 12 };
  const texts = [
    !hasRights
      ? words.say('decisionDeck.health.noRights')
      : lint.length === 0
        ? words.say('decisionDeck.health.lintNone')
        : words.say('decisionDeck.health.lint', counted),
    ...lint.slice(0, MOST_FINDINGS).map((finding) => rightsFindingText(book, words, finding)),
    ...(xray ? xrayTexts(story, xray) : []),
  ];
  const found = sentences(story, foundArea, texts, heading(foundArea, words.say('decisionDeck.health.found')));
  const vacant = lint.filter(({ rule }) => rule === 'vacancy').length;
  const blocks: Block[] = [
    figures(FIGURES, figuresOf(story, register, vacant), madeUp(story) || undefined),
    found.block,
    ...(years ? [years.block] : []),
  ];
  return [
    slide(story, {
      id: 'governance',
      title: titleOf(story, register, faults),
      blocks,
      source: words.say(xray ? 'decisionDeck.health.source' : 'decisionDeck.health.sourcePlain', {
        seed: words.number(SEED),
        day: words.date(asAt),
      }),
      notes: [
        words.say('decisionDeck.health.note'),
        ...lint.slice(MOST_FINDINGS).map((finding) => rightsFindingText(book, words, finding)),
        ...found.left,
        ...(years?.cutTexts ?? []),
      ],
    }),
  ];
}

function titleOf({ words }: Story, { taken, cycle, late, dated }: RegisterFigures, faults: string) {
  if (taken === 0) return words.say('decisionDeck.health.titleNone', { faults });
  return words.say('decisionDeck.health.title', {
    count: taken,
    days: cycle === undefined ? '—' : words.number(cycle, 1),
    late: words.number(late),
    dated: words.number(dated),
    faults,
  });
}

function figuresOf({ words }: Story, register: RegisterFigures, vacant: number): Figure[] {
  const { cycle, taken, open, old, late, dated, waivers, reversals, actions, actionsDone, actionsLate } = register;
  const figure = (
    key: 'cycle' | 'late' | 'exceptions' | 'reversals' | 'actions' | 'vacant',
    value: string,
    args: Record<string, string> = {},
  ): Figure => ({
    value,
    label: words.say(`decisionDeck.health.${key}`),
    note: words.say(`decisionDeck.health.${key}Note`, args),
  });
  const n = (x: number) => words.number(x);
  return [
    figure('cycle', cycle === undefined ? '—' : words.number(cycle, 1), { taken: n(taken) }),
    figure('late', n(late), { dated: n(dated), open: n(open), old: n(old) }),
    figure('exceptions', n(waivers), { taken: n(taken) }),
    figure('reversals', n(reversals), { taken: n(taken) }),
    figure('actions', words.say('decisionDeck.health.of', { done: n(actionsDone), all: n(actions) }), {
      late: n(actionsLate),
    }),
    figure('vacant', n(vacant)),
  ];
}

/** The fullest body, and voices heard too little: what to mend first. */
function xrayTexts({ book, words }: Story, xray: Xray): string[] {
  const bottleneck = xray.findings.find(({ rule }) => rule === 'overloaded')?.load ?? xray.loads[0];
  const unheard = xray.findings.filter(({ rule }) => rule === 'unheard');
  return [
    bottleneck ? words.say('decisionDeck.health.bottleneck', { text: loadText(book, words, bottleneck) }) : '',
    ...unheard.map((finding) => xrayFindingText(book, words, xray, finding)),
    unheard.length === 0 && xray.resolved > 0 ? words.say('decisionDeck.health.allHeard') : '',
  ];
}

function yearsTable(story: Story) {
  const { words } = story;
  const years = roiByYear(storyCounsel(story));
  if (years.length === 0) return undefined;
  const roi = (sum: { value: number; cost: number }) => {
    const ratio = roiOf(sum);
    return ratio === undefined ? '—' : words.percent(ratio, 0);
  };
  return placedTable(story, {
    area: YEARS,
    size: SIZE.table,
    heading: join(story, [words.say('decisionDeck.health.years'), madeUp(story)]),
    columns: [
      { label: words.say('decisionDeck.health.year') },
      { label: words.say('decisionDeck.health.decisions'), align: 'end' },
      { label: words.say('decisionDeck.health.approved'), align: 'end' },
      { label: words.say('decisionDeck.health.realised'), align: 'end' },
      { label: words.say('decisionDeck.health.without'), align: 'end' },
    ],
    // the newest first: where there is no room, old years go
    rows: [...years]
      .reverse()
      .map(({ year, decisions, without, approved, realised }) => [
        { text: words.fiscalYear(year, story.office.fiscalYearStart), strong: true },
        { text: words.number(decisions) },
        { text: roi(approved) },
        { text: roi(realised) },
        { text: words.number(without) },
      ]),
  });
}
