import type { GeoFeature } from '../domain/geo/geoFeature.ts';
import type { Result } from '../domain/model/result.ts';

/** A file format of geography. One that needs a package loads it when it is first asked to read. */
export interface Format {
  readonly id: string;
  /** Its own name, the same in every language. */
  readonly label: string;
  /** Endings of its files, without the dot, lower case. */
  readonly extensions: readonly string[];
  readonly mediaTypes: readonly string[];
  /**
   * The features of a file, from bytes that nobody trusts: at least one. Fails with `file.is-…` for what is another
   * kind of file, `file.not-json`, `file.not-geojson`, `file.empty` and the like for what is none or has nothing in it.
   */
  readonly read: (bytes: Uint8Array) => Promise<Result<readonly GeoFeature[]>>;
}
