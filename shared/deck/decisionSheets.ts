// The workbook's sheets of decisions: register, options as they were frozen, actions and risks, with live totals.
import { readEvidence } from '#shared/counsel/evidence.ts';
import { openRisks } from '#shared/counsel/risk.ts';
import { optionSaid } from '#shared/counsel/said.ts';
import { holderName } from '#shared/govern/right-text.ts';
import { amountOf } from '#shared/kit/money.ts';
import type { SheetCell, SheetModel } from '#shared/sheet/model.ts';
import { formula, free, number, text } from './cells.ts';
import { isGoverned, storyCounsel } from './decisionSaid.ts';
import { followUpOf } from './earlierDecisions.ts';
import { personName } from './ledgerStory.ts';
import { registerSheet } from './registerSheet.ts';
import { date, HEADS, money, plain, sheet, total, under } from './sheetLines.ts';
import type { Story } from './story.ts';

export const decisionSheets = (story: Story): SheetModel[] =>
  isGoverned(story) ? [registerSheet(story), optionsSheet(story), actionsSheet(story), risksSheet(story)] : [];

function optionsSheet(story: Story): SheetModel {
  const { words, book } = story;
  const lines = [...book.all('decision')].flatMap((decision): SheetCell[][] => {
    const evidence = decision.frozen && readEvidence(decision.frozen);
    if (decision.frozen && !evidence)
      return [[free(decision.title), text(words.say('decisionDeck.brokenShort')), ...Array(7).fill({})]];
    return (evidence?.options ?? []).map((option): SheetCell[] => {
      const { value, cost } = option.figures;
      const said = optionSaid(words, option.figures);
      const mark = option.isRecommended ? words.say('decisionDeck.sheet.yes') : '';
      return [
        free(decision.title),
        free(option.title),
        text(words.sayAny(`optionForm.${option.form}`)),
        text(mark),
        text(value?.currency ?? cost?.currency ?? ''),
        money(value),
        money(cost),
        free(said.risk),
        free(said.time),
      ];
    });
  });
  return sheet(
    story,
    words.say('decisionDeck.sheet.options'),
    words.say('decisionDeck.sheet.optionsNote'),
    [
      [words.say('decisionDeck.column.decision'), 46],
      [words.say('decisionDeck.column.option'), 34],
      [words.say('field.form'), 18],
      [words.say('field.recommended'), 14],
      [words.say('decisionDeck.column.currency'), 10],
      [words.say('decisionDeck.column.value'), 18],
      [words.say('decisionDeck.column.cost'), 18],
      [words.say('decisionDeck.column.risk'), 34],
      [words.say('decisionDeck.column.time'), 20],
    ],
    lines,
  );
}

function actionsSheet(story: Story): SheetModel {
  const { words, book, asAt } = story;
  const actions = [...book.all('action')].filter(({ dropped }) => !dropped);
  const lines = actions.map((action): SheetCell[] => {
    const decision = book.get('decision', action.decision);
    const [standing] = followUpOf(action, decision?.taken?.on, asAt);
    return [
      free(action.title),
      text(decision?.taken?.number ?? ''),
      free(decision?.title ?? book.get('meeting', action.meeting)?.title ?? ''),
      free(personName(book, action.person) ?? words.say('decisionDeck.nobody')),
      date(action.due),
      date(action.begun),
      date(action.done),
      text(words.sayAny(`decisionDeck.sheet.${standing}`)),
    ];
  });
  return sheet(
    story,
    words.say('decisionDeck.sheet.actions'),
    words.say('decisionDeck.sheet.actionsNote'),
    [
      [words.say('field.action'), 50],
      [words.say('decisionDeck.column.number'), 12],
      [words.say('decisionDeck.column.from'), 46],
      [words.say('decisionDeck.column.who'), 24],
      [words.say('field.due'), 12],
      [words.say('field.begun'), 12],
      [words.say('field.done'), 12],
      [words.say('decisionDeck.column.standing'), 16],
    ],
    lines,
  );
}

function risksSheet(story: Story): SheetModel {
  const { words, book } = story;
  const counsel = storyCounsel(story);
  const { currency } = counsel.terms;
  const all = openRisks(counsel);
  const major = (minor: number | undefined) => (minor === undefined ? undefined : amountOf({ minor, currency }));
  const lines = all.map(({ value: { risk, impact, atRisk }, to }, at): SheetCell[] => {
    const line = HEADS + 1 + at;
    const worth = major(atRisk);
    return [
      free(risk.title),
      free(book.get('component', risk.component)?.name ?? ''),
      number(risk.probability === undefined ? undefined : risk.probability / 100, 'percent'),
      number(major(impact), 'money'),
      worth === undefined ? { format: 'money' } : formula(`ROUND(C${line}*D${line},2)`, worth, 'money'),
      text(risk.response ? words.say(`riskResponse.${risk.response}`) : ''),
      free(personName(book, risk.owner) ?? words.say('decisionDeck.nobody')),
      plain(to?.decides ? holderName(book, words, to.decides) : '—'),
      date(risk.review),
    ];
  });
  const sum = all.reduce((added, { value }) => added + (value.atRisk ?? 0), 0);
  const sums = ['', '', '', ''].map((_, at) => total(text(at === 0 ? words.say('deck.total') : '')));
  return sheet(
    story,
    words.say('decisionDeck.sheet.risks'),
    words.say('decisionDeck.sheet.risksNote', { unit: words.unit(currency, 0) }),
    [
      [words.say('field.risk'), 46],
      [words.say('field.component'), 40],
      [words.say('field.probability'), 14],
      [words.say('decisionDeck.column.impact'), 18],
      [words.say('evidence.atRisk'), 18],
      [words.say('field.response'), 14],
      [words.say('field.owner'), 24],
      [words.say('decisionDeck.column.hears'), 26],
      [words.say('field.review'), 12],
    ],
    [...lines, [...sums, under('SUM', 4, all.length, major(sum), 'money')]],
  );
}
