/** Rows and ops of an earlier protocol brought into today's form, one step a number. */
import type { AnyRow, Entity } from '../model/rows.ts';
import type { Op } from './edit.ts';

export function upcastRow(_from: number, _entity: Entity, row: AnyRow): AnyRow {
  return row;
}
export function upcastOps(_from: number, ops: readonly Op[]): readonly Op[] {
  return ops;
}
