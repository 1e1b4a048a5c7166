/** Taking back what this person did on this device, newest first; it survives a reload. */

import { isPart, shapesRoad } from '../../domain/edit/carrying.ts';
import { type CreateOp, type EditNote, type Op, stillStands } from '../../domain/edit/edit.ts';
import { isFact, isToldOtherwise, toldAgain } from '../../domain/edit/facts.ts';
import { roadOfStrayed } from '../../domain/edit/marks.ts';
import { ownPart } from '../../domain/edit/permissions.ts';
import type { KnownRow } from '../../domain/edit/upcast.ts';
import { isVouching } from '../../domain/edit/vouching.ts';
import { fail, ok, type Result } from '../../domain/model/result.ts';
import type { FieldsOf, Id, Tables } from '../../domain/model/rows.ts';
import { shapedRoads, standingOn } from '../../domain/plan/roads.ts';
import { toldOf } from '../../domain/progress/reportsOf.ts';
import { movedBy } from '../../domain/reshape/moved.ts';
import type { UndoStack } from '../replica/deviceStore.ts';
import { upcastNow } from '../replica/earlier.ts';
import type { UndoStep } from '../replica/undoStep.ts';
import { lookup, useCampaign } from './campaign.ts';
import { makeEdits, mayCommit, newRowId, storeStep } from './commit.ts';

/**
 * Takes back the last step. Fails with `undo.nothing`, with `undo.changed-since` when others went on from it, with
 * `undo.road-changed` when what it wrote would stand elsewhere on the road as it is now: then the step stays, and nothing older is touched, because what is older was done before it.
 */
export function undo(): Result<EditNote> {
  return move('undo', 'redo', (s) => s.inverse);
}

export function redo(): Result<EditNote> {
  return move('redo', 'undo', (s) => s.ops);
}

function move(from: UndoStack, to: UndoStack, opsOf: (s: UndoStep) => readonly Op[]): Result<EditNote> {
  const stack = useCampaign.getState()[from];
  const last = stack[stack.length - 1];
  if (last === undefined) return fail(`${from}.nothing`);
  const step = today(last);
  if (step === null) return fail('undo.changed-since');
  if (!stillStands(from === 'undo' ? step.ops : step.inverse, lookup)) return fail('undo.changed-since');
  const note = { code: from, params: { ...step.note.params, what: step.note.code } };
  const { tables } = useCampaign.getState();
  const meant = opsOf(step).map(seenNow);
  const told = (op: CreateOp<'report'>) => toldOf(tables, op.fields.placementId);
  if (meant.some((op) => isFact(op) && isToldOtherwise(op, told(op)))) return fail('undo.changed-since');
  const ops = meant.flatMap((op) => (isFact(op) ? toldAgain(op, told(op), newRowId) : [op]));
  if (roadOfStrayed(step.marks ?? [], ops, lookup) !== null) return fail('undo.road-changed');
  if (step.carry !== undefined) {
    const { moved, parts } = step.carry;
    // What has come there since, or gone elsewhere on it, would be left behind.
    const known = new Set(moved);
    if (movedBy(tables, ops, parts).some((id) => !known.has(id))) return fail('undo.changed-since');
    if (parts.some((pair) => !areParts(pair, ops, tables))) return fail('undo.changed-since');
  }
  // A step of before edits could say what they move says it now: all that stands there.
  const carry =
    step.carry ?? (shapesRoad(ops) ? { moved: standingOn(tables, shapedRoads(ops)), parts: [] } : undefined);
  const whole = mayCommit(ops, carry);
  // What somebody else has to give does not come back by one's own hand, and must not keep the rest from coming back.
  const own = whole.ok ? ops : ownPart(ops);
  if (own.length === 0) return whole.ok ? fail('undo.nothing') : whole;
  const made = makeEdits(note, own, null, carry);
  if (!made.ok) return made;
  const moved = whole.ok ? step : { ...step, [from === 'undo' ? 'inverse' : 'ops']: own };
  useCampaign.setState((s) => ({ [from]: s[from].filter((x) => x !== last), [to]: [...s[to], moved] }));
  storeStep(moved, to, null);
  return ok(step.note);
}

/** Whether a part that comes back to its whole, or is cut off anew, is still the same plan: it may have been approved since. */
function areParts([part, of]: readonly [Id, Id], ops: readonly Op[], tables: Tables): boolean {
  const whole = tables.placement.get(of);
  const made = ops.find((op) => op.id === part);
  const row = made?.kind === 'create' ? (made.fields as FieldsOf<'placement'>) : tables.placement.get(part);
  return whole !== undefined && row !== undefined && isPart(row, whole);
}

/** A step of an earlier protocol, read on the rows as they are by now; null while it cannot be read. */
function today({ protocol, ...step }: UndoStep): UndoStep | null {
  if (protocol === undefined) return step;
  const known = upcastNow();
  if (known === null) return null;
  const told = { at: new Date().toISOString(), campaignId: useCampaign.getState().campaignId ?? '' };
  const upcast = (ops: readonly Op[]) => known.upcastOps(protocol, ops, lookup as KnownRow, told);
  return { ...step, ops: upcast(step.ops), inverse: upcast(step.inverse) };
}

/**
 * That the rows still stand as the step left them has just been asked of the rows as they are. What an approval has read
 * stands in no field of the step: it goes out as having seen what it saw then.
 */
function seenNow(op: Op): Op {
  return op.kind === 'create' || isVouching(op)
    ? op
    : { ...op, version: lookup(op.entity, op.id)?.version ?? op.version };
}
