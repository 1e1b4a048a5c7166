/** How far a placement is: what was said of it until it was ready, and from then on what its reports make of it. */
import { BEFORE_APPROVAL } from '../edit/states.ts';
import { PLACEMENT_STATES, type Placement } from '../model/entities/placement.ts';
import type { Tables } from '../model/rows.ts';
import { PIECE } from './pieces.ts';
import { type Progress, progressOf } from './progress.ts';

/** In the order of a placement's life. */
export const STAGES = [
  ...PLACEMENT_STATES,
  'installing',
  'installed',
  'inspected',
  'damaged',
  'taking-down',
  'removed',
] as const;
export type Stage = (typeof STAGES)[number];

export function stageOf(tables: Tables, row: Placement): Stage {
  // What nobody approved is first of all not approved, whatever stands.
  return BEFORE_APPROVAL.has(row.state) ? row.state : stageAfter(row.state, progressOf(tables, row));
}

/** Something damaged among what stands comes first: it is what has to be done. */
function stageAfter(state: Placement['state'], p: Progress): Stage {
  if (p.damaged > 0) return 'damaged';
  // What was lost before anything was taken down is to be put up again.
  if (p.standing === 0) return p.down > 0 || p.takenDown >= Math.max(1, p.planned) ? 'removed' : state;
  if (p.down > 0) return 'taking-down';
  if (p.standing < p.planned) return 'installing';
  return p.accepted === p.planned ? 'inspected' : 'installed';
}

/** How far one piece is (`PIECE` flags), of a placement that somebody said to be so far. */
export function pieceStage(flags: number, state: Placement['state']): Stage {
  if ((flags & PIECE.damaged) !== 0) return 'damaged';
  if ((flags & PIECE.stands) !== 0) return (flags & PIECE.accepted) === 0 ? 'installed' : 'inspected';
  return (flags & (PIECE.down | PIECE.lost)) === 0 ? state : 'removed';
}

/** Whether all of it came down: what still counts of the plan is what did not. */
export function isTakenDown(tables: Tables, row: Placement): boolean {
  return stageOf(tables, row) === 'removed';
}
