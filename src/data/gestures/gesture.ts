/**
 * What the pointer does, by the tool in hand. Map and diagram each translate it into places on roads and ask the same
 * gestures: a gesture is one file, with what it does when the button is pressed, moved, let go, or given up.
 */
import type { PositionKey } from '../../domain/model/entities/stretchRule.ts';
import type { Result } from '../../domain/model/result.ts';
import type { Id, LngLatPair } from '../../domain/model/rows.ts';
import type { RoadPlace, Subject } from '../workbench/selection.ts';

interface Reach {
  /** This road alone: for an end that is awaited or dragged. */
  readonly only?: Id | undefined;
  /** What is being dragged does not snap to itself. */
  readonly without?: Id | null;
  /** Where the pointer is, snapped to nothing. */
  readonly free?: boolean;
  /** No farther than so many pixels. */
  readonly within?: number;
}

/** A kilometre post that is drawn. */
export interface Post {
  readonly roadId: Id;
  readonly km: number;
}

/** Where the pointer is on a surface, as far as gestures need it; each answer is worked out when it is asked for. */
export interface At {
  /** On the surface, in pixels. */
  readonly x: number;
  readonly y: number;
  readonly shift: boolean;
  readonly ctrl: boolean;
  /** The place on a road within reach; null where there is none. */
  readonly place: (reach?: Reach) => RoadPlace | null;
  /** Where on the ground; null on a surface that shows roads alone. */
  readonly coordinate: LngLatPair | null;
  /** Metres along a road that a pixel covers. */
  readonly metresPerPixel: number;
  /** Whether sides are to be had to the letter: the diagram has a lane for each, the map only left and right. */
  readonly hasLanes: boolean;
  /** The row that is drawn there. */
  readonly subject: () => Subject | null;
  /** The single position of a selected stretch, where positions can be told apart. */
  readonly position: (id: Id) => PositionKey | null;
  readonly post: () => Post | null;
  /**
   * Placements within the outline that the pointer has drawn; on a surface that shows roads alone, those on this road
   * between the least and the greatest chainage that it passed.
   */
  readonly within: (way: readonly At[]) => readonly Id[];
}

/** What a pressed button holds. */
export interface Drag {
  /** Whether it begins with the press; otherwise with a few pixels of way, and a press without is a click. */
  readonly atOnce?: true;
  /** Whether every move counts, however fast they come; otherwise one a frame is enough. */
  readonly everyMove?: true;
  /** Gives the place that it is at, for what follows the pointer. */
  readonly move: (at: At) => RoadPlace | null;
  /** `at` is null where it was let go beside everything. Gives null where nothing is stored. */
  readonly release: (at: At | null) => Result<unknown> | null;
  readonly cancel: () => void;
}

/** The placement that is drawn there. */
export function placementAt(at: At): Id | null {
  const subject = at.subject();
  return subject?.entity === 'placement' ? subject.id : null;
}

/** So near to its line one means a road, in pixels. */
const ON_ROAD_PX = 7;

/** The road under the pointer, on a surface that shows more than roads. */
export function roadAt(at: At): Id | null {
  return at.hasLanes ? null : (at.place({ free: true, within: ON_ROAD_PX })?.roadId ?? null);
}

type Cursor = '' | 'pointer' | 'crosshair' | 'ew-resize';

export interface Gesture {
  readonly cursor: (at: At) => Cursor;
  /** The pointer moves and nothing is pressed. Gives the place that a click would take, for what follows the pointer. */
  readonly hover: (at: At) => RoadPlace | null;
  /** What a press takes hold of; null leaves the pointer to the surface, which may move under it. */
  readonly press?: (at: At) => Drag | null;
  readonly click: (at: At) => void;
}

/** A handle that runs along its road: dragged, or moved by keys. */
export interface EndDrag {
  readonly move: (chainage: number) => void;
  readonly release: () => Result<unknown> | null;
  readonly cancel: () => void;
}
