/** What a draft would be if it were accepted now: laid out, counted, costed, held against the store. */
import { costOf } from '../estimate/estimate.ts';
import { type Gap, gapsOf, layOut, type Positions, quantityOf, stretchOf } from '../layout/layOut.ts';
import { placementPositions } from '../layout/placement.ts';
import type { Placement } from '../model/entities/placement.ts';
import type { FieldsOf, Tables } from '../model/rows.ts';
import { measuredOf } from '../road/measuredOf.ts';
import { widthsIn } from './amounts.ts';
import { stockLeft } from './needed.ts';
import { featuresOf } from './roads.ts';

export interface Preview {
  readonly quantity: number;
  readonly cost: number;
  /** What the store would still hold: negative when short. */
  readonly left: number;
  readonly lengthM: number;
  /** Positions that bridges and the like took out. */
  readonly excepted: number;
  readonly positions: Positions;
}

const NO_GAPS: readonly Gap[] = [];

/** Null when the type or the road is missing. `instead` is the placement that the fields would replace. */
export function previewOf(
  tables: Tables,
  fields: FieldsOf<'placement'>,
  instead?: Placement,
): Preview | null {
  const type = tables.assetType.get(fields.assetTypeId);
  if (type === undefined) return null;
  const road = fields.roadId === null ? undefined : tables.road.get(fields.roadId);
  const measured = road === undefined ? undefined : (measuredOf(road) ?? undefined);
  const features = featuresOf(tables, fields.roadId);
  const stretch = stretchOf(fields);
  let quantity = fields.pointQuantity;
  let excepted = 0;
  let positions: Positions;
  if (stretch !== null) {
    if (measured === undefined) return null;
    const gaps = gapsOf(stretch.rule, features, widthsIn(tables));
    quantity = quantityOf(stretch, gaps);
    excepted = quantityOf(stretch, NO_GAPS) - quantity;
    positions = layOut(stretch, measured, gaps);
  } else
    positions = placementPositions({ ...fields, id: '', version: 0 }, measured, features, widthsIn(tables));
  return {
    quantity,
    cost: costOf(quantity, type),
    left: stockLeft(tables, type, instead) - quantity,
    lengthM: stretch === null ? 0 : Math.abs(stretch.to - stretch.from),
    excepted,
    positions,
  };
}
