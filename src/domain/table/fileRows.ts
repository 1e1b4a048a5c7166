/** Rows of placements from the features of a file: their words as cells, and where they stand if their words do not say it. */
import type { GeoFeature } from '../geo/geoFeature.ts';
import { pairOf } from '../geo/pair.ts';
import { groundBox } from '../ground/box.ts';
import type { Road } from '../model/entities/road.ts';
import { fail, ok, type Reason, type Result } from '../model/result.ts';
import type { Id, LngLatPair, Tables } from '../model/rows.ts';
import { own } from '../own.ts';
import { nearestStretch } from '../plan/nearestStretch.ts';
import { nameAlone, roadsCalled } from '../plan/roadNames.ts';
import { bareChainage, parseChainage } from '../road/chainageText.ts';
import { cleanText, cutText } from '../text/cleanText.ts';
import { plainText } from '../text/plainText.ts';
import { numberText } from '../text/typedNumber.ts';
import { endsIn } from './columns/where.ts';
import { COLUMN_IDS, type ColumnId } from './columns.ts';

/** A feature as a row: its words by its own headings, and the places of its two ends, if it has any. */
export interface FileRow {
  readonly words: Readonly<Record<string, string>>;
  readonly ends: readonly [LngLatPair, LngLatPair] | null;
}

/** Rows as the table takes them in: what each column is, and the cells. */
export interface FileBlock {
  readonly heading: readonly ColumnId[];
  readonly rows: readonly (readonly string[])[];
  /** Of each row what no cell can say. */
  readonly found: readonly Found[];
}

/** What the place of a feature says beside its words. */
export interface Found {
  /** Where it stands beside all roads; null on one. */
  readonly coordinate: LngLatPair | null;
  /** Of several roads of one name the one on which it lies; null where the name is enough. */
  readonly roadId: Id | null;
  /** What of its words the place contradicts. */
  readonly note: Reason | null;
}

/** What the reader's language calls sides, and what stands on no road. */
interface PlaceWords {
  readonly left: string;
  readonly right: string;
  readonly offRoad: string;
}

/** More than one campaign has, and as many as are laid out before one's eyes. */
const MOST_ROWS = 5_000;
/** Longer than any note. */
const LONGEST = 2_000;

/** Fails with `ground.too-many`. */
export function fileRows(features: readonly GeoFeature[]): Result<FileRow[]> {
  return features.length > MOST_ROWS
    ? fail('ground.too-many', { count: features.length, limit: MOST_ROWS })
    : ok(
        features.map(({ properties, geometry }) => ({
          words: Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, textOf(value)])),
          ends: endsOf(geometry),
        })),
      );
}

function textOf(value: unknown): string {
  if (value instanceof Date)
    return [value.getUTCDate(), value.getUTCMonth() + 1, value.getUTCFullYear()]
      .map((n) => String(n).padStart(2, '0'))
      .join('/');
  if (typeof value === 'number') return numberText(value, 'en', false);
  return typeof value === 'string' || typeof value === 'boolean'
    ? cutText(cleanText(String(value)), LONGEST).trim()
    : '';
}

/** First and last place of any shape but an area, whose ends are none. */
function endsOf(geometry: GeoFeature['geometry']): FileRow['ends'] {
  if (geometry === null || String(geometry.type).endsWith('Polygon')) return null;
  let [first, last]: unknown[] = [geometry.coordinates, geometry.coordinates];
  while (Array.isArray(first) && Array.isArray(first[0])) first = first[0];
  while (Array.isArray(last) && Array.isArray(last.at(-1))) last = last.at(-1);
  const [a, b] = [pairOf(first), pairOf(last)];
  return a === null || b === null ? null : [a, b];
}

/** What files call our columns beside the names that they have on the screen. */
const HEADINGS: Readonly<Partial<Record<ColumnId, readonly string[]>>> = {
  type: ['loai', 'hang muc', 'noi dung trang tri', 'kind', 'type', 'name', 'ten'],
  road: ['road', 'tuyen duong', 'duong', 'ma tuyen', 'ten tuyen', 'so hieu'],
  side: ['vi tri', 'phia', 'side'],
  spacing: ['khoang cach', 'spacing'],
  quantity: ['sl', 'so luong', 'quantity'],
  unit: ['don vi thuc hien', 'xa', 'xa phuong', 'unit'],
  slogan: ['noi dung', 'slogan'],
  note: ['note'],
};
const FROM = ['from', 'km', 'tu', 'tu km', 'tu ly trinh', 'diem dau', 'chainage'];
const TO = ['to', 'den', 'den km', 'den ly trinh', 'diem cuoi'];

