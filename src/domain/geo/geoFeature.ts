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

/** A feature that is written into a file: in longitude and latitude, WGS 84. */
export interface WrittenFeature {
  readonly properties: Readonly<Record<string, string | number>>;
  readonly geometry: WrittenGeometry;
}

export type WrittenGeometry =
  | { readonly type: 'Point'; readonly coordinates: Position }
  | { readonly type: 'MultiPoint' | 'LineString'; readonly coordinates: readonly Position[] }
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly (readonly Position[])[])[] };

export type Position = readonly [number, number];
