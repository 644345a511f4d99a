// States made of states: one of its own that goes on from here, and the same one that no longer carries everything.
import { State } from './state.ts';
import type { Withheld } from './withheld.ts';

/** A state of its own that holds what this one holds: what goes into either is not in the other. Rows are shared. */
export function forked(state: State): State {
  const fork = new State();
  for (const [kind, rows] of state.kinds) fork.kinds.set(kind, new Map(rows));
  for (const row of state.order) fork.order.push(row);
  for (const seen of state.changes) fork.changes.push(seen);
  for (const [id, place] of state.placeOf) fork.placeOf.set(id, place);
  for (const place of state.wholeSeals) fork.wholeSeals.add(place);
  for (const [field, ids] of state.replacedEarly) if (ids.size > 0) fork.replacedEarly.set(field, new Set(ids));
  for (const [actor, tip] of state.tips) fork.tips.set(actor, tip);
  for (const [field, id] of state.standsFor) fork.standsFor.set(field, id);
  for (const place of state.touched) fork.touched.add(place);
  for (const [place, { count, places }] of state.parts) fork.parts.set(place, { count, places: new Set(places) });
  fork.withheld = state.withheld;
  fork.lastStamp = state.lastStamp;
  fork.version = state.version;
  return fork;
}

/** Says what this copy does not carry; whoever read a record reads it again. */
export function withhold(state: State, withheld: Withheld): void {
  if (withheld.isEmpty && state.withheld.isEmpty) return;
  state.withheld = withheld;
  // rows may be those of another state, which withholds something else
  for (const [place, row] of state.order.entries()) {
    const own = { ...row, read: undefined };
    state.order[place] = own;
    state.kinds.get(row.kind)?.set(row.id, own);
  }
  state.version++;
}
