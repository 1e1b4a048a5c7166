/** The features of a file that can be roads, and what their properties seem to mean. */
import type { GeoFeature } from '../../../geo/geoFeature.ts';
import { fail, ok, type Reason, type Result } from '../../../model/result.ts';
import { cleanText, cutText } from '../../../text/cleanText.ts';
import type { Coordinates } from '../joining/runs.ts';
import { CLASS_HEADINGS, CODE_HEADINGS, headingsOf, NAME_HEADINGS, nameOf, textOf } from './names.ts';
import { withPointRoads } from './pointRoads.ts';

export interface RoadFileFeature {
  /** Place in the file, from 1: what an error names. */
  readonly number: number;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly lines: readonly Coordinates[];
}

export interface FileProblem {
  readonly where: number;
  readonly reason: Reason;
}

export interface RoadFile {
  readonly features: readonly RoadFileFeature[];
  readonly problems: readonly FileProblem[];
  readonly properties: readonly string[];
}

/** Which property means what; null for «none». */
export interface Columns {
  readonly code: string | null;
  readonly name: string | null;
  readonly class: string | null;
}

/** The features that can be roads; one that cannot becomes a problem that names its number. */
export function roadsIn(file: readonly GeoFeature[]): RoadFile {
  const features: RoadFileFeature[] = [];
  const problems: FileProblem[] = [];
  const properties = new Set<string>();
  for (const raw of withPointRoads(file)) {
    const read = readFeature(raw);
    if (!read.ok) {
      problems.push({ where: raw.number, reason: read.reason });
      continue;
    }
    for (const key of Object.keys(read.value.properties)) properties.add(key);
    features.push(read.value);
  }
  return { features, problems, properties: [...properties] };
}

function readFeature({ number, properties, geometry }: GeoFeature): Result<RoadFileFeature> {
  if (geometry === null) return fail('feature.no-geometry');
  const { type } = geometry;
  if (type !== 'LineString' && type !== 'MultiLineString')
    return fail('feature.not-a-line', { type: cutText(cleanText(String(type)), 40) });
  const parts = type === 'LineString' ? [geometry.coordinates] : geometry.coordinates;
  if (!Array.isArray(parts) || parts.length === 0) return fail('feature.no-coordinates');
  const lines: Coordinates[] = [];
  for (const part of parts) {
    if (!Array.isArray(part)) return fail('feature.no-coordinates');
    const line: [number, number][] = [];
    for (const c of part) {
      const [lng, lat] = Array.isArray(c) ? (c as unknown[]) : [];
      if (
        typeof lng !== 'number' ||
        typeof lat !== 'number' ||
        !Number.isFinite(lng) ||
        !Number.isFinite(lat)
      )
        return fail('feature.bad-coordinate', { vertex: line.length + 1 });
      if (Math.abs(lng) > 180 || Math.abs(lat) > 90)
        return fail('feature.not-degrees', { vertex: line.length + 1, x: lng, y: lat });
      line.push([lng, lat]);
    }
    if (line.length >= 2) lines.push(line);
  }
  if (lines.length === 0) return fail('feature.too-short');
  return ok({ number, properties, lines });
}

/**
 * Guesses the columns from their names and contents. A code must tell roads apart: a property that gives one
 * value to many different names (the class mark «ma» of some Vietnamese inventories) is no road code, and one
 * that most features lack (OpenStreetMap's `ref`) still is one for those that have it.
 */
export function guessColumns(file: RoadFile): Columns {
  const pick = (words: readonly string[]) => headingsOf(file.properties, words);
  const name = pick(NAME_HEADINGS)[0] ?? null;
  const code = pick(CODE_HEADINGS).find((p) => tellsRoadsApart(file.features, p, name)) ?? null;
  return { code, name, class: pick(CLASS_HEADINGS).find((p) => p !== name && p !== code) ?? null };
}

/** The share of named features that bear a code: only a code that most have can be what joins them. */
export function codeCoverage(file: RoadFile, columns: Columns): number {
  const { code, name } = columns;
  if (code === null) return 0;
  const named =
    name === null ? file.features : file.features.filter((f) => nameOf(f.properties[name]) !== '');
  if (named.length === 0) return 0;
  return named.filter((f) => textOf(f.properties[code]) !== '').length / named.length;
}

function tellsRoadsApart(features: readonly RoadFileFeature[], code: string, name: string | null): boolean {
  if (name === null) return true;
  const names = new Map<string, Set<string>>();
  for (const f of features) {
    const value = textOf(f.properties[code]);
    const called = nameOf(f.properties[name]);
    if (value === '' || called === '') continue;
    const known = names.get(value);
    if (known) known.add(called);
    else names.set(value, new Set([called]));
  }
  // One numbered road may bear a few street names on its way; dozens of names mean the value is a class.
  return [...names.values()].every((set) => set.size <= 12);
}
