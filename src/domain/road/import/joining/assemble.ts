import { lineLength } from '../../../geo/geodesic.ts';
import { MOST_CORNERS } from '../../../model/entities/road.ts';
import { fail, ok, type Reason, type Result } from '../../../model/result.ts';
import type { FieldsOf, LngLatPair } from '../../../model/rows.ts';
import { cleanText, cutText } from '../../../text/cleanText.ts';
import { HALF_WIDTH } from '../../halfWidth.ts';
import type { RoadGroup } from '../grouping.ts';
import type { Aside } from './asides.ts';
import { BoxGrid } from './boxGrid.ts';
import { type Chained, chainPieces } from './chain.ts';
import { beginningAt, isRing, junctionOf, type Neighbours, neighboursOf } from './ringStart.ts';
import type { Coordinates } from './runs.ts';

/** A road made from a group of features: what would be stored, and what the user should know before. */
export interface AssembledRoad {
  readonly group: RoadGroup;
  readonly fields: FieldsOf<'road'>;
  readonly lengthM: number;
  readonly parts: number;
  readonly gaps: readonly number[];
  readonly aside: readonly Aside[];
  readonly leftOverM: number;
  readonly warnings: readonly Reason[];
  /** It leaps farther than any road runs without a vertex, or is longer than any: not taken unless the user says so. */
  readonly jumps: boolean;
}

/** The widest gap that is bridged unless the user says otherwise, in metres. */
export const DEFAULT_MAX_GAP = 500;

/** Limits of the fields: the contract's. */
const CODE_LENGTH = 40;
export const NAME_LENGTH = 200;

/**
 * Two vertices farther apart than this (metres) are no road: the straightest desert highway is drawn with more. A stray
 * vertex at 0° 0°, swapped figures or a line across the date line leap thousands of kilometres.
 */
const JUMP_M = 100_000;

/** Longer than this (metres) is no road of one campaign: a country's longest is half of it. */
const LONGEST_M = 5_000_000;

/** At a shorter length a line is hardly a road one can dress. */
export const SHORTEST_M = 20;

/**
 * Makes one measured road of a group. `maxGap` is the widest gap bridged, in metres; a ring begins where one of the
 * `neighbours` leads to it. Fails with `road.too-short` when nothing can be measured, with `offer.scattered` when the
 * pieces are no road.
 */
export function assembleRoad(
  group: RoadGroup,
  source: string,
  maxGap: number,
  neighbours: () => Neighbours = NONE,
): Result<AssembledRoad> {
  const pieces = group.features.flatMap((f) => {
    const flow = flowOf(f.properties.oneway);
    return f.lines.map((line) => ({
      coordinates: flow === 'against' ? [...line].reverse() : line,
      oneWay: flow !== null,
    }));
  });
  const made = chainPieces(pieces, { maxGap });
  if (!made.ok) return made;
  const chained = made.value;
  const line = roundedLine(startOf(chained, neighbours));
  // Rounded to what is stored, its corners may have come to lie in one place.
  if (isPoint(line)) return fail('road.too-short');
  if (line.length > MOST_CORNERS)
    return fail('road.too-many-corners', { count: line.length, limit: MOST_CORNERS });
  const lengthM = lineLength(line);
  const leftOverM = chained.aside.reduce((sum, a) => sum + a.lengthM, 0);
  const warnings: Reason[] = [];
  for (const gap of chained.gaps)
    warnings.push({ code: 'offer.gap-bridged', params: { metres: Math.round(gap) } });
  for (const { reason, lengthM, distanceM } of toldTogether(chained.aside))
    warnings.push({
      code: `offer.aside-${reason}`,
      params: { metres: Math.round(lengthM), distance: Math.round(distanceM), limit: Math.round(maxGap) },
    });
  if (lengthM < SHORTEST_M)
    warnings.push({ code: 'offer.very-short', params: { metres: Math.round(lengthM) } });
  if (group.railway) warnings.push({ code: 'offer.railway' });
  if (lengthM > LONGEST_M)
    warnings.unshift({ code: 'offer.very-long', params: { km: Math.round(lengthM / 1000) } });
  const jumpM = longestSegment(line);
  if (jumpM > JUMP_M) warnings.unshift({ code: 'offer.jump', params: { km: Math.round(jumpM / 1000) } });
  const name = group.name || group.code;
  for (const [text, length] of [
    [name, NAME_LENGTH],
    [group.code, CODE_LENGTH],
  ] as const)
    if (text.length > length) warnings.push({ code: 'offer.name-cut', params: { length } });
  return ok({
    group,
    jumps: jumpM > JUMP_M || lengthM > LONGEST_M,
    fields: {
      code: cutText(group.code, CODE_LENGTH),
      name: cutText(name, NAME_LENGTH),
      class: group.class,
      line,
      gaps: chained.gaps.map((g) => Math.round(g * 10) / 10),
      zeroChainage: 0,
      calibration: [],
      halfWidth: HALF_WIDTH[group.class],
      source: cutText(cleanText(source), NAME_LENGTH),
      hidden: false,
    },
    lengthM,
    parts: chained.parts,
    gaps: chained.gaps,
    aside: chained.aside,
    leftOverM,
    warnings,
  });
}