type Names = Readonly<Record<ColumnId, readonly string[]>>;

/**
 * Rows under our columns. From and to become one place; what the words do not say of road, chainage and side, the road
 * within NEAR_M of both ends says; a place that has none near stands beside all roads. Where words and place contradict each other nothing is filled in. Totals are empty rows.
 */
export function blockOf(
  rows: readonly FileRow[],
  names: Names,
  called: PlaceWords,
  tables: Pick<Tables, 'road' | 'unit'>,
): FileBlock {
  const keys = [...new Set(rows.flatMap((r) => Object.keys(r.words)))];
  const columnOf = columnsOf(keys, names);
  const find = (words: readonly string[]) =>
    keys.find((key) => !columnOf.has(key) && words.includes(plainHeading(key)));
  const [from, to] = [find(FROM), find(TO)];
  const known = keys.filter((key) => columnOf.has(key));
  const isThere = (column: ColumnId) => known.some((key) => columnOf.get(key) === column);
  const added = (['road', 'where', 'side'] as const).filter((column) => !isThere(column));
  const ground = groundBox(tables.unit.values(), tables.road.values());
  const columns = [...known.map((key) => columnOf.get(key) as ColumnId), ...added];
  const read = rows.map(({ words, ends }) => {
    const said = new Map(known.map((key) => [columnOf.get(key) as ColumnId, own(words, key) ?? '']));
    const parts = [from, to].flatMap((key) => (key === undefined ? [] : [own(words, key) ?? '']));
    if (!said.get('where')) said.set('where', parts.filter((p) => p !== '').join(' – '));
    const roadId = ends === null || isOffRoad(said) ? null : place(said, ends, called, tables);
    const coordinate = ends === null ? null : placeBeside(said, ends, ground);
    if (coordinate !== null) said.set('road', called.offRoad);
    const note = ends === null || coordinate !== null ? null : contradictionIn(said, ends, tables);
    // Empty, not left out: the others keep their numbers.
    const isTotal =
      ends === null &&
      !said.get('road') &&
      !said.get('where') &&
      Object.values(words).some((w) => TOTAL.test(w.trim().normalize('NFC')));
    const cells = columns.map((column) => (isTotal ? '' : (said.get(column) ?? '')));
    return { cells, found: { coordinate, roadId, note } };
  });
  // In the order of the table; a side that no row has is no column.
  const order = columns
    .map((column, i) => ({ column, i }))
    .filter(({ column, i }) => column !== 'side' || read.some(({ cells }) => cells[i] !== ''))
    .sort((a, b) => COLUMN_IDS.indexOf(a.column) - COLUMN_IDS.indexOf(b.column));
  return {
    heading: order.map(({ column }) => column),
    rows: read.map(({ cells }) => order.map(({ i }) => cells[i] ?? '')),
    found: read.map(({ found }) => found),
  };
}

/** «Tổng cộng» under a list is no row of it. Marks tell it from a gate («Cổng»). */
const TOTAL = /^(?:tổng(?: cộng| số)?|cộng|tong(?: cong| so)?|total)\s*:?$/iu;

/** In both languages, without marks: as the table and what leaves it say it. */
const OFF_ROAD: ReadonlySet<string> = new Set(['ngoai tuyen', 'off road']);

function isOffRoad(said: ReadonlyMap<ColumnId, string>): boolean {
  return OFF_ROAD.has(plainText(said.get('road') ?? '').trim());
}

/**
 * Where a row stands that says so, or says nothing of a road and has none near: a single place, on the ground of the
 * campaign. Null for any other.
 */
function placeBeside(
  said: ReadonlyMap<ColumnId, string>,
  [first, last]: readonly [LngLatPair, LngLatPair],
  ground: ReturnType<typeof groundBox>,
): LngLatPair | null {
  const [lng, lat] = first;
  const isOnePlace = lng === last[0] && lat === last[1];
  if (said.get('where') || !isOnePlace || !(isOffRoad(said) || !said.get('road'))) return null;
  const [w, s, e, n] = ground ?? [Infinity, Infinity, -Infinity, -Infinity];
  const about = isOffRoad(said) ? FAR_DEGREES : NEAR_DEGREES;
  return lng >= w - about && lng <= e + about && lat >= s - about && lat <= n + about ? first : null;
}

