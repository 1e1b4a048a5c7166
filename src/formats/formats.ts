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

const FORMATS: readonly Format[] = [geojson, kml, kmz, gpx, shapefile, csv, xlsx, overpass];

/** Reads what neither its content nor its ending tells, and says what it seems to be. */
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
  const ending = /\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
  const head = headOf(bytes);
  const format =
    FORMATS.find((f) => f.isMine(head)) ?? FORMATS.find((f) => f.extensions.includes(ending)) ?? ANY;
  const read = await format.read(bytes);
  if (read.ok) return read;
  const { code, params } = read.reason;
  return fail(code, { format: format.label, accepted: FORMAT_NAMES, ...params });
}
