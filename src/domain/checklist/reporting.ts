/** What ticking an item that reports something tells, and what taking the tick back does. */
import type { CreateOp } from '../edit/edit.ts';
import { withdrawalOf } from '../edit/facts.ts';
import type { Spots } from '../model/entities/report.ts';
import type { Id, Tables } from '../model/rows.ts';
import { spotsOfUnit, spotsWithout } from '../progress/progress.ts';
import { reportsOf } from '../progress/reportsOf.ts';
import { takesBack } from '../progress/telling.ts';
import type { PlacementTask } from './checklist.ts';

/** Where the pieces are that a task is of: all of its placement, or those on one unit's ground. */
export function spotsOfTask(tables: Tables, { placement, part }: PlacementTask): Spots {
  return part === null ? null : spotsOfUnit(tables, placement, part.unitId);
}

/**
 * The reports that take a task's reports back, and with them what rests on these. Of a report of more than the task's part
 * the rest is told again.
 */
export function reportedBack(tables: Tables, task: PlacementTask, newId: () => Id): CreateOp<'report'>[] {
  const { placement, item } = task;
  const { does } = item;
  if (does === null) return [];
  const own = spotsOfTask(tables, task);
  return reportsOf(tables, placement.id)
    .filter(({ kind }) => takesBack(does, kind))
    .flatMap(({ id, version: _, ...fields }): CreateOp<'report'>[] => {
      const rest = own === null ? [] : spotsWithout(tables, placement, fields.spots, own);
      if (rest === null) return [];
      if (rest.length === 0) return [withdrawalOf({ id, fields }, newId)];
      return [
        { kind: 'create', entity: 'report', id: newId(), fields: { ...fields, spots: rest, corrects: id } },
      ];
    });
}
