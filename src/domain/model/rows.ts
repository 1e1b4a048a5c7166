/**
 * The rows of a campaign, as every layer knows them. Lengths and chainages are metres, money is whole VND,
 * days are calendar days `YYYY-MM-DD` without a time of day, positions are [longitude, latitude] on WGS 84.
 */
import type { Day, DueRule } from '../schedule/days.ts';

export type Id = string;
export type LngLatPair = readonly [number, number];
/** Polygons, each an outer ring and its holes; rings closed, as in GeoJSON. */
export type Area = readonly (readonly (readonly LngLatPair[])[])[];

interface RowBase {
  readonly id: Id;
  /** The number of the change that last wrote this row; what an edit says it has seen. */
  readonly version: number;
}

/** A server of map tiles; `url` holds {z}, {x}, {y} and maybe {s}. */
export interface BaseMap {
  readonly name: string;
  readonly url: string;
  readonly attribution: string;
}

export interface Campaign extends RowBase {
  readonly name: string;
  readonly theme: string;
  readonly term: string;
  /** The congress as slogans must name it, e.g. «lần thứ XII». */
  readonly congressName: string;
  readonly organisingBody: string;
  readonly parentBody: string;
  /** Decides the heading of official papers: Decree 30/2020/NĐ-CP (state) or Guidance 36-HD/VPTW (Party). */
  readonly bodyKind: 'state' | 'party';
  readonly place: string;
  /** D: the day of the official opening. */
  readonly openingDay: Day;
  readonly closingDay: Day;
  readonly timeZone: string;
  /** To choose from on the map; the first is shown until somebody chooses. */
  readonly baseMaps: readonly BaseMap[];
  /** Said on the map when roads are drawn, not surveyed. */
  readonly mapNotice: string;
  /** Demonstrations pretend it is this day; null follows the clock. */
  readonly demoToday: Day | null;
  /** What the plan may cost, in VND; 0 while no sum is set. */
  readonly budget: number;
  /** What the campaign changed of the rules: one switched off, or its numbers. */
  readonly ruleSettings: RuleSettings;
}

/** By rule id. Numbers that are not named keep the rule's own default. */
export type RuleSettings = Readonly<
  Record<string, { readonly off: boolean; readonly params: Readonly<Record<string, number>> }>
>;

export interface Milestone extends RowBase {
  readonly name: string;
  /** Exactly one of the two is set: a day of its own, or days after (before: negative) the opening day. */
  readonly day: Day | null;
  readonly offsetDays: number | null;
}

export interface Unit extends RowBase {
  readonly code: string;
  readonly name: string;
  readonly kind: 'commune' | 'organisation';
  readonly centre: LngLatPair | null;
  /** The unit above, e.g. the district. */
  readonly parentId: Id | null;
  readonly boundary: Area | null;
}

export type RoadClass = 'national' | 'provincial' | 'district' | 'street' | 'other';

export interface CalibrationPoint {
  /** Metres along the measured line, from its first vertex. */
  readonly along: number;
  /** What the surveyed kilometre post says there, in metres. */
  readonly chainage: number;
}

export interface Road extends RowBase {
  readonly code: string;
  readonly name: string;
  readonly class: RoadClass;
  /** One measured line, in order; its gaps are bridged and listed. */
  readonly line: readonly LngLatPair[];
  readonly gaps: readonly number[];
  readonly zeroChainage: number;
  readonly calibration: readonly CalibrationPoint[];
  /** Half the width of the road in metres: where the verge begins on the map. */
  readonly halfWidth: number;
  readonly source: string;
}

export const FEATURE_KINDS = ['bridge', 'junction', 'signal', 'level-crossing', 'km-post'] as const;
export type FeatureKind = (typeof FEATURE_KINDS)[number];

export interface RoadFeature extends RowBase {
  readonly roadId: Id;
  readonly kind: FeatureKind;
  readonly name: string;
  readonly from: number;
  /** Equal to `from` for a feature at one place. */
  readonly to: number;
}

