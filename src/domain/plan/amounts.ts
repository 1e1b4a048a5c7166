/** What each placement amounts to: quantity, cost, positions; worked out once, until it or its road changes. */
import { costOf } from '../estimate/estimate.ts';
import { GAP_WIDTHS, type GapWidths, gapWidthsOf } from '../layout/gapWidths.ts';
import type { Positions } from '../layout/layOut.ts';
import { placementPositions, placementQuantity } from '../layout/placement.ts';
import { perObjectWhile } from '../memo.ts';
import type { Placement } from '../model/entities/placement.ts';
import type { Road } from '../model/entities/road.ts';
import type { RoadFeature } from '../model/entities/roadFeature.ts';
import type { Tables } from '../model/rows.ts';
import { measuredOf } from '../road/measuredOf.ts';
import { featuresOf } from './roads.ts';

/** One placement laid out; each figure is worked out when it is first asked for. */
export class Amounts {
  readonly #row: Placement;
  readonly #road: Road | undefined;
  readonly #features: readonly RoadFeature[];
  readonly #widths: GapWidths;
  #quantity: number | null = null;
  #positions: Positions | null = null;

  constructor(row: Placement, road: Road | undefined, features: readonly RoadFeature[], widths: GapWidths) {
    this.#row = row;
    this.#road = road;
    this.#features = features;
    this.#widths = widths;
  }

  get quantity(): number {
    this.#quantity ??= placementQuantity(this.#row, this.#features, this.#widths);
    return this.#quantity;
  }

  get positions(): Positions {
    const measured = this.#road === undefined ? null : measuredOf(this.#road);
    this.#positions ??= placementPositions(this.#row, measured ?? undefined, this.#features, this.#widths);
    return this.#positions;
  }
}

const known = perObjectWhile<Placement, Amounts>();

/** The widths kept free around features, as the campaign's rules say. */
export function widthsIn(tables: Tables): GapWidths {
  const [campaign] = tables.campaign.values();
  return campaign === undefined ? GAP_WIDTHS : gapWidthsOf(campaign.ruleSettings);
}

export function amountsOf(tables: Tables, row: Placement): Amounts {
  const road = row.roadId === null ? undefined : tables.road.get(row.roadId);
  const features = featuresOf(tables, row.roadId);
  const widths = widthsIn(tables);
  return known(row, [road, features, widths], () => new Amounts(row, road, features, widths));
}

export function quantityIn(tables: Tables, placement: Placement): number {
  return amountsOf(tables, placement).quantity;
}

export function positionsIn(tables: Tables, placement: Placement): Positions {
  return amountsOf(tables, placement).positions;
}

/** In VND; 0 when the type is gone. */
export function costIn(tables: Tables, placement: Placement): number {
  const type = tables.assetType.get(placement.assetTypeId);
  return type === undefined ? 0 : costOf(quantityIn(tables, placement), type);
}
