/** A placement with everything a rule asks of it, worked out once when first asked. */
import type { Op } from '../edit/edit.ts';
import { costOf } from '../estimate/estimate.ts';
import { type GapWidths, gapWidthsOf } from '../layout/gapWidths.ts';
import { type Gap, gapsOf, type Positions, type Spot, spotsOf, stretchOf } from '../layout/layOut.ts';
import { SINGLES_LIMIT } from '../layout/limits.ts';
import type { AssetType } from '../model/entities/assetType.ts';
import type { RuleSettings } from '../model/entities/campaign.ts';
import type { Placement } from '../model/entities/placement.ts';
import type { Road } from '../model/entities/road.ts';
import type { FeatureKind, RoadFeature } from '../model/entities/roadFeature.ts';
import type { Slogan } from '../model/entities/slogan.ts';
import type { PositionKey, Side } from '../model/entities/stretchRule.ts';
import type { FieldsOf } from '../model/rows.ts';
import type { Progress } from '../progress/progress.ts';
import type { MeasuredRoad } from '../road/measuredRoad.ts';
import type { Amounts } from './amounts.ts';
import { SpotIndex } from './spotIndex.ts';

interface Around {
  readonly type: AssetType | undefined;
  readonly road: Road | undefined;
  readonly measured: MeasuredRoad | undefined;
  readonly features: readonly RoadFeature[];
  readonly slogan: Slogan | undefined;
  readonly settings: RuleSettings;
  readonly amounts: Amounts;
  /** Asked only where it matters. */
  readonly progress: () => Progress;
}

/** One place where something stands; `key` is null for a point. */
export interface Standing {
  readonly key: PositionKey | null;
  readonly side: Side;
  readonly chainage: number;
}

export class PlacementFacts {
  readonly row: Placement;
  readonly type: AssetType | undefined;
  readonly road: Road | undefined;
  readonly measured: MeasuredRoad | undefined;
  readonly features: readonly RoadFeature[];
  readonly slogan: Slogan | undefined;
  readonly #widths: GapWidths;
  #spots: readonly Standing[] | null = null;
  #index: SpotIndex | null = null;
  readonly #amounts: Amounts;
  readonly #askProgress: () => Progress;
  #progress: Progress | null = null;

  constructor(row: Placement, around: Around) {
    this.row = row;
    this.type = around.type;
    this.road = around.road;
    this.measured = around.measured;
    this.features = around.features;
    this.slogan = around.slogan;
    this.#widths = gapWidthsOf(around.settings);
    this.#amounts = around.amounts;
    this.#askProgress = around.progress;
  }

  get progress(): Progress {
    this.#progress ??= this.#askProgress();
    return this.#progress;
  }

  /** What still counts: what was all taken down is history. */
  get isNotRemoved(): boolean {
    const { standing, takenDown } = this.progress;
    return standing > 0 || takenDown === 0;
  }

  /** Whether some of it is out there now, as far as anybody has said. */
  get stands(): boolean {
    return this.progress.standing > 0;
  }

  get from(): number {
    return this.row.from ?? 0;
  }

  get to(): number {
    return this.row.to ?? this.row.from ?? 0;
  }

  get quantity(): number {
    return this.#amounts.quantity;
  }

  /** In VND. */
  get cost(): number {
    return this.type === undefined ? 0 : costOf(this.quantity, this.type);
  }

  /** Every place on the road where it stands, side by side, as far as it is laid out; none off the road. */
  get spots(): readonly Standing[] {
    if (this.#spots === null) {
      const stretch = stretchOf(this.row);
      if (stretch !== null) this.#spots = spotsOf(stretch, this.gaps()) satisfies readonly Spot[];
      else if (this.row.roadId === null || this.row.from === null) this.#spots = [];
      else this.#spots = [{ key: null, side: this.row.side ?? 'right', chainage: this.row.from }];
    }
    return this.#spots;
  }

  /** The same, for those who look for the nearest. */
  get spotIndex(): SpotIndex {
    this.#index ??= new SpotIndex(this.spots);
    return this.#index;
  }

  gaps(): Gap[] {
    return this.row.rule === null ? [] : gapsOf(this.row.rule, this.features, this.#widths);
  }

  get positions(): Positions {
    return this.#amounts.positions;
  }

  /** Features of some kinds that lie within `around` metres of it. */
  featuresNear(kinds: readonly FeatureKind[], around: number): RoadFeature[] {
    return this.features.filter(
      (f) => kinds.includes(f.kind) && f.to + around >= this.from && f.from - around <= this.to,
    );
  }

  spotsBetween(from: number, to: number): Standing[] {
    if (to < this.from || from > this.to) return [];
    return this.spots.filter((s) => s.chainage > from && s.chainage < to);
  }

  set(fields: Partial<FieldsOf<'placement'>>): Op {
    return { kind: 'set', entity: 'placement', id: this.row.id, version: this.row.version, fields };
  }

  /** Whether as many positions more can be left out one by one. */
  maySkip(more: number): boolean {
    return this.row.rule !== null && this.row.rule.skips.length + more <= SINGLES_LIMIT;
  }

  /** The rule with some positions left out as well; for a stretch only. */
  skipping(keys: Iterable<PositionKey>): Op {
    const { rule } = this.row;
    if (rule === null) throw new Error('a point has no positions to skip');
    return this.set({ rule: { ...rule, skips: [...new Set([...rule.skips, ...keys])] } });
  }

  /** The rule with some kinds of feature left out as well; for a stretch only. */
  excepting(kinds: readonly FeatureKind[]): Op {
    const { rule } = this.row;
    if (rule === null) throw new Error('a point excepts nothing');
    return this.set({ rule: { ...rule, except: [...new Set([...rule.except, ...kinds])] } });
  }
}
