import { lineLength } from '../../geo/geodesic.ts';
import { fail, ok, type Reason, type Result } from '../../model/result.ts';
import type { FieldsOf, LngLatPair } from '../../model/rows.ts';
import { cleanText, cutText } from '../../text/cleanText.ts';
import type { Aside } from './asides.ts';
import { chainPieces } from './chain.ts';
import {
  type Columns,
  codeCoverage,
  groupFeatures,
  type Pieces,
  type RoadFile,
  type RoadGroup,
} from './roadFile.ts';

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

const HALF_WIDTH = { national: 6, provincial: 4.5, district: 3.5, street: 4, other: 3 } as const;

/** The widest gap that is bridged unless the user says otherwise, in metres. */
export const DEFAULT_MAX_GAP = 500;

/** Limits of the fields: the contract's. */
const CODE_LENGTH = 40;
const NAME_LENGTH = 200;

/**
 * Two vertices farther apart than this (metres) are no road: the straightest desert highway is drawn with more. A stray
 * vertex at 0° 0°, swapped figures or a line across the date line leap thousands of kilometres.
 */
const JUMP_M = 100_000;

/** Longer than this (metres) is no road of one campaign: a country's longest is half of it. */
const LONGEST_M = 5_000_000;

/** Above this share of length left as islands and branches, a shared name evidently is not one road. */
const SHARED_NAME_LIMIT = 0.25;

/** What lies elsewhere, or leaves the line: a shared name with much of it is no road. */
const STREWN: ReadonlySet<Aside['reason']> = new Set(['island', 'branch', 'beyond-gap', 'past-end']);

/**
 * Proposes what joins features into roads, from the file itself: the code where most features have one, else the
 * name, unless chaining by name would leave much of the length off the lines (inventories cut by province give
 * one name to sections hundreds of kilometres apart), then each feature is a road of its own.
 */
export function proposePieces(file: RoadFile, columns: Columns, maxGap = DEFAULT_MAX_GAP): Pieces {
  if (codeCoverage(file, columns) >= 0.5) return 'code';
  if (columns.name === null) return 'each';
  let total = 0;
  let strewn = 0;
  for (const group of groupFeatures(file, columns, 'name')) {
    if (group.leftOut !== null) continue;
    const road = assembleRoad(group, '', maxGap);
    if (!road.ok) continue;
    total += road.value.lengthM + road.value.leftOverM;
    for (const a of road.value.aside) if (STREWN.has(a.reason)) strewn += a.lengthM;
  }
  return strewn > total * SHARED_NAME_LIMIT ? 'each' : 'name';
}

/** At a shorter length a line is hardly a road one can dress. */
const SHORTEST_M = 20;

/**
 * Makes one measured road of a group. `maxGap` is the widest gap bridged, in metres. Fails with `road.too-short`
 * when nothing can be measured.
 */
export function assembleRoad(group: RoadGroup, source: string, maxGap: number): Result<AssembledRoad> {
  const pieces = group.features.flatMap((f) => {
    const flow = flowOf(f.properties.oneway);
    return f.lines.map((line) => ({
      coordinates: flow === 'against' ? [...line].reverse() : line,
      oneWay: flow !== null,
    }));
  });
  const chained = chainPieces(pieces, { maxGap });
  if (chained === null) return fail('road.too-short');
  const line = chained.coordinates.map(
    ([lng, lat]): LngLatPair => [round(lng as number), round(lat as number)],
  );
  const lengthM = lineLength(line);
  const leftOverM = chained.aside.reduce((sum, a) => sum + a.lengthM, 0);
  const warnings: Reason[] = [];
  for (const gap of chained.gaps)
    warnings.push({ code: 'road.gap-bridged', params: { metres: Math.round(gap) } });
  for (const a of chained.aside)
    warnings.push({
      code: `road.aside-${a.reason}`,
      params: { metres: Math.round(a.lengthM), distance: Math.round(a.distanceM), limit: Math.round(maxGap) },
    });
  if (lengthM < SHORTEST_M)
    warnings.push({ code: 'road.very-short', params: { metres: Math.round(lengthM) } });
  if (group.railway) warnings.push({ code: 'road.railway' });
  if (lengthM > LONGEST_M)
    warnings.unshift({ code: 'road.very-long', params: { km: Math.round(lengthM / 1000) } });
  const jumpM = longestSegment(line);
  if (jumpM > JUMP_M) warnings.unshift({ code: 'road.jump', params: { km: Math.round(jumpM / 1000) } });
  const name = group.name || group.code;
  for (const [text, length] of [
    [name, NAME_LENGTH],
    [group.code, CODE_LENGTH],
  ] as const)
    if (text.length > length) warnings.push({ code: 'road.name-cut', params: { length } });
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
    },
    lengthM,
    parts: chained.parts,
    gaps: chained.gaps,
    aside: chained.aside,
    leftOverM,
    warnings,
  });
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

/** Seven decimals are a centimetre; more is noise that every phone would have to carry. */
function round(degrees: number): number {
  return Math.round(degrees * 1e7) / 1e7;
}
