import type { GeoFile, WrittenFeature } from '../domain/geo/geoFeature.ts';
import type { Result } from '../domain/model/result.ts';

/** What tells a format before a file is read. */
export interface Head {
  readonly bytes: Uint8Array;
  /** The first 4,000 bytes of a text file, as letters. */
  readonly text: string;
  /** The names of what is inside a zip, among other bytes. */
  readonly names: string;
}

/** A file format of geography. One that needs a package loads it when it is first asked to read. */
export interface Format {
  readonly id: string;
  /** Its own name, the same in every language. */
  readonly label: string;
  /** Endings of its files, without the dot, lower case. */
  readonly extensions: readonly string[];
  readonly mediaTypes: readonly string[];
  /** Whether a file is surely of this format, by what is in it, whatever its ending. GeoJSON is asked last: any JSON is its. */
  readonly isMine: (head: Head) => boolean;
  /**
   * The features of a file, from bytes that nobody trusts: at least one. Fails with `file.is-…` for what is another
   * kind of file, `file.not-json`, `file.not-geojson`, `file.empty` and the like for what is none or has nothing in it.
   */
  readonly read: (bytes: Uint8Array) => Promise<Result<GeoFile>>;
  /** A file with these features, where the format is written too: read again it gives them back. */
  readonly write?: (features: readonly WrittenFeature[], name: string) => string;
}
