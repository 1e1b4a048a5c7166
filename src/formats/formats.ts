/** The formats that can be read; a new one is its file and its place in this list. */
import type { GeoFeature } from '../domain/geo/geoFeature.ts';
import type { Result } from '../domain/model/result.ts';
import type { Format } from './format.ts';
import { geojson } from './geojson.ts';

/** The first reads what no ending tells, and says what it seems to be. */
const FORMATS: readonly [Format, ...Format[]] = [geojson];

/** For the choice of a file: `.geojson,.json,application/geo+json,…`. */
export const ACCEPTED = FORMATS.flatMap((f) => [...f.extensions.map((e) => `.${e}`), ...f.mediaTypes]).join(
  ',',
);

/** The features of a file, by the format that its ending names. Fails as `Format.read` does. */
export function readFeatures(fileName: string, bytes: Uint8Array): Promise<Result<readonly GeoFeature[]>> {
  const ending = /\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
  const format = FORMATS.find((f) => f.extensions.includes(ending)) ?? FORMATS[0];
  return format.read(bytes);
}
