/** The roads in the features of a file: guesses what their properties mean, and groups them into roads. */
import type { GeoFeature } from '../../geo/geoFeature.ts';
import type { RoadClass } from '../../model/entities/road.ts';
import { fail, ok, type Reason, type Result } from '../../model/result.ts';
import { cleanText, cutText } from '../../text/cleanText.ts';
import {
  CLASS_HEADINGS,
  CODE_HEADINGS,
  codeKey,
  codesOf,
  headingsOf,
  isKind,
  NAME_HEADINGS,
  nameOf,
  textOf,
} from './names.ts';
import type { Coordinates } from './runs.ts';

interface RoadFileFeature {
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

/** What makes several features one road: a shared code (name where a feature has none), a shared name, or nothing. */
export const PIECES = ['code', 'name', 'each'] as const;
export type Pieces = (typeof PIECES)[number];

/** `jump` is found when the road is put together: it leaps over hundreds of kilometres. */
type LeftOutReason = 'unnamed' | 'footway' | 'minor' | 'jump';

export interface RoadGroup {
  readonly key: string;
  readonly code: string;
  readonly name: string;
  readonly class: RoadClass;
  readonly features: readonly RoadFileFeature[];
  /** Why it is not taken unless the user says so; null when it is. */
  readonly leftOut: LeftOutReason | null;
  readonly railway: boolean;
}

/** The features that can be roads; one that cannot becomes a problem that names its number. */
export function roadsIn(file: readonly GeoFeature[]): RoadFile {
  const features: RoadFileFeature[] = [];
  const problems: FileProblem[] = [];
  const properties = new Set<string>();
  for (const raw of file) {
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

/**
 * Groups features into roads. Features without the code or name that joins others stay by themselves, and so do those
 * whose name is a kind of road; one with two codes is a piece of both roads.
 */
export function groupFeatures(file: RoadFile, columns: Columns, pieces: Pieces): RoadGroup[] {
  const groups = new Map<string, { readonly code: string; readonly features: RoadFileFeature[] }>();
  const put = (key: string, code: string, feature: RoadFileFeature) => {
    const group = groups.get(key);
    if (group) group.features.push(feature);
    else groups.set(key, { code, features: [feature] });
  };
  for (const feature of file.features) {
    const codes = columns.code === null ? [] : codesOf(feature.properties[columns.code]);
    const name = columns.name === null ? '' : nameOf(feature.properties[columns.name]);
    if (pieces === 'code' && codes.length > 0)
      for (const code of codes) put(`code:${codeKey(code)}`, code, feature);
    else if (pieces !== 'each' && name !== '' && !isKind(name))
      put(`name:${name.toLowerCase()}`, '', feature);
    else put(`#${feature.number}`, '', feature);
  }
  return [...groups].map(([key, { code, features }]) => describe(key, code, features, columns));
}

function mostLengthy(values: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const v of values) if (v !== '') counts.set(v, (counts.get(v) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}

/** `joining`: the code that joins the features, as it is written first; empty where none does. */
function describe(
  key: string,
  joining: string,
  features: readonly RoadFileFeature[],
  columns: Columns,
): RoadGroup {
  const values = (column: string | null) =>
    column === null ? [] : features.map((f) => textOf(f.properties[column]));
  const code =
    joining ||
    mostLengthy(
      columns.code === null ? [] : features.flatMap((f) => codesOf(f.properties[columns.code as string])),
    );
  const name =
    columns.name === null
      ? ''
      : mostLengthy(features.map((f) => nameOf(f.properties[columns.name as string])));
  const kind = mostLengthy(values(columns.class));
  const railway = features.some((f) =>
    Object.values(f.properties).some((v) => v === 'Đường sắt' || v === 'rail'),
  );
  return {
    key,
    code: code || shortCode(name),
    name,
    class: classOf(kind, code || name),
    features,
    leftOut: leftOutReason(name || code, kind),
    railway,
  };
}

/** «Quốc lộ 1A» → «QL.1A», «Tỉnh lộ 608» → «ĐT.608»: how road agencies number them. Else empty. */
function shortCode(name: string): string {
  const m = /^(quốc lộ|tỉnh lộ|đường tỉnh)\s*([0-9]+[a-zđ]?)$/iu.exec(name);
  if (!m) return '';
  return `${/^quốc/iu.test(m[1] as string) ? 'QL' : 'ĐT'}.${(m[2] as string).toUpperCase()}`;
}

const FOOTWAYS = new Set(['footway', 'path', 'steps', 'cycleway', 'pedestrian', 'bridleway', 'corridor']);
const MINOR = new Set(['service', 'track', 'construction', 'proposed']);

function leftOutReason(name: string, kind: string): LeftOutReason | null {
  if (FOOTWAYS.has(kind)) return 'footway';
  if (name === '') return 'unnamed';
  return MINOR.has(kind) ? 'minor' : null;
}

const CLASS_WORDS: readonly (readonly [RegExp, RoadClass])[] = [
  [/^(motorway|trunk|primary)|quốc gia|quốc lộ|cao tốc|asean|^ql|^ct\.?\d/iu, 'national'],
  [/^secondary|cấp tỉnh|tỉnh lộ|đường tỉnh|^đt|^tl/iu, 'provincial'],
  [/^tertiary|cấp huyện|huyện lộ|^đh|^hl/iu, 'district'],
  [/^(residential|unclassified|living_street)|đô thị|phố|thị trấn/iu, 'street'],
];

function classOf(kind: string, nameOrCode: string): RoadClass {
  for (const text of [kind, nameOrCode])
    for (const [words, roadClass] of CLASS_WORDS) if (words.test(text)) return roadClass;
  return 'other';
}
