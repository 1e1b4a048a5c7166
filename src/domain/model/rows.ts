/**
 * The rows of a campaign, as every layer knows them; what each entity is stands in its file under `entities`. Lengths
 * and chainages are metres, money is whole VND, days are calendar days `YYYY-MM-DD` without a time of day, positions
 * are [longitude, latitude] on WGS 84.
 */
import { acceptance } from './entities/acceptance.ts';
import { assetType } from './entities/assetType.ts';
import { campaign } from './entities/campaign.ts';
import { dressingSet } from './entities/dressingSet.ts';
import { milestone } from './entities/milestone.ts';
import { noGoArea } from './entities/noGoArea.ts';
import { occasion } from './entities/occasion.ts';
import { place } from './entities/place.ts';
import { placement } from './entities/placement.ts';
import { report } from './entities/report.ts';
import { road } from './entities/road.ts';
import { roadFeature } from './entities/roadFeature.ts';
import { round } from './entities/round.ts';
import { savedView } from './entities/savedView.ts';
import { slogan } from './entities/slogan.ts';
import { task } from './entities/task.ts';
import { unit } from './entities/unit.ts';
import { waterway } from './entities/waterway.ts';
import type { Fields, Inner, RowOfFields } from './entity.ts';

export type Id = string;
export type LngLatPair = readonly [number, number];
/** Polygons, each an outer ring and its holes; rings closed, as in GeoJSON. */
export type Area = readonly (readonly (readonly LngLatPair[])[])[];

/** In the order in which rows may refer to rows before them; the campaign alone names an occasion that is made after it. */
export const MODEL = {
  campaign,
  occasion,
  milestone,
  unit,
  road,
  roadFeature,
  noGoArea,
  place,
  waterway,
  assetType,
  slogan,
  placement,
  report,
  task,
  round,
  dressingSet,
  acceptance,
  savedView,
};

export type Entity = keyof typeof MODEL;
export const ENTITIES = Object.keys(MODEL) as [Entity, ...Entity[]];

export type RowOf = { readonly [E in Entity]: RowOfFields<(typeof MODEL)[E]['fields']> };
export type AnyRow = RowOf[Entity];
/** The fields of a row that an edit may write: all but its identity and version. */
export type FieldsOf<E extends Entity> = Omit<RowOf[E], 'id' | 'version'>;

/** The rows of a campaign in memory: one map an entity, replaced (not changed) when one of its rows changes. */
export type Tables = { readonly [E in Entity]: ReadonlyMap<Id, RowOf[E]> };

/** What an entity says of itself (`entity.ts`), for code that treats all alike. */
interface Shape {
  readonly fields: Fields;
  readonly references?: Readonly<Record<string, Entity>>;
  readonly inside?: Readonly<Record<string, Inner<never>>>;
  readonly ownedBy?: string;
  readonly unique?: readonly (readonly string[])[];
  readonly vouches?: Readonly<Record<string, readonly string[]>>;
  readonly byKey?: readonly string[];
  readonly isFact?: true;
}

export function shapeOf(entity: Entity): Shape {
  return MODEL[entity] as Shape;
}
