/** What lies on the ground, from the features of a file: boundaries of units, no-go areas, bridges and junctions. Trusts nothing in it. */
import type { GeoFeature } from '../geo/geoFeature.ts';
import { pairOf } from '../geo/pair.ts';
import type { NoGoKind } from '../model/entities/noGoArea.ts';
import type { FeatureKind } from '../model/entities/roadFeature.ts';
import { fail, ok, type Reason, type Result } from '../model/result.ts';
import type { Area, LngLatPair } from '../model/rows.ts';
import { own } from '../own.ts';
import { cleanText, cutText } from '../text/cleanText.ts';

/** A feature of the file as far as it could be read; `problem` says why not. */
export interface GroundFeature {
  /** From 1, as it stands in the file. */
  readonly number: number;
  readonly name: string;
  readonly code: string;
  /** What the file says it is, in our words; null when it says nothing that we know. */
  readonly noGo: NoGoKind | null;
  readonly feature: FeatureKind | null;
  readonly area: Area | null;
  /** A point, or the ends of a line. */
  readonly points: readonly LngLatPair[];
  /** Where it is in the words of a table, «QL.3» and «Km 131+200»; null where the file does not say it so. */
  readonly address: Address | null;
  readonly problem: Reason | null;
  /** What had to be cut to be stored. */
  readonly cuts: readonly Reason[];
}

export interface Address {
  readonly road: string;
  readonly from: string;
  /** Empty for a single place. */
  readonly to: string;
}

const NO_GO: Readonly<Record<string, NoGoKind>> = {
  relic: 'relic',
  'di tich': 'relic',
  dyke: 'dyke',
  de: 'dyke',
  'power-grid': 'power-grid',
  'luoi dien': 'power-grid',
  'road-safety-corridor': 'road-safety-corridor',
  'hanh lang': 'road-safety-corridor',
};
const FEATURES: Readonly<Record<string, FeatureKind>> = {
  bridge: 'bridge',
  cau: 'bridge',
  junction: 'junction',
  'nut giao': 'junction',
  signal: 'signal',
  traffic_signals: 'signal',
  'den tin hieu': 'signal',
  'level-crossing': 'level-crossing',
  level_crossing: 'level-crossing',
  'duong ngang': 'level-crossing',
  'km-post': 'km-post',
  milestone: 'km-post',
  'cot km': 'km-post',
};

/** More than any province has of anything; each is held against every road. */
const MOST_FEATURES = 20_000;

/** Fails with `ground.too-many` when there are more than can be held against every road. */
export function groundIn(features: readonly GeoFeature[]): Result<GroundFeature[]> {
  return features.length > MOST_FEATURES
    ? fail('ground.too-many', { count: features.length, limit: MOST_FEATURES })
    : ok(features.map(readFeature));
}

function readFeature({ number, properties: props, geometry }: GeoFeature): GroundFeature {
  const byHeading = new Map(Object.entries(props).map(([key, value]) => [heading(key), value]));
  const text = (...names: string[]): string => {
    for (const name of names) {
      const value = byHeading.get(name);
      if (typeof value === 'string' || typeof value === 'number') return cleanText(String(value)).trim();
    }
    return '';
  };
  const cuts: Reason[] = [];
  const stored = (words: string, length: number): string => {
    if (words.length > length) cuts.push({ code: 'ground.name-cut', params: { length } });
    return cutText(words, length).trimEnd();
  };
  const kind = plain(text('kind', 'type', 'loai', 'loai hinh', 'highway', 'railway', 'man made'));
  const base = {
    number,
    name: stored(text('name', 'ten', 'ten goi', 'name vi'), 200),
    code: stored(text('code', 'ma', 'ref'), 40),
    cuts,
    noGo: own(NO_GO, kind),
    address: addressOf(text),
    feature: own(FEATURES, kind) ?? (props.bridge !== undefined && props.bridge !== 'no' ? 'bridge' : null),
  };
  const none = { ...base, area: null, points: [] };
  const { type = null, coordinates = null } = geometry ?? {};
  if (type === 'Polygon' || type === 'MultiPolygon') {
    const area = areaOf(type === 'Polygon' ? [coordinates] : coordinates);
    return area === null
      ? { ...none, problem: { code: 'ground.bad-area' } }
      : { ...none, area, problem: null };
  }
  if (type === 'Point' || type === 'LineString') {
    const points =
      type === 'Point' ? [pairOf(coordinates)] : (Array.isArray(coordinates) ? coordinates : []).map(pairOf);
    const read = points.filter((p) => p !== null);
    const [first] = read;
    const last = read[read.length - 1];
    if (first === undefined || last === undefined || read.length < points.length)
      return { ...none, problem: { code: 'ground.bad-point' } };
    return { ...none, points: type === 'Point' ? [first] : [first, last], problem: null };
  }
  // A row of a table that says its road and chainage needs no shape.
  if (geometry === null && base.address !== null) return { ...none, problem: null };
  if (type === 'MultiLineString') return { ...none, problem: { code: 'ground.open-border' } };
  return {
    ...none,
    problem: { code: 'ground.geometry', params: { type: cutText(cleanText(String(type ?? '–')), 40) } },
  };
}

/** Headings are the same with marks and without, with spaces or dashes. */
function heading(key: string): string {
  return plain(key)
    .replace(/[_\s-]+/gu, ' ')
    .trim();
}

function addressOf(text: (...names: string[]) => string): Address | null {
  const road = text('road', 'tuyen', 'tuyen duong', 'duong', 'ma tuyen', 'ten tuyen', 'so hieu');
  const from = text('from', 'km', 'ly trinh', 'tu km', 'tu ly trinh', 'tu', 'chainage');
  return road === '' || from === '' ? null : { road, from, to: text('to', 'den km', 'den ly trinh', 'den') };
}

/** Null when a ring has fewer than three corners or a corner is no place. An open ring is closed. */
function areaOf(polygons: unknown): Area | null {
  if (!Array.isArray(polygons) || polygons.length === 0) return null;
  const area: LngLatPair[][][] = [];
  for (const polygon of polygons) {
    if (!Array.isArray(polygon) || polygon.length === 0) return null;
    const rings: LngLatPair[][] = [];
    for (const raw of polygon) {
      if (!Array.isArray(raw)) return null;
      const ring = raw.map(pairOf);
      if (ring.includes(null) || ring.length < 3) return null;
      const corners = ring as LngLatPair[];
      const [first] = corners as [LngLatPair];
      const last = corners[corners.length - 1] as LngLatPair;
      if (first[0] !== last[0] || first[1] !== last[1]) corners.push(first);
      if (corners.length < 4) return null;
      rings.push(corners);
    }
    area.push(rings);
  }
  return area;
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
}
