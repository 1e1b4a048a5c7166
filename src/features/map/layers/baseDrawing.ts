/** What the map shows below and beside the plan, prepared in world coordinates. */

import type { PlaceKind } from '../../../domain/model/entities/place.ts';
import type { RoadClass } from '../../../domain/model/entities/road.ts';
import type { FeatureKind } from '../../../domain/model/entities/roadFeature.ts';
import type { Area, Id } from '../../../domain/model/rows.ts';
import type { PaintedLine } from '../../../ui/map/roadPainter.ts';

export interface Post {
  readonly roadId: Id;
  readonly x: number;
  readonly y: number;
  /** Unit vector to the right of the road, on screen. */
  readonly nx: number;
  readonly ny: number;
  readonly km: number;
  readonly roadRank: number;
}

export interface Shield {
  readonly roadId: Id;
  readonly x: number;
  readonly y: number;
  /** Unit vector to the right of the road, on screen. */
  readonly nx: number;
  readonly ny: number;
  readonly text: string;
  readonly class: RoadClass;
}

/** The name of a unit. */
export interface UnitName {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly town: boolean;
  /** What the name is of; null where no boundary is known. */
  readonly area: Area | null;
  /** How much of what is planned there stands, from 0 to 1; null where nothing is planned. */
  readonly share: number | null;
}

export interface FeatureMark {
  readonly id: Id;
  readonly x: number;
  readonly y: number;
  /** Unit vector to the right of the road, on screen. */
  readonly nx: number;
  readonly ny: number;
  readonly kind: FeatureKind;
}

/** A named place; of a neighbour or a river only the name is drawn. */
export interface PlaceMark {
  readonly id: Id;
  readonly x: number;
  readonly y: number;
  readonly kind: PlaceKind | 'water';
  readonly text: string;
}

export interface BaseDrawing {
  readonly lines: readonly PaintedLine[];
  readonly posts: readonly Post[];
  readonly shields: readonly Shield[];
  readonly names: readonly UnitName[];
  readonly places: readonly PlaceMark[];
  readonly features: readonly FeatureMark[];
}

export const EMPTY_BASE: BaseDrawing = {
  lines: [],
  posts: [],
  shields: [],
  names: [],
  places: [],
  features: [],
};

export function rankOf(roadClass: RoadClass): number {
  return roadClass === 'national' ? 0 : roadClass === 'provincial' ? 1 : 2;
}
