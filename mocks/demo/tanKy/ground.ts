/**
 * The ground of Tân Kỳ: what were the communes Tân Sơn, Hòa Mục and Cao Kỳ until July 2025, each cut into slices that
 * stand for its hamlets. Their true outlines are not known here; their numbers are no names.
 */
import type { Area, LngLatPair } from '../../../src/domain/model/rows.ts';
import { measureRoad, stationOf } from '../../../src/domain/road/measuredRoad.ts';
import { isInside } from '../../../src/domain/unit/area.ts';
import { outlineOf } from '../choMoi/outlines.ts';
import { QL3, QL3_CALIBRATION, QL3_ZERO, TO_TAN_SON } from '../choMoi/roads.ts';
import { lengthOf } from '../roads.ts';

const COMMUNES_OF_THEN = ['02104', '02098', '02089'];
const SLICES = 3;
const GRID = 24;

export interface Hamlet {
  readonly name: string;
  readonly boundary: Area;
  readonly centre: LngLatPair;
}

/** The part of a ring on one side of a meridian (Sutherland–Hodgman). */
function sideOf(ring: readonly LngLatPair[], lng: number, east: boolean): LngLatPair[] {
  const inside = ([x]: LngLatPair) => (east ? x >= lng : x <= lng);
  const kept: LngLatPair[] = [];
  for (let i = 0; i + 1 < ring.length; i++) {
    const [a, b] = [ring[i], ring[i + 1]] as [LngLatPair, LngLatPair];
    if (inside(a)) kept.push(a);
    if (inside(a) !== inside(b))
      kept.push([lng, Math.round((a[1] + ((b[1] - a[1]) * (lng - a[0])) / (b[0] - a[0])) * 1e6) / 1e6]);
  }
  const [first] = kept;
  return first === undefined ? [] : [...kept, first];
}

/** Where the name of a slice stands: of a grid of places inside it, the one farthest from all of its corners. */
function middleOf(boundary: Area): LngLatPair {
  const ring = boundary[0]?.[0] ?? [];
  const [west, east] = spanOf(ring, 0);
  const [south, north] = spanOf(ring, 1);
  let best: LngLatPair = [west, south];
  let clear = 0;
  for (let i = 1; i < GRID; i++)
    for (let j = 1; j < GRID; j++) {
      const place: LngLatPair = [west + ((east - west) * i) / GRID, south + ((north - south) * j) / GRID];
      if (!isInside(boundary, ...place)) continue;
      const nearest = Math.min(...ring.map(([x, y]) => Math.hypot(x - place[0], y - place[1])));
      if (nearest > clear) [best, clear] = [place, nearest];
    }
  return [Math.round(best[0] * 1e6) / 1e6, Math.round(best[1] * 1e6) / 1e6];
}

function spanOf(ring: readonly LngLatPair[], axis: 0 | 1): [number, number] {
  const values = ring.map((place) => place[axis]);
  return [Math.min(...values), Math.max(...values)];
}

export const HAMLETS: readonly Hamlet[] = COMMUNES_OF_THEN.flatMap((code) => {
  const ring = outlineOf(code)[0]?.[0] ?? [];
  const [west, east] = spanOf(ring, 0);
  const cut = (n: number) => west + ((east - west) * n) / SLICES;
  return Array.from({ length: SLICES }, (_, n) => {
    const left = n === 0 ? ring : sideOf(ring, cut(n), true);
    const slice = n === SLICES - 1 ? left : sideOf(left, cut(n + 1), false);
    return [[slice]] as Area;
  });
}).map((boundary, i) => ({ name: `Thôn ${i + 1}`, boundary, centre: middleOf(boundary) }));

function isHere(place: LngLatPair): boolean {
  return HAMLETS.some(({ boundary }) => isInside(boundary, ...place));
}

/** The part of a line from its first place on this ground to its last. */
function partHere(line: readonly LngLatPair[]): LngLatPair[] {
  return line.slice(line.findIndex(isHere), line.findLastIndex(isHere) + 1);
}

export const NATIONAL_ROAD = partHere(QL3);
/** By the posts of the whole road, whose numbers do not begin anew at a border. */
function chainageOf(place: LngLatPair): number {
  const whole = measureRoad({
    line: QL3,
    zeroChainage: QL3_ZERO,
    calibration: QL3_CALIBRATION,
    halfWidth: 6,
  });
  const station = whole.ok ? stationOf(whole.value, ...place, 50) : null;
  if (station === null) throw new Error('the place is not on the road');
  return Math.round(station.chainage);
}

export const NATIONAL_ROAD_FROM = chainageOf(NATIONAL_ROAD[0] as LngLatPair);
export const NATIONAL_ROAD_END = {
  along: Math.floor(lengthOf(NATIONAL_ROAD)),
  chainage: chainageOf(NATIONAL_ROAD.at(-1) as LngLatPair),
};
export const ROAD_TO_TAN_SON = partHere(TO_TAN_SON);
/** Where the commune's offices are: those of Cao Kỳ until 2025. */
export const OFFICE: LngLatPair = [105.825, 22.0132];