export const NO_GO_KINDS = ['relic', 'dyke', 'power-grid', 'road-safety-corridor'] as const;
export type NoGoKind = (typeof NO_GO_KINDS)[number];

/** Ground on which nothing may be put up. */
export interface NoGoArea extends RowBase {
  readonly kind: NoGoKind;
  readonly name: string;
  readonly area: Area;
}

export interface ChecklistItem {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
  readonly due: DueRule;
  /** Whether the crew writes how many were done. */
  readonly counts: boolean;
}

type SymbolColour = 'red' | 'gold' | 'blue' | 'green' | 'ink';

type SymbolShape =
  | 'flag'
  | 'vertical-flag'
  | 'bunting'
  | 'banner-across'
  | 'banner'
  | 'pano'
  | 'slogan-board'
  | 'poster'
  | 'gate'
  | 'screen'
  | 'loudspeaker'
  | 'vehicle';

export interface AssetType extends RowBase {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly shape: SymbolShape;
  readonly colour: SymbolColour;
  /** Up to two characters on the symbol, which tell it apart in black and white; may be empty. */
  readonly glyph: string;
  readonly unitName: string;
  readonly unitNameEn: string;
  readonly size: string;
  readonly layout: 'stretch' | 'point';
  readonly defaultSpacing: number;
  readonly defaultSides: Sides;
  readonly price: number;
  readonly inStock: number;
  /** Ordered and not yet delivered. */
  readonly ordered: number;
  readonly carriesText: boolean;
  /** How it is held: on a pole beside the road, on its own footing, or strung across the carriageway. */
  readonly mount: 'pole' | 'ground' | 'across';
  readonly emblem: 'none' | 'national' | 'party';
  /** Size of the piece itself, in centimetres; null when it says nothing. */
  readonly widthCm: number | null;
  readonly heightCm: number | null;
  /** How many days a piece lasts outdoors; null when nobody counts. */
  readonly lifeDays: number | null;
  /** Rules that do not apply to this type. */
  readonly rulesOff: readonly string[];
  readonly checklist: readonly ChecklistItem[];
}

export interface Slogan extends RowBase {
  readonly text: string;
  /** Types it may stand on; empty for all that carry text. */
  readonly typeIds: readonly Id[];
  /** Order of priority, 1 first; 0 when nobody ranked it. */
  readonly priority: number;
  readonly approved: boolean;
  readonly approvalDocument: string;
  readonly approvalDay: Day | null;
}

export type Side = 'left' | 'right' | 'median';
export type Sides = 'left' | 'right' | 'both' | 'median';

export type PlacementState =
  | 'draft'
  | 'submitted'
  | 'sent-back'
  | 'approved'
  | 'in-production'
  | 'ready'
  | 'installed'
  | 'inspected'
  | 'damaged'
  | 'removed';

/** A single position of a stretch, told by its side and its ordinal in the rule: survives skips of others. */
export type PositionKey = `${'L' | 'R' | 'M'}${number}`;

/** What a stretch's rule says; its positions are derived from it and never stored. */
export interface StretchRule {
  readonly spacing: number;
  readonly startOffset: number;
  readonly sides: Sides;
  readonly staggered: boolean;
  readonly edgeOffset: number;
  /** Kinds of road feature over which nothing stands. */
  readonly except: readonly FeatureKind[];
  readonly skips: readonly PositionKey[];
  /** Metres along the road by which a position was moved. */
  readonly moves: Readonly<Partial<Record<PositionKey, number>>>;
}

export interface Placement extends RowBase {
  readonly assetTypeId: Id;
  readonly unitId: Id | null;
  readonly sloganId: Id | null;
  readonly state: PlacementState;
  readonly note: string;
  readonly installBy: DueRule | null;
  readonly removeBy: DueRule | null;
  /** Null for a point off the road, which then has a `coordinate`. */
  readonly roadId: Id | null;
  readonly coordinate: LngLatPair | null;
  readonly from: number | null;
  /** Null for a point. */
  readonly to: number | null;
  /** The side of a point; a stretch says it in its rule. */
  readonly side: Side | null;
  readonly rule: StretchRule | null;
  /** How many pieces stand at a point; a stretch derives its quantity. */
  readonly pointQuantity: number;
  /** The part of the plan's time it belongs to, e.g. «Trước đại hội»; may be empty. */
  readonly phase: string;
  readonly sponsor: Sponsor | null;
  /** How many pieces were there when it was approved; null before that, and where nobody counted then. */
  readonly approvedQuantity: number | null;
}

