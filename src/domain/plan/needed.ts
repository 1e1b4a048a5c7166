/** What the plan takes from the store. */
import type { AssetType } from '../model/entities/assetType.ts';
import type { Placement } from '../model/entities/placement.ts';
import type { Tables } from '../model/rows.ts';
import { isTakenDown } from '../progress/stage.ts';
import { quantityIn } from './amounts.ts';

/** Pieces of a type that are needed: of all placements but those that were taken down, without one if told. */
export function neededIn(tables: Tables, typeId: string, without?: Placement): number {
  let needed = 0;
  for (const p of tables.placement.values())
    if (p.assetTypeId === typeId && p.id !== without?.id && !isTakenDown(tables, p))
      needed += quantityIn(tables, p);
  return needed;
}

/** Pieces left in the store after all placements of a type, without one of them if told: negative when short. */
export function stockLeft(tables: Tables, type: AssetType, without?: Placement): number {
  return type.inStock - neededIn(tables, type.id, without);
}
