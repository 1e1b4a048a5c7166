/** A campaign's rows as the rules read them: which placements hang on which road, type, slogan. Kept as rows change. */
import type { Campaign } from '../model/entities/campaign.ts';
import type { Placement } from '../model/entities/placement.ts';
import type { Road } from '../model/entities/road.ts';
import type { Id, Tables } from '../model/rows.ts';
import { progressOf } from '../progress/progress.ts';
import { measuredOf } from '../road/measuredOf.ts';
import type { MeasuredRoad } from '../road/measuredRoad.ts';
import { amountsOf } from './amounts.ts';
import { PlacementFacts } from './placementFacts.ts';
import { featuresOf } from './roads.ts';

export class PlanIndex {
  tables: Tables;
  readonly #placed = new Map<Id, PlacementFacts>();
  readonly #byRoad = new Map<Id, Set<Id>>();
  readonly #byType = new Map<Id, Set<Id>>();
  readonly #bySlogan = new Map<Id, Set<Id>>();

  constructor(tables: Tables) {
    this.tables = tables;
    for (const row of tables.placement.values()) this.#hang(row);
  }

  get campaign(): Campaign | undefined {
    const [campaign] = this.tables.campaign.values();
    return campaign;
  }

  /** Takes new tables; `before` is the placement as it was, where one changed. */
  replace(
    tables: Tables,
    changed: readonly { readonly id: Id; readonly before: Placement | undefined }[],
  ): void {
    this.tables = tables;
    for (const { id, before } of changed) {
      if (before !== undefined) this.#unhang(before);
      const now = tables.placement.get(id);
      if (now !== undefined) this.#hang(now);
      this.#placed.delete(id);
    }
  }

  /** Everything about a placement is worked out anew: something around it changed. */
  forget(id: Id): void {
    this.#placed.delete(id);
  }

  #hang(row: Placement): void {
    for (const [index, key] of this.#keysOf(row)) {
      const set = index.get(key) ?? new Set();
      index.set(key, set.add(row.id));
    }
  }

  #unhang(row: Placement): void {
    for (const [index, key] of this.#keysOf(row)) index.get(key)?.delete(row.id);
  }

  #keysOf(row: Placement): [Map<Id, Set<Id>>, Id][] {
    const keys: [Map<Id, Set<Id>>, Id][] = [[this.#byType, row.assetTypeId]];
    if (row.roadId !== null) keys.push([this.#byRoad, row.roadId]);
    if (row.sloganId !== null) keys.push([this.#bySlogan, row.sloganId]);
    return keys;
  }

  onRoad(id: Id): Iterable<Id> {
    return this.#byRoad.get(id) ?? [];
  }

  ofType(id: Id): Iterable<Id> {
    return this.#byType.get(id) ?? [];
  }

  withSlogan(id: Id): Iterable<Id> {
    return this.#bySlogan.get(id) ?? [];
  }

  placed(id: Id): PlacementFacts | undefined {
    let placed = this.#placed.get(id);
    if (placed === undefined) {
      const row = this.tables.placement.get(id);
      if (row === undefined) return undefined;
      placed = this.place(row);
      this.#placed.set(id, placed);
    }
    return placed;
  }

  /** A row that may not be stored: what is being drawn is looked at like what is there. */
  place(row: Placement): PlacementFacts {
    const road = row.roadId === null ? undefined : this.tables.road.get(row.roadId);
    return new PlacementFacts(row, {
      type: this.tables.assetType.get(row.assetTypeId),
      road,
      measured: road === undefined ? undefined : (this.measured(road) ?? undefined),
      features: featuresOf(this.tables, row.roadId),
      amounts: amountsOf(this.tables, row),
      progress: () => progressOf(this.tables, row),
      slogan: this.tables.slogan.get(row.sloganId ?? ''),
      settings: this.campaign?.ruleSettings ?? NO_SETTINGS,
    });
  }

  measured(road: Road): MeasuredRoad | null {
    return measuredOf(road);
  }
}

const NO_SETTINGS = {};
