// The board of work: its columns, what stands in each, and which moves belong to somebody to decide.
import type { Book, Entry } from '#shared/domain/book.ts';
import { WORK_STATES, type WorkState } from '#shared/domain/component.ts';
import { where } from '#shared/domain/lookup.ts';
import type { DecisionType } from '#shared/domain/right.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { compareText } from '#shared/kit/order.ts';
import { carriedOf, isSuperseded } from './commitment.ts';
import { isOpen } from './standing.ts';

/** Coming into a column asks for a decision of one of these types, agreed. */
const ENTRY: Partial<Record<WorkState, readonly DecisionType[]>> = {
  approved: ['approve', 'fund'],
  delivering: ['fund'],
  sustaining: ['acceptTransition'],
  stopped: ['stop'],
};

/** A component nobody placed is read from what is known of it: what costs money runs. */
export function workStateOf({ work, costToDate, published }: Entry<'component'>): WorkState {
  if (work) return work;
  return costToDate !== undefined || published !== undefined ? 'delivering' : 'idea';
}

export interface WorkMove {
  /** The decision it waits for; undefined: free, or decided already. */
  readonly needs: DecisionType | undefined;
  /** One of that type that is open already. */
  readonly open: Entry<'decision'> | undefined;
}

/**
 * What a move asks for. Going back a column never needs leave; jumping ahead asks what the columns on the way ask. Out of
 * "stopped" is a new beginning: all on the way is asked for again, and what was agreed before the stop no longer counts.
 */
export function moveOf(book: Book, component: Entry<'component'>, to: WorkState): WorkMove {
  const from = workStateOf(component);
  const [start, end] = [WORK_STATES.indexOf(from), WORK_STATES.indexOf(to)];
  const entered = to === 'stopped' ? [to] : WORK_STATES.slice(from === 'stopped' ? 0 : start + 1, end + 1);
  const inForce = inForceOf(book, component.id);
  for (const state of entered) {
    const types = ENTRY[state];
    if (!types || types.some((type) => inForce.has(type))) continue;
    const needs = types[0] as DecisionType;
    const open = where(book, 'decision', 'component', component.id).find(
      (each) => types.includes(each.type) && isOpen(each),
    );
    return { needs, open };
  }
  return { needs: undefined, open: undefined };
}

/** Types of decision that hold for a component: a stop ends all before it, and what is agreed after it ends the stop. */
function inForceOf(book: Book, component: RecordId): ReadonlySet<DecisionType> {
  const taken = where(book, 'decision', 'component', component)
    .filter((each) => carriedOf(book, each) && !isSuperseded(book, each.id))
    .sort((a, b) => compareText(orderOf(a), orderOf(b)));
  const inForce = new Set<DecisionType>();
  for (const each of taken) {
    const carried = carriedOf(book, each) as DecisionType;
    if (carried === 'stop') inForce.clear();
    else inForce.delete('stop');
    inForce.add(carried);
  }
  return inForce;
}

/** By day, and within a day as numbered. */
const orderOf = ({ taken }: Entry<'decision'>): string => `${taken?.on} ${taken?.number}`;

export interface WorkColumn {
  readonly state: WorkState;
  readonly cards: readonly Entry<'component'>[];
  readonly limit: number | undefined;
  readonly isOver: boolean;
}

export function workColumns(book: Book, components: readonly Entry<'component'>[]): WorkColumn[] {
  const limits = book.office.workLimits ?? {};
  return WORK_STATES.map((state) => {
    const cards = components.filter((each) => workStateOf(each) === state);
    const limit = limits[state];
    return { state, cards, limit, isOver: limit !== undefined && cards.length > limit };
  });
}
