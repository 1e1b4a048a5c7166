/** Whether a task is somebody's own: given to them by name, of their unit, or of their role. */
import type { Membership } from '../edit/roles.ts';
import { perObject } from '../memo.ts';
import type { Unit } from '../model/entities/unit.ts';
import type { Id, Tables } from '../model/rows.ts';
import { unitsAbove } from '../unit/units.ts';
import { type PlacementTask, unitOfTask } from './task.ts';

export interface Person extends Pick<Membership, 'role' | 'unitId'> {
  readonly name: string;
}

/**
 * A commune does not accept its own work, so acceptance is the planners' where its item says nothing else; what nobody has
 * been given, on nobody's ground, is theirs too.
 */
export function isMine({ unit }: Pick<Tables, 'unit'>, task: PlacementTask, who: Person): boolean {
  const { said, item } = task;
  const to = said?.assignedTo ?? '';
  if (to !== '' && to === who.name) return true;
  const given = said?.assignedUnitId ?? item.unitId;
  if (given !== null) return isBelow(given);
  const own = unitOfTask(task);
  const role = item.role ?? (item.does === 'accepted' || own === null ? 'planner' : 'unit-officer');
  if (role === 'unit-officer') return isBelow(own);
  // What a person was given is no longer everybody's of that role.
  return to === '' && (who.role === role || (role === 'planner' && who.role === 'admin'));

  function isBelow(id: Id | null): boolean {
    return who.unitId !== null && id !== null && withAbove(unit, id).has(who.unitId);
  }
}

const known = perObject((_: ReadonlyMap<Id, Unit>) => new Map<Id, ReadonlySet<Id>>());

/** A unit and all above it. */
function withAbove(units: ReadonlyMap<Id, Unit>, id: Id): ReadonlySet<Id> {
  const before = known(units).get(id);
  if (before !== undefined) return before;
  const set = new Set([id, ...unitsAbove(units, id)]);
  known(units).set(id, set);
  return set;
}
