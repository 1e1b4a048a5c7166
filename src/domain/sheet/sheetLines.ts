/**
 * What stands on which sheet, and how much of it. Dialog, strips, table and totals all count these lines, so that none
 * can say another number than the others.
 */

import { BEFORE_APPROVAL } from '../edit/states.ts';
import type { Positions } from '../layout/layOut.ts';
import { STRETCH_LIMIT } from '../layout/limits.ts';
import type { Placement } from '../model/entities/placement.ts';
import type { Id, Tables } from '../model/rows.ts';
import { positionsIn, quantityIn } from '../plan/amounts.ts';
import { unitShares } from '../plan/shares.ts';
import { PIECE } from '../progress/pieces.ts';
import { NO_PROGRESS, type Progress, piecesIn, progressByUnit, progressOf } from '../progress/progress.ts';
import { isTakenDown } from '../progress/stage.ts';
import { unitAt, unitIndex } from '../unit/units.ts';

/** A road's sheet or a unit's; null for what stands off the roads, and for what is nobody's. */
export interface Choice {
  readonly by: 'road' | 'unit';
  readonly id: Id | null;
}

/** What the crew goes out for. */
export type SheetWork = 'install' | 'take-down';

export interface Which {
  readonly work: SheetWork;
  /** Whether what nobody approved yet is printed too. */
  readonly drafts: boolean;
}

export interface SheetLine {
  readonly placement: Placement;
  /** Pieces of it that are this sheet's. */
  readonly quantity: number;
  /** Of these, those that are done. */
  readonly done: number;
  /** Pieces of it on all sheets. */
  readonly ofAll: number;
  /** The sheet's unit when only what stands on its ground is meant; undefined for the whole placement. */
  readonly ground: Id | null | undefined;
}

/** The lines of every sheet. */
export class SheetLines {
  readonly #road = new Map<Id | null, SheetLine[]>();
  readonly #unit = new Map<Id | null, SheetLine[]>();

  constructor(tables: Tables, which: Which) {
    const crews = givenToCrews(tables, which.work);
    for (const placement of tables.placement.values()) {
      const rowLines = linesOf(tables, placement, which);
      if (rowLines === null) continue;
      const road = placement.roadId !== null && tables.road.has(placement.roadId) ? placement.roadId : null;
      put(this.#road, road, rowLines.whole);
      for (const [unit, line] of rowLines.byUnit) put(this.#unit, unit, line);
      for (const { crew, of } of crews.get(placement.id) ?? []) {
        const line = of === undefined ? rowLines.whole : rowLines.byUnit.get(of);
        if (line !== undefined && !rowLines.byUnit.has(crew)) put(this.#unit, crew, line);
      }
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

interface RowLines {
  readonly whole: SheetLine;
  readonly byUnit: ReadonlyMap<Id | null, SheetLine>;
}

/** The lines of one placement; null where nothing of it is to be done, or was done, on a sheet of this kind. */
function linesOf(tables: Tables, placement: Placement, { work, drafts }: Which): RowLines | null {
  if (BEFORE_APPROVAL.has(placement.state) && !drafts) return null;
  if (work === 'install' && isTakenDown(tables, placement)) return null;
  const all = quantityIn(tables, placement);
  const p = progressOf(tables, placement);
  if (work === 'take-down' && upOf(p) === 0) return null;
  const whole = placement.unitId !== null || isTooMany(all);
  const shares = sharesIn(tables, placement, all);
  const byUnit = whole ? null : progressByUnit(tables, placement);
  const ofAll = work === 'install' ? all : upOf(p);
  const line = (quantity: number, own: Progress, ground: SheetLine['ground']): SheetLine => ({
    placement,
    ofAll,
    ground,
    ...(work === 'install'
      ? { quantity, done: Math.min(quantity, upOf(own)) }
      : { quantity: upOf(own), done: own.takenDown }),
  });
  return {
    whole: line(all, p, undefined),
    byUnit: new Map(
      [...shares].flatMap(([unit, quantity]) => {
        const own = byUnit === null ? p : (byUnit.get(unit) ?? NO_PROGRESS);
        const share = line(quantity, own, whole ? undefined : unit);
        return share.quantity === 0 && work === 'take-down' ? [] : [[unit, share] as const];
      }),
    ),
  };
}

/** What was given to a unit to do that is not its own, by placement; `of`: whose part of it, undefined for all of it. */
function givenToCrews(
  tables: Tables,
  work: SheetWork,
): ReadonlyMap<Id, { readonly crew: Id; readonly of: Id | null | undefined }[]> {
  const given = new Map<Id, { readonly crew: Id; readonly of: Id | null | undefined }[]>();
  for (const { placementId, itemId, assignedUnitId: crew, whole, unitId } of tables.task.values()) {
    const placement = tables.placement.get(placementId);
    if (crew === null || !tables.unit.has(crew) || placement === undefined) continue;
    const item = tables.assetType.get(placement.assetTypeId)?.checklist.find(({ id }) => id === itemId);
    if (item?.does !== (work === 'install' ? 'installed' : 'taken-down')) continue;
    given.set(placementId, [...(given.get(placementId) ?? []), { crew, of: whole ? undefined : unitId }]);
  }
  return given;
}

function upOf({ standing, takenDown }: Progress): number {
  return standing + takenDown;
}

/** The lines of one sheet. */
export function sheetLines(tables: Tables, choice: Choice, which: Which): readonly SheetLine[] {
  return new SheetLines(tables, which).of(choice);
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

/** Pieces of a stretch, each where it stands, and whether it is done. */
export interface Standing extends Pick<Positions, 'count' | 'chainage' | 'side'> {
  readonly done: Uint8Array;
}

/** Where a line's pieces stand; null when they are too many to lay out. */
export function positionsOf(tables: Tables, line: SheetLine, work: SheetWork): Standing | null {
  const { placement } = line;
  if (placement.rule !== null && isTooMany(quantityIn(tables, placement))) return null;
  const { count, chainage, side, lng, lat } = positionsIn(tables, placement);
  const { flags } = piecesIn(tables, placement);
  const index = line.ground === undefined ? null : unitIndex(tables.unit);
  const here: number[] = [];
  for (let i = 0; i < count; i++) {
    if (work === 'take-down' && ((flags[i] as number) & PIECE.up) === 0) continue;
    if (index !== null && (unitAt(index, lng[i] as number, lat[i] as number)?.id ?? null) !== line.ground)
      continue;
    here.push(i);
  }
  const gone = PIECE.down | PIECE.lost;
  const isDone = (f: number) => (work === 'install' ? (f & PIECE.up) !== 0 : (f & gone) !== 0);
  return {
    count: here.length,
    chainage: Float64Array.from(here, (i) => chainage[i] as number),
    side: Int8Array.from(here, (i) => side[i] as number),
    done: Uint8Array.from(here, (i) => (isDone(flags[i] as number) ? 1 : 0)),
  };
}
