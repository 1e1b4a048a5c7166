/** The formats that can be read; a new one is its file and its place in this list. */
import type { GeoFeature } from '../domain/geo/geoFeature.ts';
import { fail, type Result } from '../domain/model/result.ts';
import type { Format } from './format.ts';
import { geojson } from './geojson.ts';

/** The first reads what no ending tells, and says what it seems to be. */
const FORMATS: readonly [Format, ...Format[]] = [geojson];

/** For the choice of a file: `.geojson,.json,application/geo+json,…`. */
export const ACCEPTED = FORMATS.flatMap((f) => [...f.extensions.map((e) => `.${e}`), ...f.mediaTypes]).join(
  ',',
);

/** What they are called, for sentences: `GeoJSON`. */
export const FORMAT_NAMES = FORMATS.map((f) => f.label).join(', ');

/**
 * The features of a file, by the format that its ending names. Fails as `Format.read` does; the reason also says which
 * format the file was read as, and which there are.
 */
export async function readFeatures(
  fileName: string,
  bytes: Uint8Array,
): Promise<Result<readonly GeoFeature[]>> {
  const ending = /\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
  const format = FORMATS.find((f) => f.extensions.includes(ending)) ?? FORMATS[0];
  const read = await format.read(bytes);
  if (read.ok) return read;
  const { code, params } = read.reason;
  return fail(code, { format: format.label, accepted: FORMAT_NAMES, ...params });
}