/** Degrees about the ground within which a place belongs to it: where the list says so itself, and where it says nothing. */
const [FAR_DEGREES, NEAR_DEGREES] = [0.5, 0.02];

/**
 * Says where a row stands, as far as its words do not; what they do say is left as it is. Gives the road that is meant
 * where several bear its name.
 */
function place(
  said: Map<ColumnId, string>,
  ends: readonly [LngLatPair, LngLatPair],
  sides: Pick<PlaceWords, 'left' | 'right'>,
  tables: Pick<Tables, 'road'>,
): Id | null {
  const [road, where] = [said.get('road') ?? '', said.get('where') ?? ''];
  const named = road === '' ? [] : roadsCalled(tables.road, road);
  // A road that nobody knows is told, not guessed.
  if (road !== '' && (named.length === 0 || (named.length === 1 && where !== ''))) return null;
  const on = nearestStretch(...ends, road === '' ? tables : onlyThese(named));
  const found = tables.road.get(on?.road ?? '');
  if (on === null || found === undefined) return null;
  const at = [on.from, on.to].map(Math.round).sort((a, b) => a - b) as [number, number];
  if (where !== '' && road === '' && !reads(where, at)) return null;
  if (road === '') said.set('road', nameAlone(tables.road, found));
  if (where === '') said.set('where', [...new Set(at)].map(bareChainage).join(' – '));
  if (!said.get('side') && on.side !== null) said.set('side', sides[on.side]);
  return named.length > 1 || roadsCalled(tables.road, said.get('road') ?? '').length > 1 ? on.road : null;
}

function onlyThese(roads: readonly Road[]): Pick<Tables, 'road'> {
  return { road: new Map(roads.map((road) => [road.id, road])) };
}

/** What is taken is what the words say; that the place is another one is told. Null where they agree, or say too little. */
function contradictionIn(
  said: ReadonlyMap<ColumnId, string>,
  ends: readonly [LngLatPair, LngLatPair],
  tables: Pick<Tables, 'road'>,
): Reason | null {
  const named = roadsCalled(tables.road, said.get('road') ?? '');
  const read = endsIn(said.get('where') ?? '').map((part) => parseChainage(part, true));
  const chainages = read.flatMap((r) => (r.ok ? [r.value] : []));
  if (named.length === 0 || chainages.length === 0 || chainages.length < read.length) return null;
  const on = nearestStretch(...ends, onlyThese(named));
  const [from, to] = [Math.min(...chainages), Math.max(...chainages)];
  const isThere =
    on !== null && [on.from, on.to].every((at) => at >= from - SAME_PLACE_M && at <= to + SAME_PLACE_M);
  return isThere ? null : { code: 'cell.elsewhere' };
}

/** Whether chainages in words are these, as near as something lies beside its road. */
function reads(where: string, at: readonly number[]): boolean {
  return endsIn(where).every((part) => {
    const read = parseChainage(part, true);
    return read.ok && at.some((metres) => Math.abs(metres - read.value) <= SAME_PLACE_M);
  });
}

/** Metres within which a chainage and a place on the map are the same. */
const SAME_PLACE_M = 200;

/** Our column of each heading: by its name on the screen first, then by what files call it; each column once. */
function columnsOf(keys: readonly string[], names: Names): ReadonlyMap<string, ColumnId> {
  const found = new Map<string, ColumnId>();
  const taken = new Set<ColumnId>();
  for (const words of [names, HEADINGS])
    for (const [column, its] of Object.entries(words) as [ColumnId, readonly string[]][])
      for (const word of its) {
        const key = keys.find((k) => !found.has(k) && plainHeading(k) === plainHeading(word));
        if (key === undefined || taken.has(column)) continue;
        found.set(key, column);
        taken.add(column);
      }
  return found;
}

/** Headings are the same with marks and without, with dashes for blanks, and with the unit of measure behind them. */
function plainHeading(key: string): string {
  return plainText(key)
    .replace(/\(.*?\)/gu, ' ')
    .replace(/[_\s-]+/gu, ' ')
    .trim();
}
