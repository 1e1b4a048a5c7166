/** What each placement amounts to: quantity, cost, positions; kept until the placement or its road changes. */

import { costOf } from '../../domain/estimate/estimate.ts';
import { GAP_WIDTHS, type GapWidths, gapWidthsOf } from '../../domain/layout/gapWidths.ts';
import type { Positions } from '../../domain/layout/layOut.ts';
import { placementPositions, placementQuantity } from '../../domain/layout/placement.ts';
import type { AssetType, Placement, Road, RoadFeature, Tables } from '../../domain/model/rows.ts';
import { featuresOf, measuredOf } from './roads.ts';

interface Known {
  readonly road: Road | undefined;
  readonly features: readonly RoadFeature[];
  readonly widths: GapWidths;
  readonly quantity: number;
  positions: Positions | null;
}

const known = new WeakMap<Placement, Known>();

/** The widths kept free around features, as the campaign's rules say. */
export function widthsIn(tables: Tables): GapWidths {
  const [campaign] = tables.campaign.values();
  return campaign === undefined ? GAP_WIDTHS : gapWidthsOf(campaign.ruleSettings);
}

function knownOf(tables: Tables, placement: Placement): Known {
  const road = placement.roadId === null ? undefined : tables.road.get(placement.roadId);
  const features = featuresOf(tables, placement.roadId);
  const widths = widthsIn(tables);
  const before = known.get(placement);
  if (
    before !== undefined &&
    before.road === road &&
    before.features === features &&
    before.widths === widths
  )
    return before;
  const fresh: Known = {
    road,
    features,
    widths,
    quantity: placementQuantity(placement, features, widths),
    positions: null,
  };
  known.set(placement, fresh);
  return fresh;
}

export function quantityIn(tables: Tables, placement: Placement): number {
  return knownOf(tables, placement).quantity;
}

export function positionsIn(tables: Tables, placement: Placement): Positions {
  const k = knownOf(tables, placement);
  k.positions ??= placementPositions(
    placement,
    (k.road === undefined ? null : measuredOf(k.road)) ?? undefined,
    k.features,
    k.widths,
  );
  return k.positions;
}

/** In VND; 0 when the type is gone. */
export function costIn(tables: Tables, placement: Placement): number {
  const type: AssetType | undefined = tables.assetType.get(placement.assetTypeId);
  return type === undefined ? 0 : costOf(quantityIn(tables, placement), type);
}

/** Pieces left in the store after all placements of a type, without one of them if told: negative when short. */
export function stockLeft(tables: Tables, type: AssetType, without?: Placement): number {
  let needed = 0;
  for (const p of tables.placement.values())
    if (p.assetTypeId === type.id && p.id !== without?.id && p.state !== 'removed')
      needed += quantityIn(tables, p);
  return type.inStock - needed;
}
