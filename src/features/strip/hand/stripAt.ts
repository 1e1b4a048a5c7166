/** Where the pointer is on the diagram, as gestures ask for it. */
import { useCampaign } from '../../../data/campaign/campaign.ts';
import type { At } from '../../../data/gestures/gesture.ts';
import { positionKey } from '../../../domain/layout/layOut.ts';
import type { PositionKey } from '../../../domain/model/entities/stretchRule.ts';
import type { Id } from '../../../domain/model/rows.ts';
import { positionsIn } from '../../../domain/plan/amounts.ts';
import { snapTargets } from '../../../domain/plan/snapTargets.ts';
import { snap } from '../../../domain/road/snapping.ts';
import { chainageAt, GUTTER, laneAt, ROW, type StripView, xOf } from '../stripLayout.ts';
import { DRAFT_ITEM, type Lane, type StripRoad } from '../stripModel.ts';
import { hitFeature, hitKilometre, hitPlacement } from './stripHit.ts';

const SIDE: Readonly<Record<Lane, 'left' | 'median' | 'right'>> = {
  [-1]: 'left',
  0: 'median',
  1: 'right',
};

/** Nearer than this, in pixels, a position is the one that is meant; closer to each other they are not told apart. */
const POSITION_REACH = 12;
const CLOSEST_POSITIONS = 5;

interface Pointed {
  readonly clientX: number;
  readonly clientY: number;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/** Null beside the roads. */
export function stripAt(
  element: HTMLElement,
  roads: readonly StripRoad[],
  view: StripView,
  event: Pointed,
): At | null {
  const box = element.getBoundingClientRect();
  const [x, down] = [event.clientX - box.left, event.clientY - box.top + view.top];
  const road = roads[Math.floor(down / ROW)];
  if (road === undefined || x < GUTTER) return null;
  const y = down % ROW;
  const lane = laneAt(y);
  const chainage = Math.max(road.min, Math.min(road.max, chainageAt(road, x, view)));
  const limits = { minChainage: road.min, maxChainage: road.max };
  return {
    x: event.clientX,
    y: event.clientY,
    shift: event.shiftKey,
    ctrl: event.ctrlKey || event.metaKey,
    place({ only, without = null, free = false } = {}) {
      if (only !== undefined && only !== road.id) return null;
      const common = { roadId: road.id, side: SIDE[lane] };
      if (free) return { ...common, chainage, kind: 'round' };
      const targets = snapTargets(useCampaign.getState().tables, road.id, without);
      return { ...common, ...snap(chainage, 1 / view.scale, targets, limits) };
    },
    coordinate: null,
    metresPerPixel: 1 / view.scale,
    hasLanes: true,
    subject() {
      const placement = hitPlacement(road, x, y, view);
      if (placement !== null) return placement === DRAFT_ITEM ? null : { entity: 'placement', id: placement };
      const feature = hitFeature(road, x, y, view);
      return feature === null ? null : { entity: 'roadFeature', id: feature };
    },
    position: (id) => nearestPosition(id, road, lane, x, view),
    post() {
      const km = hitKilometre(road, x, y, view);
      return km === null ? null : { roadId: road.id, km };
    },
    within: (way) => between(road.id, way),
  };
}

function nearestPosition(
  id: Id,
  road: StripRoad,
  lane: Lane,
  x: number,
  view: StripView,
): PositionKey | null {
  const { tables } = useCampaign.getState();
  const row = tables.placement.get(id);
  if (row === undefined || row.rule === null || row.rule.spacing * view.scale < CLOSEST_POSITIONS)
    return null;
  const { count, chainage, side, ordinal } = positionsIn(tables, row);
  let [best, nearest] = [-1, POSITION_REACH];
  for (let i = 0; i < count; i++) {
    const d = Math.abs(xOf(road, chainage[i] as number, view) - x);
    if (side[i] === lane && d < nearest) [best, nearest] = [i, d];
  }
  return best < 0 ? null : positionKey(side[best] as number, ordinal[best] as number);
}

/** Everything on the road that the way passed over. */
function between(roadId: Id, way: readonly At[]): readonly Id[] {
  const passed = way.flatMap((at) => at.place({ only: roadId, free: true })?.chainage ?? []);
  const [a, b] = [Math.min(...passed), Math.max(...passed)];
  return [...useCampaign.getState().tables.placement.values()]
    .filter((p) => p.roadId === roadId && p.from !== null && (p.to ?? p.from) >= a && p.from <= b)
    .map((p) => p.id);
}
