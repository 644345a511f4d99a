// `mizan decisions BOOK`: every decision with where it stands, who holds it, whether its record is as it was; and the register's figures.

import { openBook } from '#shared/change/commit.ts';
import type { LogRow } from '#shared/change/store.ts';
import { roiByYear, roiOf } from '#shared/counsel/afterwards.ts';
import { type Counsel, counselOf } from '#shared/counsel/counsel.ts';
import { decisionRight } from '#shared/counsel/evidence.ts';
import { type RegisterRow, registerFigures, registerRows } from '#shared/counsel/register.ts';
import { type Reopened, reopen } from '#shared/counsel/reopen.ts';
import { breachSaid } from '#shared/counsel/said.ts';
import { Book, type Entry, kindTable } from '#shared/domain/book.ts';
import type { Frozen } from '#shared/domain/decision.ts';
import { holderName } from '#shared/govern/right-text.ts';
import { amountWithheld, recordHolds } from '#shared/govern/standing.ts';
import { today } from '#shared/kit/context.ts';
import { isDay } from '#shared/kit/period.ts';
import { reportingDate } from '#shared/value/reporting.ts';
import { plain } from '#shared/words/plain.ts';
import type { Answer, Call } from './call.ts';
import { must, newContext, Refusal, words } from './context.ts';
import { openFileStore } from './store.ts';

export async function decisionsCommand({ files, options }: Call): Promise<Answer> {
  const path = files[0] as string;
  const wanted = options['as-at'];
  if (wanted !== undefined && !isDay(wanted)) throw new Refusal({ code: 'cli.badDate', args: { text: wanted } });
  const ctx = newContext();
  const store = must(openFileStore(path, false));
  const { state } = await openBook(store, kindTable, ctx.now());
  const book = new Book(state);
  const on = wanted ?? reportingDate(book, today(ctx));
  const counsel = counselOf(book, on);
  const log = await store.readSince(0);
  const rows = registerRows(book, on);
  const decisions = rows.map((row) => decisionReport(counsel, row, log));
  const figures = registerFigures(rows, on);
  const returns = roiByYear(counsel).map((year) => ({
    ...year,
    approvedRoi: roiOf(year.approved) ?? null,
    realisedRoi: roiOf(year.realised) ?? null,
  }));
  const broken = decisions.filter(({ holds }) => !holds).length;
  return {
    data: { ok: true, file: path, on, decisions, figures: { ...figures, cycle: figures.cycle ?? null }, returns },
    sentence:
      rows.length === 0
        ? words.say('cli.decisionsNone')
        : [
            words.say('cli.decisionsSize', {
              count: rows.length,
              taken: words.number(figures.taken),
              open: words.number(figures.open),
              cycle: figures.cycle === undefined ? '—' : words.number(figures.cycle, 1),
            }),
            ...(broken > 0 ? [words.say('cli.decisionsBrokenAll', { count: broken })] : []),
            ...decisions.map(({ sentence }) => `  ${sentence}`),
          ].join('\n'),
  };
}

const isFrozen = (decision: Entry<'decision'>): decision is Entry<'decision'> & { readonly frozen: Frozen } =>
  decision.frozen !== undefined;

function decisionReport(counsel: Counsel, row: RegisterRow, log: readonly LogRow[]) {
  const { book } = counsel;
  const { decision } = row;
  const { taken, frozen, amount, withdrawn } = decision;
  const holder = holderOf(counsel, decision);
  const holds = recordHolds(book, decision);
  const reopened: Reopened | null = isFrozen(decision) ? reopen(log, decision).found : null;
  const component = book.get('component', decision.component);
  return {
    id: decision.id,
    title: decision.title,
    type: decision.type,
    component: component ? { id: component.id, name: component.name } : null,
    amount: amount ?? null,
    standing: row.standing,
    raisedOn: decision.raisedOn ?? null,
    neededBy: decision.neededBy ?? null,
    ageDays: row.age ?? null,
    lateDays: row.late ?? null,
    deferrals: row.deferrals,
    holder,
    number: taken?.number ?? null,
    takenOn: taken?.on ?? null,
    outcome: taken?.outcome ?? null,
    withdrawn: withdrawn ?? null,
    exceptions: (taken?.exceptions ?? []).map((exception) => ({
      code: exception.code,
      sentence: plain(breachSaid(words, exception)),
      reason: exception.reason,
    })),
    evidence: frozen ? { hash: frozen.hash, frozenOn: frozen.on, reopened } : null,
    holds,
    actions: { done: row.actionsDone, open: row.actions - row.actionsDone, late: row.actionsLate },
    reviewDue: row.reviewDue ?? null,
    sentence: plain(sentenceOf(row, holder, holds)),
  };
}

/** Who took it; while it is open, who holds it. */
function holderOf(counsel: Counsel, decision: Entry<'decision'>): string | null {
  const { taken } = decision;
  const who = taken ? (taken.body || taken.role ? taken : undefined) : decisionRight(counsel, decision).decides;
  if (!who && amountWithheld(counsel.book, decision)) return words.say('withheld.decider');
  return who ? plain(holderName(counsel.book, words, who)) : null;
}

function sentenceOf({ decision, standing, late }: RegisterRow, holder: string | null, holds: boolean): string {
  const { taken, neededBy, title } = decision;
  const row = words.say('cli.decisionsRow', {
    title,
    standing: words.say(`standing.${standing}`),
    who: holder ?? words.say('decisionDeck.nobody'),
  });
  const day = neededBy && words.date(neededBy);
  const parts = [
    taken &&
      words.say('cli.decisionsTaken', {
        number: taken.number,
        outcome: words.say(`outcome.${taken.outcome}`),
        day: words.date(taken.on),
      }),
    day && (late ? words.say('cli.decisionsLate', { day, count: late }) : words.say('cli.decisionsDay', { day })),
    !holds && words.say('cli.decisionsBroken'),
  ].filter(Boolean);
  return [row, ...parts].join('; ');
}
