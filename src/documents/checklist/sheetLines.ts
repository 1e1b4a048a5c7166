/**
 * What stands on which sheet, and how much of it. Dialog, strips, table and totals all count these lines, so that none
 * can say another number than the others.
 */

import type { Positions } from '../../domain/layout/layOut.ts';
import { STRETCH_LIMIT } from '../../domain/layout/limits.ts';
import type { Placement } from '../../domain/model/entities/placement.ts';
import type { Id, Tables } from '../../domain/model/rows.ts';
import { positionsIn, quantityIn } from '../../domain/plan/amounts.ts';
import { unitShares } from '../../domain/plan/shares.ts';
import { NO_PROGRESS, type Progress, progressByUnit, progressOf } from '../../domain/progress/progress.ts';
import { isTakenDown } from '../../domain/progress/stage.ts';
import { unitAt, unitIndex } from '../../domain/unit/units.ts';

/** A road's sheet or a unit's; null for what stands off the roads, and for what is nobody's. */
export interface Choice {
  readonly by: 'road' | 'unit';
  readonly id: Id | null;
}

export interface SheetLine {
  readonly placement: Placement;
  /** Pieces of it that are this sheet's. */
  readonly quantity: number;
  /** Of these, those that were put up. */
  readonly installed: number;
  /** Pieces of it on all sheets. */
  readonly ofAll: number;
  /** The sheet's unit when only what stands on its ground is meant; undefined for the whole placement. */
  readonly ground: Id | null | undefined;
}

const BEFORE_APPROVAL = new Set(['draft', 'submitted', 'sent-back']);

/** The lines of every sheet; what is not approved yet only when asked for. */
export class SheetLines {
  readonly #road = new Map<Id | null, SheetLine[]>();
  readonly #unit = new Map<Id | null, SheetLine[]>();

  constructor(tables: Tables, drafts: boolean) {
    for (const placement of tables.placement.values()) {
      if (isTakenDown(tables, placement) || (!drafts && BEFORE_APPROVAL.has(placement.state))) continue;
      const all = quantityIn(tables, placement);
      const road = placement.roadId !== null && tables.road.has(placement.roadId) ? placement.roadId : null;
      const up = upOf(progressOf(tables, placement));
      put(this.#road, road, { placement, quantity: all, installed: up, ofAll: all, ground: undefined });
      const shares = sharesIn(tables, placement, all);
      const whole = placement.unitId !== null || isTooMany(all);
      const byUnit = whole ? null : progressByUnit(tables, placement);
      for (const [unit, quantity] of shares)
        put(this.#unit, unit, {
          placement,
          quantity,
          installed: byUnit === null ? up : upOf(byUnit.get(unit) ?? NO_PROGRESS),
          ofAll: all,
          ground: whole ? undefined : unit,
        });
    }
  }

  of(choice: Choice): readonly SheetLine[] {
    return (choice.by === 'road' ? this.#road : this.#unit).get(choice.id) ?? [];
  }

  /** The roads or units that have a sheet. */
  ids(by: Choice['by']): (Id | null)[] {
    return [...(by === 'road' ? this.#road : this.#unit).keys()];
  }
}

function upOf({ standing, takenDown }: Progress): number {
  return standing + takenDown;
}

/** The lines of one sheet. */
export function sheetLines(tables: Tables, choice: Choice, drafts: boolean): readonly SheetLine[] {
  return new SheetLines(tables, drafts).of(choice);
}

function put(sheets: Map<Id | null, SheetLine[]>, id: Id | null, line: SheetLine): void {
  const lines = sheets.get(id);
  if (lines === undefined) sheets.set(id, [line]);
  else lines.push(line);
}

/** More positions than anybody can lay out and draw: such a row is printed with its quantity, and says so. */
export function isTooMany(quantity: number): boolean {
  return quantity > STRETCH_LIMIT;
}

/** Pieces a unit; what is on nobody's ground, or cannot be laid on any, falls to null. The parts add up to the whole. */
function sharesIn(tables: Tables, placement: Placement, all: number): ReadonlyMap<Id | null, number> {
  const { unitId } = placement;
  if (unitId !== null) return new Map([[tables.unit.has(unitId) ? unitId : null, all]]);
  if (isTooMany(all)) return new Map([[null, all]]);
  const shares = new Map(unitShares(tables, placement));
  const told = [...shares.values()].reduce((a, b) => a + b, 0);
  if (told !== all || shares.size === 0) shares.set(null, (shares.get(null) ?? 0) + all - told);
  return shares;
}

/** Where a line's pieces stand; null when they are too many to lay out. */
export function positionsOf(
  tables: Tables,
  line: SheetLine,
): Pick<Positions, 'count' | 'chainage' | 'side'> | null {
  if (line.placement.rule !== null && isTooMany(line.ofAll)) return null;
  const positions = positionsIn(tables, line.placement);
  if (line.ground === undefined) return positions;
  const index = unitIndex(tables.unit);
  const { lng, lat } = positions;
  const here: number[] = [];
  for (let i = 0; i < positions.count; i++)
    if ((unitAt(index, lng[i] as number, lat[i] as number)?.id ?? null) === line.ground) here.push(i);
  return {
    count: here.length,
    chainage: Float64Array.from(here, (i) => positions.chainage[i] as number),
    side: Int8Array.from(here, (i) => positions.side[i] as number),
  };
}
