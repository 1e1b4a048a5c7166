/** What a member may do with one placement, as a word that the screens put into a sentence. */
import type { Placement } from '../model/entities/placement.ts';
import type { RowLookup } from './edit.ts';
import type { Grounds } from './ownUnit.ts';
import { mayAdd, mayChange } from './permissions.ts';
import type { Membership } from './roles.ts';

/**
 * `plans`, `approves`, `reads`; a unit's officer `reports` where it is the unit's, `reports-part` where it has no unit and
 * stands partly on the unit's ground, and else only sees what is `others`.
 */
export type RightsOn = 'plans' | 'approves' | 'reads' | 'reports' | 'reports-part' | 'others';

const OF_ROLE = { admin: 'plans', planner: 'plans', leader: 'approves', viewer: 'reads' } as const;

export function rightsOn(member: Membership, row: Placement, rows: RowLookup, grounds: Grounds): RightsOn {
  if (member.role !== 'unit-officer') return OF_ROLE[member.role];
  if (mayChange(member, 'placement', row, 'note', rows, grounds)) return 'reports';
  const part = (unitId: string | null) => ({ placementId: row.id, whole: false, unitId });
  const isPartly =
    row.unitId === null &&
    [...grounds(row).keys()].some((unitId) => mayAdd(member, 'task', part(unitId), rows, grounds));
  return isPartly ? 'reports-part' : 'others';
}
