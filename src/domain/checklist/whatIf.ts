/** What would become of the work: of rows that are approved now, of a checklist that is written otherwise. */
import { BEFORE_APPROVAL } from '../edit/states.ts';
import { withRows } from '../edit/tables.ts';
import type { AssetType } from '../model/entities/assetType.ts';
import type { Placement } from '../model/entities/placement.ts';
import type { Tables } from '../model/rows.ts';
import { type PlacementTask, standingOf } from './task.ts';
import { tasksIn, type When } from './work.ts';

/** The tasks that would be late on the day on which these rows are approved. */
export function lateAtBirth(tables: Tables, rows: readonly Placement[], when: When): PlacementTask[] {
  return rows
    .filter(({ state }) => BEFORE_APPROVAL.has(state))
    .flatMap((row) => tasksIn(tables, row, when, true))
    .filter((task) => standingOf(task, when.today) === 'late');
}

/** Open tasks, in numbers. */
export interface TemplateEffect {
  readonly added: number;
  readonly gone: number;
  /** With another day than before. */
  readonly moved: number;
  /** Of those that are added or moved: late at once. */
  readonly late: number;
  /** Done, given to somebody or begun, and gone with their item: what was said of them is kept, and not seen. */
  readonly said: number;
}

/** What another checklist of a type makes of the tasks of its approved rows; null where it is the same for all of them. */
export function templateEffect(tables: Tables, after: AssetType, when: When): TemplateEffect | null {
  const changed = withRows(tables, [{ entity: 'assetType', id: after.id, row: after }]);
  const effect = { added: 0, gone: 0, moved: 0, late: 0, said: 0 };
  for (const row of tables.placement.values()) {
    if (row.assetTypeId !== after.id) continue;
    const before = new Map(tasksIn(tables, row, when).map((task) => [task.key, task]));
    // Another object: what is worked out for the row as it is stays.
    for (const task of tasksIn(changed, { ...row }, when)) {
      const was = before.get(task.key);
      before.delete(task.key);
      if (task.done !== undefined || (was !== undefined && was.due === task.due)) continue;
      effect[was === undefined ? 'added' : 'moved']++;
      if (standingOf(task, when.today) === 'late') effect.late++;
    }
    for (const task of before.values()) {
      if (task.done === undefined) effect.gone++;
      if (task.done !== undefined || task.said !== null) effect.said++;
    }
  }
  return Object.values(effect).some((n) => n > 0) ? effect : null;
}
