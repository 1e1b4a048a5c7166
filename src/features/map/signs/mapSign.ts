/** What is placed on the map, each kind with what it takes to paint it. */
import type { Mark } from '../../../domain/checks/finding.ts';
import type { RoadClass } from '../../../domain/model/entities/road.ts';
import type { Id } from '../../../domain/model/rows.ts';
import type { Placed, Sign } from '../../../ui/map/placing.ts';
import type { FeatureMark, PlaceMark, Post } from '../layers/baseDrawing.ts';
import type { PointGroup } from './points.ts';

export interface PointSign extends Sign {
  readonly kind: 'point';
  readonly group: PointGroup;
  readonly mark: Mark | null;
  readonly dimmed: boolean;
}

export type MapSign =
  | PointSign
  | (Sign & { readonly kind: 'finding'; readonly id: Id; readonly mark: Mark })
  | (Sign & { readonly kind: 'feature'; readonly feature: FeatureMark })
  | (Sign & {
      readonly kind: 'shield';
      readonly roadId: Id;
      readonly text: string;
      readonly class: RoadClass;
    })
  | (Sign & {
      readonly kind: 'name';
      readonly text: string;
      readonly font: 'name' | 'town' | 'smallName' | 'smallTown';
      /** Said below the name, where there is room. */
      readonly share: string | null;
      readonly done: boolean;
    })
  | (Sign & { readonly kind: 'place'; readonly place: PlaceMark })
  | (Sign & { readonly kind: 'post'; readonly post: Post })
  | (Sign & { readonly kind: 'word'; readonly text: string; readonly water: boolean });

export type PlacedSign = Placed<MapSign>;

/** Who chooses first. What is selected comes before all of them. */
export const RANK = {
  selected: 0,
  point: 1,
  finding: 2,
  feature: 3,
  shield: 4,
  name: 5,
  findingFromAfar: 5.5,
  place: 6,
  post: 7,
  word: 8,
  dimmed: 9,
} as const;
