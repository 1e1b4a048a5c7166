/**
 * The quantity that an approval saw goes with the step: approving stores today's, going back to before it drops it.
 * Whoever makes a step, a command, a button, an undo or the history, gets its fields here.
 */

import type { Placement, PlacementState } from '../model/entities/placement.ts';
import type { FieldsOf } from '../model/rows.ts';
import type { Op, RowLookup } from './edit.ts';
import { BEFORE_APPROVAL } from './states.ts';

type Fields = Partial<FieldsOf<'placement'>>;

/** The fields that bring a placement into a state; `quantityOf` counts its pieces as they are today. */
export function stepFields(
  row: Placement,
  state: PlacementState,
  quantityOf: (row: Placement) => number,
): Fields {
  if (BEFORE_APPROVAL.has(state)) return { state, approvedQuantity: null };
  return state === 'approved' && row.state === 'submitted'
    ? { state, approvedQuantity: quantityOf(row) }
    : { state };
}

/** Ops with what their steps leave unsaid: those of buttons that only name the state, and of changes of an earlier age. */
export function withApprovals(
  ops: readonly Op[],
  rows: RowLookup,
  quantityOf: (row: Placement) => number,
): readonly Op[] {
  return ops.map((op): Op => {
    if (op.kind !== 'set' || op.entity !== 'placement') return op;
    const { state, approvedQuantity } = op.fields;
    const row = rows('placement', op.id);
    if (row === undefined || state === undefined || approvedQuantity !== undefined) return op;
    return {
      ...op,
      fields: { ...op.fields, ...stepFields(row, state, () => quantityOf({ ...row, ...op.fields })) },
    };
  });
}
