/** What goes with a unit that is deleted, and what stands in its way. */
import type { Op } from '../edit/edit.ts';
import { setOp } from '../edit/edit.ts';
import { PLANNABLE } from '../edit/states.ts';
import type { Placement } from '../model/entities/placement.ts';
import type { Unit } from '../model/entities/unit.ts';
import type { Id, Tables } from '../model/rows.ts';

export interface UnitRemoval {
  readonly ops: readonly Op[];
  /** Placements that are left without a unit. */
  readonly placements: readonly Placement[];
  /** Those that are submitted, approved or further, whose unit nobody takes from them. */
  readonly fixed: readonly Placement[];
  /** Units that come to stand below the one above. */
  readonly below: readonly Unit[];
}

export function unitRemoval(tables: Tables, id: Id): UnitRemoval | null {
  const unit = tables.unit.get(id);
  if (unit === undefined) return null;
  const placements = [...tables.placement.values()].filter((p) => p.unitId === id);
  const below = [...tables.unit.values()].filter((u) => u.parentId === id);
  return {
    placements,
    fixed: placements.filter((p) => !PLANNABLE.has(p.state)),
    below,
    ops: [
      ...placements.map((p) => setOp('placement', p, { unitId: null })),
      ...below.map((u) => setOp('unit', u, { parentId: unit.parentId })),
      { kind: 'delete', entity: 'unit', id, version: unit.version },
    ],
  };
}
