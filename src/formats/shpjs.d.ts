/** The two parts of the library that are used here; it has no types of its own. */
declare module 'shpjs' {
  export function parseShp(
    bytes: ArrayBuffer,
    projection: false,
  ): ({ readonly type: string; readonly coordinates: unknown } | null | undefined)[];
  export function parseDbf(bytes: ArrayBuffer, encoding: string): Record<string, unknown>[];
}