/** Whether all corners lie in one place, so that nothing can be measured. */
function isPoint(line: readonly LngLatPair[]): boolean {
  return line.every(([lng, lat]) => lng === line[0]?.[0] && lat === line[0]?.[1]);
}

const NONE = (): Neighbours => ({ lines: [], grid: new BoxGrid() });

/** The line; a ring begins where its own stub leads to it, else where another road does. */
function startOf({ coordinates, aside }: Chained, neighbours: () => Neighbours): Coordinates {
  if (!isRing(coordinates)) return coordinates;
  const stubs = neighboursOf(aside.map((a) => a.coordinates));
  const along = junctionOf(coordinates, stubs) ?? junctionOf(coordinates, neighbours());
  return along === null ? coordinates : beginningAt(coordinates, along);
}

/** What is said of each by itself: how far away it lies. */
const BY_DISTANCE: ReadonlySet<Aside['reason']> = new Set(['beyond-gap', 'island']);

/** Pieces left aside for one reason are one sentence. */
function toldTogether(asides: readonly Aside[]): Pick<Aside, 'reason' | 'lengthM' | 'distanceM'>[] {
  const sums = new Map<Aside['reason'], number>();
  for (const { reason, lengthM } of asides)
    if (!BY_DISTANCE.has(reason)) sums.set(reason, (sums.get(reason) ?? 0) + lengthM);
  return [
    ...[...sums].map(([reason, lengthM]) => ({ reason, lengthM, distanceM: 0 })),
    ...asides.filter(({ reason }) => BY_DISTANCE.has(reason)),
  ];
}

/** Metres of the longest way between two vertices that follow one another. */
function longestSegment(line: readonly LngLatPair[]): number {
  let longest = 0;
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1], line[i]] as [LngLatPair, LngLatPair];
    // A degree of latitude is some 111 km, of longitude never more: most segments need no exact measure.
    if (Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1]) < 0.5) continue;
    longest = Math.max(longest, lineLength([a, b]));
  }
  return longest;
}

/** Along or against the order of its coordinates; null where traffic runs both ways. */
function flowOf(value: unknown): 'along' | 'against' | null {
  const text = String(value).toLowerCase();
  if (text === '-1' || text === 'reverse') return 'against';
  return ['yes', 'true', '1'].includes(text) ? 'along' : null;
}

export function roundedLine(coordinates: Coordinates): LngLatPair[] {
  return coordinates.map(([lng, lat]) => [round(lng as number), round(lat as number)]);
}

/** Seven decimals are a centimetre; more is noise that every phone would have to carry. */
function round(degrees: number): number {
  return Math.round(degrees * 1e7) / 1e7;
}
