import type { CalibrationPoint, Road } from '../model/entities/road.ts';
import type { Side } from '../model/entities/stretchRule.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { LngLatPair } from '../model/rows.ts';
import { at, bearingAt, footOn, type Line, measureLine, pointAt } from './line.ts';

/** A road whose centreline is measured and calibrated: chainage (metres) ↔ place, both ways. */
export interface MeasuredRoad {
  readonly line: Line;
  /** Knots of the piecewise linear relation between metres along the line and chainage. */
  readonly knotAlong: Float64Array;
  readonly knotChainage: Float64Array;
  readonly minChainage: number;
  readonly maxChainage: number;
  readonly halfWidth: number;
}

export interface Place {
  readonly lng: number;
  readonly lat: number;
  /** Direction of increasing chainage, degrees clockwise from north. */
  readonly bearing: number;
}

export interface Station {
  readonly chainage: number;
  readonly distance: number;
  readonly side: 'left' | 'right';
  readonly beyondEnd: boolean;
}

type RoadGeometry = Pick<Road, 'line' | 'zeroChainage' | 'calibration' | 'halfWidth'>;

/**
 * Measures a road. Without calibration the first vertex stands at `zeroChainage` and metres are metres. With
 * surveyed posts the chainage runs linearly from post to post, and metre by metre before the first and after the
 * last. Fails with `road.too-short` or `road.calibration-order` (posts must increase along the line and in
 * chainage alike).
 */
export function measureRoad(road: RoadGeometry): Result<MeasuredRoad> {
  const line = measureLine(road.line);
  if (line === null) return fail('road.too-short');
  const knots = [...road.calibration].sort((a, b) => a.along - b.along);
  if (knots.length === 0) knots.push({ along: 0, chainage: road.zeroChainage });
  for (let i = 1; i < knots.length; i++) {
    const before = knots[i - 1] as CalibrationPoint;
    const here = knots[i] as CalibrationPoint;
    if (here.along <= before.along || here.chainage <= before.chainage)
      return fail('road.calibration-order', { chainage: here.chainage });
  }
  const measured = {
    line,
    knotAlong: Float64Array.from(knots, (k) => k.along),
    knotChainage: Float64Array.from(knots, (k) => k.chainage),
    halfWidth: road.halfWidth,
  };
  return ok({
    ...measured,
    minChainage: interpolate(measured.knotAlong, measured.knotChainage, 0),
    maxChainage: interpolate(measured.knotAlong, measured.knotChainage, line.length),
  });
}

/** Piecewise linear through the knots, slope 1 outside them. */
function interpolate(xs: Float64Array, ys: Float64Array, x: number): number {
  const last = xs.length - 1;
  if (x <= at(xs, 0)) return at(ys, 0) + (x - at(xs, 0));
  if (x >= at(xs, last)) return at(ys, last) + (x - at(xs, last));
  let i = 1;
  while (at(xs, i) < x) i++;
  const x0 = at(xs, i - 1);
  return at(ys, i - 1) + ((x - x0) * (at(ys, i) - at(ys, i - 1))) / (at(xs, i) - x0);
}

export function alongOf(road: MeasuredRoad, chainage: number): number {
  return interpolate(road.knotChainage, road.knotAlong, chainage);
}

/** The chainage of a place on its road, both in metres: by the kilometre posts on either side. */
export function chainageOf(road: MeasuredRoad, along: number): number {
  return interpolate(road.knotAlong, road.knotChainage, along);
}

/** Metres to the right of the centreline (left negative) for a side and a distance from it. */
export function signedOffset(side: Side, distance: number): number {
  if (side === 'median') return 0;
  return side === 'right' ? distance : -distance;
}

/**
 * The place at a chainage, `offset` metres from the centreline on a side. Fails with `chainage.outside-road`
 * when the road does not reach it (a millimetre of rounding is forgiven).
 */
export function placeAt(
  road: MeasuredRoad,
  chainage: number,
  side: Side = 'median',
  offset = 0,
): Result<Place> {
  if (chainage < road.minChainage - 1e-3 || chainage > road.maxChainage + 1e-3)
    return fail('chainage.outside-road', { chainage, from: road.minChainage, to: road.maxChainage });
  const along = Math.max(0, Math.min(road.line.length, alongOf(road, chainage)));
  const p = pointAt(road.line, along, signedOffset(side, offset));
  return ok({ lng: p.lng, lat: p.lat, bearing: bearingAt(road.line, along) });
}

/** The chainage nearest to a point, with its distance and side; null when farther than `within` metres. */
export function stationOf(road: MeasuredRoad, lng: number, lat: number, within = Infinity): Station | null {
  const foot = footOn(road.line, lng, lat, within);
  if (foot === null) return null;
  return {
    chainage: chainageOf(road, foot.along),
    distance: foot.distance,
    side: foot.side,
    beyondEnd: foot.beyondEnd,
  };
}

/** The centreline between two chainages as [lng, lat] pairs, ends interpolated; clamped to the road. */
export function lineBetween(road: MeasuredRoad, from: number, to: number, offset = 0): LngLatPair[] {
  const { line } = road;
  const a = Math.max(0, Math.min(line.length, alongOf(road, Math.min(from, to))));
  const b = Math.max(0, Math.min(line.length, alongOf(road, Math.max(from, to))));
  const first = pointAt(line, a, offset);
  const last = pointAt(line, b, offset);
  const points: LngLatPair[] = [[first.lng, first.lat]];
  for (let i = first.segment + 1; i <= last.segment; i++) {
    if (at(line.along, i) <= a || at(line.along, i) >= b) continue;
    points.push([at(line.lng, i) + offset * at(line.nLng, i), at(line.lat, i) + offset * at(line.nLat, i)]);
  }
  points.push([last.lng, last.lat]);
  return points;
}

/** The same road measured from its other end: what was left is right, and the first chainage keeps its value. */
export function reversed<R extends RoadGeometry>(road: R): R {
  const line = measureLine(road.line);
  const length = line?.length ?? 0;
  const known = measureRoad(road);
  const [min, max] = known.ok ? [known.value.minChainage, known.value.maxChainage] : [0, length];
  return {
    ...road,
    line: [...road.line].reverse(),
    calibration: road.calibration
      .map((c) => ({ along: length - c.along, chainage: min + max - c.chainage }))
      .reverse(),
  };
}
