/** The states of a placement and who may make which step: one table for server and screens. */
import { PLACEMENT_STATES, type PlacementState } from '../model/entities/placement.ts';
import type { ReportKind } from '../model/entities/report.ts';
import type { Role } from './roles.ts';

const PLAN: readonly Role[] = ['admin', 'planner'];
const LEAD: readonly Role[] = ['admin', 'leader'];
const FIELD: readonly Role[] = ['admin', 'planner', 'unit-officer'];

/** from → to → roles. A step back is for mistakes and belongs to whoever may make the step. */
const STEPS: Readonly<Record<PlacementState, Partial<Record<PlacementState, readonly Role[]>>>> = {
  draft: { submitted: PLAN },
  submitted: { draft: PLAN, approved: LEAD, 'sent-back': LEAD },
  'sent-back': { submitted: [...PLAN, 'leader'], draft: PLAN },
  approved: { submitted: LEAD, draft: PLAN, 'in-production': PLAN },
  'in-production': { approved: PLAN, ready: FIELD },
  ready: { 'in-production': FIELD },
};

/** Who may tell what was done. A commune does not accept its own work. */
const REPORTERS: Readonly<Record<Exclude<ReportKind, 'withdrawn'>, readonly Role[]>> = {
  installed: FIELD,
  checked: FIELD,
  accepted: [...LEAD, 'planner'],
  damaged: FIELD,
  repaired: FIELD,
  'content-changed': FIELD,
  'taken-down': FIELD,
  recovered: FIELD,
  lost: FIELD,
};

/** Whether a role may tell such a report, and take it back. */
export function mayReport(role: Role, kind: ReportKind): boolean {
  return kind !== 'withdrawn' && REPORTERS[kind].includes(role);
}

export function mayStep(role: Role, from: PlacementState, to: PlacementState): boolean {
  return STEPS[from][to]?.includes(role) ?? false;
}

/** The states a role may take a placement to from where it is. */
export function nextStates(role: Role, from: PlacementState): PlacementState[] {
  return PLACEMENT_STATES.filter((to) => mayStep(role, from, to));
}

/** States in which the plan of a placement (where, what, how many) may still be changed. */
export const PLANNABLE: ReadonlySet<PlacementState> = new Set(['draft', 'sent-back']);

/** States of a placement that nobody has approved yet, or no longer. */
export const BEFORE_APPROVAL: ReadonlySet<PlacementState> = new Set(['draft', 'submitted', 'sent-back']);
