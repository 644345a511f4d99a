// Sheet "Decisions": the register, a line a decision, with what is late, excepted and followed through counted live.
import { registerRows } from '#shared/counsel/register.ts';
import { holderName } from '#shared/govern/right-text.ts';
import { amountWithheld, recordHolds, recordWithheld } from '#shared/govern/standing.ts';
import type { SheetCell, SheetModel } from '#shared/sheet/model.ts';
import { free, number, text } from './cells.ts';
import { deciderOf } from './decisionSaid.ts';
import { type Column, date, money, plain, sheet, total, under } from './sheetLines.ts';
import type { Story } from './story.ts';

export function registerSheet(story: Story): SheetModel {
  const { words, book, asAt } = story;
  const rows = registerRows(book, asAt);
  const count = (of: (row: (typeof rows)[number]) => number) => rows.reduce((sum, row) => sum + of(row), 0);
  const columns: Column[] = [
    [words.say('decisionDeck.column.number'), 12],
    [words.say('field.title'), 46],
    [words.say('decisionDeck.column.type'), 18],
    [words.say('field.component'), 40],
    [words.say('decisionDeck.column.currency'), 10],
    [words.say('field.amount'), 16],
    [words.say('decisionDeck.column.standing'), 16],
    [words.say('field.outcome'), 22],
    [words.say('decisionDeck.column.decider'), 26],
    [words.say('field.raisedOn'), 12],
    [words.say('field.neededBy'), 12],
    [words.say('decisionDeck.column.decidedOn'), 12],
    [words.say('decisionDeck.column.age'), 10],
    [words.say('decisionDeck.column.late'), 10],
    [words.say('decisionDeck.column.exceptions'), 12],
    [words.say('decisionDeck.column.actions'), 10],
    [words.say('decisionDeck.column.actionsDone'), 10],
    [words.say('decisionDeck.column.actionsLate'), 10],
    [words.say('field.reviewOn'), 12],
    [words.say('decisionDeck.column.record'), 20],
  ];
  const lines = rows.map((row): SheetCell[] => {
    const { decision } = row;
    const { taken, amount } = decision;
    const by = taken ? holderName(book, words, taken) : deciderOf(story, decision);
    return [
      text(taken?.number ?? ''),
      free(decision.title),
      text(words.say(`decisionType.${decision.type}`)),
      free(book.get('component', decision.component)?.name ?? ''),
      text(amount?.currency ?? ''),
      money(amount),
      text(words.say(`standing.${row.standing}`)),
      text(taken ? words.say(`outcome.${taken.outcome}`) : ''),
      plain(by ?? words.say(amountWithheld(book, decision) ? 'withheld.decider' : 'decisionDeck.nobody')),
      date(decision.raisedOn),
      date(decision.neededBy),
      date(taken?.on),
      number(row.age, 'integer'),
      number(row.late, 'integer'),
      number(taken?.exceptions.length, 'integer'),
      number(row.actions, 'integer'),
      number(row.actionsDone, 'integer'),
      number(row.actionsLate, 'integer'),
      date(row.reviewDue),
      text(
        words.say(
          recordWithheld(book, decision)
            ? 'withheld.record'
            : recordHolds(book, decision)
              ? 'decisionDeck.record.holds'
              : 'decisionDeck.record.broken',
        ),
      ),
    ];
  });
  const size = lines.length;
  const sums = columns.map((_, at): SheetCell => {
    if (at === 1) return under('COUNTA', at, size, size, 'integer');
    if (at === 13) return under('COUNT', at, size, rows.filter(({ late }) => late !== undefined).length, 'integer');
    if (at === 14)
      return under(
        'SUM',
        at,
        size,
        count(({ decision }) => decision.taken?.exceptions.length ?? 0),
        'integer',
      );
    if (at === 15)
      return under(
        'SUM',
        at,
        size,
        count(({ actions }) => actions),
        'integer',
      );
    if (at === 16)
      return under(
        'SUM',
        at,
        size,
        count(({ actionsDone }) => actionsDone),
        'integer',
      );
    if (at === 17)
      return under(
        'SUM',
        at,
        size,
        count(({ actionsLate }) => actionsLate),
        'integer',
      );
    return total(text(at === 0 ? words.say('deck.total') : ''));
  });
  return sheet(story, words.say('decisionDeck.sheet.register'), words.say('decisionDeck.sheet.registerNote'), columns, [
    ...lines,
    sums,
  ]);
}
