/** Rows of a table as features: places in two columns, or a geometry as text; rows without any keep their words. */
import type { GeoFeature, GeoFile } from '../domain/geo/geoFeature.ts';
import { fail, ok, type Result } from '../domain/model/result.ts';
import { plainText } from '../domain/text/plainText.ts';

const LNG = ['lng', 'lon', 'long', 'longitude', 'kinh do', 'x', 'easting', 'toa do x', 'kinh do (x)'];
const LAT = ['lat', 'latitude', 'vi do', 'y', 'northing', 'toa do y', 'vi do (y)'];

const WKT = ['wkt', 'geom', 'geometry', 'the geom'];
const ROAD = ['road', 'tuyen', 'tuyen duong', 'duong', 'ma tuyen', 'ten tuyen', 'so hieu'];
const KM = ['km', 'ly trinh', 'from', 'tu km', 'tu ly trinh', 'tu', 'diem dau', 'chainage'];

/** Office tables begin with what they are about: so many rows may stand above the heading. */
const ABOVE = 20;

/** Fails with `table.no-places` when no heading names a place. The heading is the first row that does. */
export function featuresOfTable(rows: readonly (readonly unknown[])[]): Result<GeoFile> {
  const [first] = rows;
  if (first === undefined || rows.length < 2) return fail('file.empty');
  const at = rows.slice(0, ABOVE).findIndex((row) => placesIn(row) !== null);
  const places = placesIn(rows[at] ?? []);
  if (places === null)
    return fail('table.no-places', {
      headings: namesOf(first)
        .filter((n) => n !== '')
        .slice(0, 12)
        .join(', '),
    });
  const names = namesOf(rows[at] ?? []);
  const { lng, lat, wkt } = places;
  const features = rows.slice(at + 1).map((row, i): GeoFeature => {
    const properties = Object.fromEntries(
      names.flatMap((name, c) => (name === '' || isNothing(row[c]) ? [] : [[name, row[c]]])),
    );
    const geometry =
      wkt !== undefined
        ? geometryOfText(String(row[wkt] ?? ''))
        : lng === undefined || lat === undefined
          ? null
          : { type: 'Point', coordinates: [numberOf(row[lng]), numberOf(row[lat])] };
    return { number: i + 1, properties, geometry };
  });
  return features.length === 0 ? fail('file.empty') : ok({ features, crs: null });
}

interface PlaceColumns {
  readonly lng: number | undefined;
  readonly lat: number | undefined;
  readonly wkt: number | undefined;
}

const namesOf = (row: readonly unknown[]): string[] => row.map((cell) => String(cell ?? '').trim());

/** Where the columns of places are, if a row is a heading that names them; null if not. */
function placesIn(row: readonly unknown[]): PlaceColumns | null {
  // With the unit of measure behind them or not, with dashes for blanks.
  const plain = namesOf(row).map((name) =>
    plainText(name)
      .replace(/\((?:m|km|do|độ)\)/gu, ' ')
      .replace(/[_\s-]+/gu, ' ')
      .trim(),
  );
  const find = (words: readonly string[]) => words.map((word) => plain.indexOf(word)).find((i) => i >= 0);
  const [lng, lat, wkt] = [find(LNG), find(LAT), find(WKT)];
  // A road and a chainage say a place too, to those who know the roads.
  const isAddressed = find(ROAD) !== undefined && find(KM) !== undefined;
  return (lng === undefined || lat === undefined) && wkt === undefined && !isAddressed
    ? null
    : { lng, lat, wkt };
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined || value === '';
}

/** A number as tables have it: «105,775», «105.775», «105°46'30"»; what is none becomes NaN, which is told by its row. */
function numberOf(value: unknown): number {
  if (typeof value === 'number') return value;
  const text = String(value ?? '').trim();
  const [, degrees, minutes, seconds] =
    /^(\d{1,3})\s*°\s*(\d{1,2})\s*['′]\s*(?:([\d.,]+)\s*["″]?)?\s*[NEĐB]?$/iu.exec(text) ?? [];
  if (degrees !== undefined)
    return Number(degrees) + Number(minutes) / 60 + Number((seconds ?? '0').replace(',', '.')) / 3600;
  return text === ''
    ? Number.NaN
    : Number(text.includes('.') ? text.replace(/,/gu, '') : text.replace(',', '.'));
}

/** Well-known text of points, lines and areas; null for anything else. */
function geometryOfText(text: string): GeoFeature['geometry'] {
  const [, kind, body] =
    /^\s*(?:SRID=\d+;)?\s*(MULTI)?(?:POINT|LINESTRING|POLYGON)\s*Z?M?\s*(\(.*\))\s*$/isu.exec(text) ?? [];
  const name = /(MULTI)?(POINT|LINESTRING|POLYGON)/iu.exec(text)?.[0].toUpperCase();
  if (body === undefined || name === undefined || body.length > 5_000_000 || /[\d.e+-]{40}/iu.test(body))
    return null;
  const json = body
    .replace(/(-?[\d.]+(?:e[+-]?\d+)?)\s+(-?[\d.]+(?:e[+-]?\d+)?)(?:\s+-?[\d.e+]+)*/giu, '[$1,$2]')
    .replace(/\(/gu, '[')
    .replace(/\)/gu, ']');
  try {
    const coordinates: unknown = JSON.parse(json);
    const type = `${kind === undefined ? '' : 'Multi'}${TYPES[name.replace('MULTI', '') as keyof typeof TYPES]}`;
    if (type === 'Point') return { type, coordinates: (coordinates as unknown[])[0] };
    // Points of several are written with brackets of their own, or without.
    const bare = (at: unknown) => (Array.isArray(at) && Array.isArray(at[0]) ? at[0] : at);
    return { type, coordinates: type === 'MultiPoint' ? (coordinates as unknown[]).map(bare) : coordinates };
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

const TYPES = { POINT: 'Point', LINESTRING: 'LineString', POLYGON: 'Polygon' } as const;
