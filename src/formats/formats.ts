/** The formats that can be read; a new one is its file and its place in this list. */
import type { GeoFile } from '../domain/geo/geoFeature.ts';
import { fail, type Result } from '../domain/model/result.ts';
import { headOf } from './bytes.ts';
import { csv } from './csv.ts';
import type { Format } from './format.ts';
import { geojson } from './geojson.ts';
import { gpx } from './gpx.ts';
import { kml, kmz } from './kml.ts';
import { overpass } from './overpass.ts';
import { shapefile } from './shapefile.ts';
import { xlsx } from './xlsx.ts';

/** In the order in which people read their names. */
export const FORMATS: readonly Format[] = [geojson, kml, kmz, gpx, shapefile, csv, xlsx, overpass];

/** Any JSON is its, so it is asked after all others; it reads what nothing tells, and says what that seems to be. */
const ANY = geojson;

/** Those that are written too. */
export const WRITTEN = FORMATS.flatMap(({ write, ...format }) =>
  write === undefined ? [] : [{ ...format, write }],
);

/** For the choice of a file: `.geojson,.json,application/geo+json,…`. */
export const ACCEPTED = FORMATS.flatMap((f) => [...f.extensions.map((e) => `.${e}`), ...f.mediaTypes]).join(
  ',',
);

/** What they are called, for sentences: `GeoJSON, KML, …`. */
export const FORMAT_NAMES = FORMATS.map((f) => f.label).join(', ');

/**
 * What a file holds, by the format that its content shows, else its ending. Fails as `Format.read` does; the reason also
 * says which format the file was read as, and which there are.
 */
export async function readGeoFile(fileName: string, bytes: Uint8Array): Promise<Result<GeoFile>> {
  const format = formatOf(fileName, bytes);
  const read = await format.read(bytes);
  if (read.ok) return read;
  const { code, params } = read.reason;
  return fail(code, { format: format.label, accepted: FORMAT_NAMES, ...params });
}

export function formatOf(fileName: string, bytes: Uint8Array): Format {
  const ending = /\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
  const head = headOf(bytes);
  const known = FORMATS.find((f) => f !== ANY && f.isMine(head));
  if (known !== undefined) return known;
  return ANY.isMine(head) ? ANY : (FORMATS.find((f) => f.extensions.includes(ending)) ?? ANY);
}
