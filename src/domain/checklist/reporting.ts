/** What ticking an item that reports something tells, and what taking the tick back does. */
import type { CreateOp } from '../edit/edit.ts';
import { withdrawalOf } from '../edit/facts.ts';
import type { Spots } from '../model/entities/report.ts';
import type { Id, Tables } from '../model/rows.ts';
import type { Counting } from '../progress/inForce.ts';
import { spotsOfUnit, spotsWithout } from '../progress/parts.ts';
import { reportsOf } from '../progress/reportsOf.ts';
import { takesBack } from '../progress/telling.ts';
import type { Day } from '../schedule/days.ts';
import type { PlacementTask } from './task.ts';

/** Where the pieces are that a task is of: all of its placement, or those on one unit's ground. */
export function spotsOfTask(tables: Tables, { placement, part }: PlacementTask): Spots {
  return part === null ? null : spotsOfUnit(tables, placement, part.unitId);
}

/** Told before its time, it wants a reason: what comes down while the congress is on is seen to be missing. */
export function isEarly({ notBefore, done }: PlacementTask, day: Day): boolean {
  return done === undefined && notBefore !== null && day < notBefore;
}

/**
 * The reports that take a task's reports back, and with them what rests on these. Of a report of more than the task's part
 * only this is taken back.
 */
export function reportedBack(tables: Tables, task: PlacementTask, newId: () => Id): CreateOp<'report'>[] {
  const { placement } = task;
  const own = spotsOfTask(tables, task);
  return reportsBehind(reportsOf(tables, placement.id), task).flatMap(
    ({ id, version: _, except: __, ...fields }): CreateOp<'report'>[] => {
      const rest = own === null ? [] : spotsWithout(tables, placement, fields.spots, own);
      if (rest === null) return [];
      return [withdrawalOf({ id, fields }, newId, rest.length === 0 ? null : own)];
    },
  );
}

/** The reports by which a task is done: of a round those since it began, of a repair those since the last damage. */
function reportsBehind(
  reports: readonly Counting[],
  { item: { does, from, since } }: PlacementTask,
): Counting[] {
  if (does === null) return [];
  if (from === 'damage') {
    const damage = reports.findLastIndex(({ kind }) => kind === 'damaged');
    return reports.slice(damage + 1).filter(({ kind }) => kind === 'repaired');
  }
  return reports.filter(
    ({ kind, day }) => takesBack(does, kind) && (since === null || (kind === does && day >= since)),
  );
}
