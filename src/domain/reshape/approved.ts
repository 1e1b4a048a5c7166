/** What another shape of roads may not make of the approved plan: asked before an edit is offered, and by the server. */
import { isShaping } from '../edit/carrying.ts';
import type { Edit } from '../edit/edit.ts';
import { PLANNABLE } from '../edit/states.ts';
import type { Reason } from '../model/result.ts';
import type { Id, Tables } from '../model/rows.ts';
import { sameValue } from '../sameValue.ts';
import { beyondOf, type Displaced } from './displaced.ts';
import { FARTHEST_M, goesWithRoad } from './withRoad.ts';

/** Chainages that differ by less, in metres, are the same but for how they are written. */
const ROUNDING_M = 0.001;

/** So much of the length of a row may come to lie beyond its road. */
const MAY_BE_BEYOND = 0.1;

const TOO_FAR: Reason = { code: 'carry.too-far' };

interface Carried extends Pick<Edit, 'ops'> {
  readonly carry: NonNullable<Edit['carry']>;
  /** What does not stand where it stood. */
  readonly displaced: readonly Displaced[];
}

/**
 * `carry.too-far` where what is approved goes elsewhere than its road does, or between roads of which one gets no other
 * shape; `carry.outside` where much of it comes to lie beyond its road; else null.
 */
export function approvedAstray(
  before: Tables,
  after: Tables,
  { ops, carry, displaced }: Carried,
): Reason | null {
  const shaped = new Set(ops.filter(isShaping).map((op) => op.id));
  const written = new Set(
    ops.flatMap((op) => (op.entity === 'placement' && isReaddressed(before, after, op.id) ? [op.id] : [])),
  );
  const isApproved = (id: Id) => {
    const row = before.placement.get(id) ?? after.placement.get(id);
    return row !== undefined && !PLANNABLE.has(row.state);
  };
  // Of a road that stays as it is nothing has to be carried, nor of what stands beside all roads.
  const isShaped = (tables: Tables, id: Id) => {
    const row = tables.placement.get(id);
    return row === undefined || (row.roadId !== null && shaped.has(row.roadId));
  };
  for (const id of written)
    if (isApproved(id) && !(isShaped(before, id) && isShaped(after, id))) return TOO_FAR;
  const wholeOf = new Map(carry.parts);
  const families = Map.groupBy(written, (id) => wholeOf.get(id) ?? id);
  for (const { id, metres } of displaced) {
    if (!isApproved(id)) continue;
    const family = families.get(id);
    // What keeps its chainage goes where that is now; beyond its road there is nothing.
    if (comesBeyond(before, after, id)) return { code: 'carry.outside', params: { count: 1 } };
    if (family === undefined && metres > FARTHEST_M) return TOO_FAR;
    if (family !== undefined && !goesWithRoad(before, after, [...new Set([id, ...family])])) return TOO_FAR;
  }
  return null;
}

/** Whether more of a row comes to lie beyond its road than a line that is measured better may be shorter. */
function comesBeyond(before: Tables, after: Tables, id: Id): boolean {
  const is = beyondOf(after, id);
  return is.share > MAY_BE_BEYOND && is.metres > beyondOf(before, id).metres;
}

/** Whether a row is at another address: what is only rounded stays where it is. */
function isReaddressed(before: Tables, after: Tables, id: Id): boolean {
  const [was, is] = [before.placement.get(id), after.placement.get(id)];
  if (was === undefined || is === undefined) return true;
  const isSame = (a: number | null, b: number | null) =>
    a === b || (a !== null && b !== null && Math.abs(a - b) < ROUNDING_M);
  return (
    was.roadId !== is.roadId ||
    was.side !== is.side ||
    !isSame(was.from, is.from) ||
    !isSame(was.to, is.to) ||
    !sameValue(was.rule, is.rule)
  );
}
