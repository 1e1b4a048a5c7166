/** What goes with a unit that is deleted, and what stands in its way. */
import type { Op } from '../edit/edit.ts';
import { setOp } from '../edit/edit.ts';
import { PLANNABLE } from '../edit/states.ts';
import type { Placement } from '../model/entities/placement.ts';
import type { Task } from '../model/entities/task.ts';
import type { Unit } from '../model/entities/unit.ts';
import type { Id, Tables } from '../model/rows.ts';

export interface UnitRemoval {
  readonly ops: readonly Op[];
  /** Placements that are left without a unit. */
  readonly placements: readonly Placement[];
  /** Those that are submitted, approved or further, whose unit nobody takes from them. */
  readonly fixed: readonly Placement[];
  /** What was done of its parts: whose ground it is next has not told of them. */
  readonly tasks: readonly Task[];
  /** Units that come to stand below the one above. */
  readonly below: readonly Unit[];
}

export function unitRemoval(tables: Tables, id: Id): UnitRemoval | null {
  const unit = tables.unit.get(id);
  if (unit === undefined) return null;
  const placements = [...tables.placement.values()].filter((p) => p.unitId === id);
  const tasks = [...tables.task.values()].filter((t) => t.unitId === id);
  const below = [...tables.unit.values()].filter((u) => u.parentId === id);
  return {
    placements,
    fixed: placements.filter((p) => !PLANNABLE.has(p.state)),
    tasks,
    below,
    ops: [
      ...placements.map((p) => setOp('placement', p, { unitId: null })),
      ...tasks.map(({ id, version }): Op => ({ kind: 'delete', entity: 'task', id, version })),
      // Work that was given to it is nobody's but of whose ground it is.
      ...[...tables.task.values()]
        .filter((t) => t.assignedUnitId === id && t.unitId !== id)
        .map((t) => setOp('task', t, { assignedUnitId: null })),
      ...below.map((u) => setOp('unit', u, { parentId: unit.parentId })),
      { kind: 'delete', entity: 'unit', id, version: unit.version },
    ],
  };
}
