// Books with the template of rights laid down and every seat filled, and small ones with rights said in a line.
import type { Act } from '#shared/acts/act.ts';
import { TEMPLATE_SEATS, type TemplateSeat, templateTitles } from '#shared/acts/rights-template.ts';
import { type StartRights, startRights } from '#shared/acts/start-rights.ts';
import { type DraftWrite, LIFE } from '#shared/change/model.ts';
import type { Entry, Kind } from '#shared/domain/book.ts';
import { where } from '#shared/domain/lookup.ts';
import type { Bound, DecisionRight, DecisionType, Part, Role } from '#shared/domain/right.ts';
import { newRecordId } from '#shared/kit/context.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import type { Day } from '#shared/kit/period.ts';
import { createWords } from '#shared/words/words.ts';
import { act, must } from '#test/kit/book.ts';
import { type Desk, desk } from '#test/kit/ledger.ts';

export const ON = '2027-03-15' as Day;
export const EN = createWords({ language: 'en' });
export const AR = createWords({ language: 'ar' });
export const gbp = (units: number) => ({ minor: Math.round(units * 100), currency: 'GBP' });
export const bound = (units: number, inclusive: boolean): Bound => ({ money: gbp(units), inclusive });

export interface TemplateDesk extends Desk {
  readonly people: Readonly<Record<TemplateSeat, RecordId>>;
  readonly body: (title: string) => RecordId;
  readonly right: (type: DecisionType, nth?: number) => Entry<'decisionRight'>;
  readonly party: (right: RecordId, part: Part) => Entry<'rightParty'>;
  readonly seat: (board: string, title: string) => Entry<'seat'>;
  readonly drop: (kind: Kind, record: RecordId) => Promise<void>;
}

/** The template with a person of its own in every seat. */
export async function templateDesk(input: Partial<StartRights> = {}): Promise<TemplateDesk> {
  const at = await desk(11);
  const people = {} as Record<TemplateSeat, RecordId>;
  for (const seat of TEMPLATE_SEATS) people[seat] = await at.add('person', { name: `P ${seat}` });
  must(await act(at.open, at.ctx, startRights, { titles: templateTitles(EN), people, ...input }));
  const body = (title: string) => first([...at.book.all('board')].find((each) => each.title === title)).id;
  return {
    ...at,
    people,
    body,
    right: (type, nth = 0) => first([...at.book.all('decisionRight')].filter((each) => each.type === type)[nth]),
    party: (right, part) => first(where(at.book, 'rightParty', 'right', right).find((each) => each.part === part)),
    seat: (board, title) => first(where(at.book, 'seat', 'board', body(board)).find((each) => each.title === title)),
    drop: (kind, record) => writeAll(at, [{ kind, record, field: LIFE, value: 'deleted' }]),
  };
}

function first<T>(found: T | undefined): T {
  if (found === undefined) throw new Error('the template has no such record');
  return found;
}

const writesAsGiven: Act<readonly DraftWrite[]> = {
  name: 'act.editMany',
  allowed: () => undefined,
  run: (_book, writes) => ({ ok: true, value: { act: 'act.editMany', writes } }),
};

export async function writeAll(at: Desk, writes: readonly DraftWrite[]): Promise<void> {
  must(await act(at.open, at.ctx, writesAsGiven, writes));
}

export type PartyPlan = { readonly part: Part; readonly body?: RecordId; readonly role?: Role };

/** A right with its parties as writes, to be made in one step with others. */
export function rightWrites(at: Desk, right: DecisionRight, parties: readonly PartyPlan[]): [RecordId, DraftWrite[]] {
  const id = newRecordId(at.ctx);
  const record = (kind: Kind, record: RecordId, values: object): DraftWrite[] =>
    Object.entries({ [LIFE]: 'here', ...values }).map(([field, value]) => ({ kind, record, field, value }));
  return [
    id,
    [
      ...record('decisionRight', id, right),
      ...parties.flatMap((party) => record('rightParty', newRecordId(at.ctx), { right: id, ...party })),
    ],
  ];
}
