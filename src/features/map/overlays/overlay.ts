/** What lies on the map, one kind of thing a file: its layers, what they are told, what of it can be hit. */
import type * as L from 'leaflet';
import type { Post } from '../../../data/gestures/gesture.ts';
import type { Subject } from '../../../data/workbench/selection.ts';
import type { PositionKey } from '../../../domain/model/entities/stretchRule.ts';
import type { Id } from '../../../domain/model/rows.ts';
import type { Box } from '../../../ui/map/placing.ts';
import type { PointGroup } from '../signs/points.ts';

/** How the map looks just now. */
export interface Look {
  readonly dark: boolean;
  /** Whether there are no tiles beneath. */
  readonly bare: boolean;
  /** What lies over it, in pixels of its container. */
  readonly covers: readonly Box[];
  /** The road that a click would take. */
  readonly pointedRoad: Id | null;
}

/** Pixels of the map. */
interface Point {
  readonly x: number;
  readonly y: number;
}

type Layers = Readonly<Record<string, L.Layer>>;

export interface Overlay<Ls extends Layers = Layers> {
  readonly id: string;
  /** The panes of its layers, with their height. */
  readonly panes: Readonly<Record<string, number>>;
  readonly layers: () => Ls;
  /** A hook that tells the layers what is to be seen. */
  readonly useLayers: (layers: Ls, look: Look) => void;
  /** The row that is drawn at a point. */
  readonly hit?: (layers: Ls, at: Point) => Subject | null;
  /** The single position of a stretch that is drawn at a point. */
  readonly position?: (layers: Ls, id: Id, at: Point) => PositionKey | null;
  /** The things behind a number that is drawn at a point. */
  readonly circle?: (layers: Ls, at: Point) => PointGroup | null;
  readonly post?: (layers: Ls, at: Point) => Post | null;
  /** Placements within an outline. */
  readonly within?: (layers: Ls, outline: readonly Point[]) => readonly Id[];
}

/** An overlay on the map, with its layers. */
export interface Drawn {
  readonly overlay: Overlay;
  readonly layers: Layers;
}

export function drawn<Ls extends Layers>(overlay: Overlay<Ls>): Drawn {
  return { overlay: overlay as unknown as Overlay, layers: overlay.layers() };
}
