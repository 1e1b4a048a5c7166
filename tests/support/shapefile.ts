/** A zipped Shapefile of lines, written by the specification (ESRI, July 1998), with names as bytes of any alphabet. */
import { strToU8, zipSync } from 'fflate';

export interface ShapeLine {
  readonly line: readonly (readonly [number, number])[];
  readonly name: Uint8Array;
}

export function zippedShapefile(lines: readonly ShapeLine[], extra: Record<string, string> = {}): Uint8Array {
  const files: Record<string, Uint8Array> = { 'duong.shp': shp(lines), 'duong.dbf': dbf(lines) };
  for (const [ending, text] of Object.entries(extra)) files[`duong.${ending}`] = strToU8(text);
  return zipSync(files);
}

function shp(lines: readonly ShapeLine[]): Uint8Array {
  const records = lines.map(({ line }, i) => {
    const view = new DataView(new ArrayBuffer(8 + 48 + 16 * line.length));
    view.setInt32(0, i + 1);
    view.setInt32(4, (48 + 16 * line.length) / 2);
    view.setInt32(8, 3, true);
    const xs = line.map(([x]) => x);
    const ys = line.map(([, y]) => y);
    [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)].forEach((v, k) => {
      view.setFloat64(12 + 8 * k, v, true);
    });
    view.setInt32(44, 1, true);
    view.setInt32(48, line.length, true);
    view.setInt32(52, 0, true);
    line.flat().forEach((v, k) => {
      view.setFloat64(56 + 8 * k, v, true);
    });
    return new Uint8Array(view.buffer);
  });
  const length = 100 + records.reduce((sum, r) => sum + r.length, 0);
  const header = new DataView(new ArrayBuffer(100));
  header.setInt32(0, 9994);
  header.setInt32(24, length / 2);
  header.setInt32(28, 1000, true);
  header.setInt32(32, 3, true);
  const out = new Uint8Array(length);
  out.set(new Uint8Array(header.buffer));
  let at = 100;
  for (const record of records) {
    out.set(record, at);
    at += record.length;
  }
  return out;
}

const NAME_LENGTH = 60;

function dbf(lines: readonly ShapeLine[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(32 + 32 + 1 + lines.length * (1 + NAME_LENGTH) + 1));
  view.setUint8(0, 3);
  view.setUint32(4, lines.length, true);
  view.setUint16(8, 65, true);
  view.setUint16(10, 1 + NAME_LENGTH, true);
  const bytes = new Uint8Array(view.buffer);
  bytes.set(strToU8('TEN'), 32);
  bytes.set(strToU8('C'), 43);
  view.setUint8(48, NAME_LENGTH);
  view.setUint8(64, 13);
  lines.forEach(({ name }, i) => {
    const at = 65 + i * (1 + NAME_LENGTH);
    bytes.fill(32, at, at + 1 + NAME_LENGTH);
    bytes.set(name.subarray(0, NAME_LENGTH), at + 1);
  });
  view.setUint8(view.byteLength - 1, 26);
  return bytes;
}

/** A text of Western signs as their bytes: names in TCVN3 as they stand in old tables. */
export function westernBytes(text: string): Uint8Array {
  return Uint8Array.from(text, (sign) => sign.charCodeAt(0));
}