/** A sponsor's name or logo on a piece. */
export interface Sponsor {
  readonly name: string;
  /** Per cent of the piece's area. */
  readonly share: number;
  readonly place: 'bottom' | 'right' | 'other';
}

/** What was done of one checklist item of a placement. An item without a row is still to do. */
export interface Task extends RowBase {
  readonly placementId: Id;
  readonly itemId: string;
  readonly doneDay: Day;
  readonly doneBy: string;
  readonly quantity: number | null;
  readonly note: string;
}

/** One thing of a dressing set: laid over the whole of a stretch, or at one place of it. */
export interface DressingItem {
  readonly assetTypeId: Id;
  readonly sloganId: Id | null;
  /** Null for a point. */
  readonly rule: StretchRule | null;
  /** Where a point stands: metres from the start, metres before the end, or a share (0 to 1) of the length. */
  readonly anchor: 'start' | 'end' | 'share';
  readonly offset: number;
  readonly side: Side;
  readonly pointQuantity: number;
}

/** A named set of types with their rules, laid on a stretch in one gesture. */
export interface DressingSet extends RowBase {
  readonly name: string;
  readonly items: readonly DressingItem[];
}

/** A finding that somebody answers for; it stays visible with the reason. */
export interface Acceptance extends RowBase {
  /** The finding's key. */
  readonly finding: string;
  readonly rule: string;
  readonly placementId: Id | null;
  readonly reason: string;
  readonly acceptedBy: string;
  readonly day: Day;
}

/** A way to look at the table, kept for everyone: filter, columns, order, grouping as one text the screen writes. */
interface SavedView extends RowBase {
  readonly name: string;
  readonly view: string;
}

export interface RowOf {
  readonly campaign: Campaign;
  readonly milestone: Milestone;
  readonly unit: Unit;
  readonly road: Road;
  readonly roadFeature: RoadFeature;
  readonly noGoArea: NoGoArea;
  readonly assetType: AssetType;
  readonly slogan: Slogan;
  readonly placement: Placement;
  readonly task: Task;
  readonly dressingSet: DressingSet;
  readonly acceptance: Acceptance;
  readonly savedView: SavedView;
}

/** The rows of a campaign in memory: one map an entity, replaced (not changed) when one of its rows changes. */
export type Tables = { readonly [E in Entity]: ReadonlyMap<Id, RowOf[E]> };

export type Entity = keyof RowOf;
export type AnyRow = RowOf[Entity];
/** The fields of a row that an edit may write: all but its identity and version. */
export type FieldsOf<E extends Entity> = Omit<RowOf[E], 'id' | 'version'>;

/** In the order in which rows may refer to rows before them. */
export const ENTITIES = [
  'campaign',
  'milestone',
  'unit',
  'road',
  'roadFeature',
  'noGoArea',
  'assetType',
  'slogan',
  'placement',
  'task',
  'dressingSet',
  'acceptance',
  'savedView',
] as const satisfies readonly Entity[];

/** Which fields hold the id of a row of which entity, in the same campaign. */
export const REFERENCES: Readonly<Record<Entity, Readonly<Record<string, Entity>>>> = {
  campaign: {},
  milestone: {},
  unit: { parentId: 'unit' },
  road: {},
  roadFeature: { roadId: 'road' },
  noGoArea: {},
  assetType: {},
  slogan: {},
  placement: { assetTypeId: 'assetType', unitId: 'unit', sloganId: 'slogan', roadId: 'road' },
  task: { placementId: 'placement' },
  dressingSet: {},
  acceptance: { placementId: 'placement' },
  savedView: {},
};
