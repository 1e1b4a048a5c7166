/**
 * Whether the two tables of a Shapefile are whole: the reader passes over what is cut in silence, and walks for ever
 * over lengths that lead backwards. (ESRI Shapefile Technical Description, July 1998; dBASE III.)
 */

const HEADER = 100;

/** The file is as long as it says, and its records follow one another to its end. */
export function isSoundShp(bytes: Uint8Array): boolean {
  if (bytes.length < HEADER) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // Lengths are counted in words of two bytes.
  if (view.getInt32(0) !== 9994 || view.getInt32(24) * 2 > bytes.length) return false;
  let at = HEADER;
  while (at + 8 <= bytes.length) {
    const length = view.getInt32(at + 4) * 2;
    if (length < 4 || at + 8 + length > bytes.length) return false;
    at += 8 + length;
  }
  return at === bytes.length;
}

/** Its fields fill its rows, and all the rows that it counts are there. */
export function isSoundDbf(bytes: Uint8Array): boolean {
  if (bytes.length < 33) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [rows, header, row] = [view.getUint32(4, true), view.getUint16(8, true), view.getUint16(10, true)];
  if (header < 65 || row < 2 || header + rows * row > bytes.length) return false;
  const fields = fieldsOf(bytes, header);
  let length = 1;
  for (let i = 0; i < fields; i++) length += bytes[32 + 32 * i + 16] as number;
  return fields > 0 && length <= row && bytes[32 + 32 * fields] === 13;
}

/** How many fields a table has: their list ends with a sign of its own. */
export function fieldsOf(bytes: Uint8Array, header: number): number {
  let fields = 0;
  while (32 + 32 * fields + 32 < header && bytes[32 + 32 * fields] !== 13) fields++;
  return fields;
}
