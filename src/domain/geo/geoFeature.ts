/** A feature as a file of geography has it: nothing of it is trusted yet, whatever the format. */
export interface GeoFeature {
  /** Place in the file, from 1: what an error names. */
  readonly number: number;
  readonly properties: Readonly<Record<string, unknown>>;
  /** Coordinates are nested lists of [longitude, latitude] as in GeoJSON, where the file is in order. */
  readonly geometry: { readonly type: unknown; readonly coordinates: unknown } | null;
}

/** What a file of geography holds. */
export interface GeoFile {
  readonly features: readonly GeoFeature[];
  /** The coordinate system that it declares, in its own words; null where it says none. */
  readonly crs: string | null;
}
