/** The bytes of a text file as text, the same on screen and on the command line; and what a file is that is no text. */

import { fail, type Result } from '../domain/model/result.ts';
import type { Head } from './format.ts';

/**
 * UTF-8 and UTF-16 by their mark; without one, UTF-16 where its zeros tell it, else UTF-8; bytes that are neither as
 * Western signs, of which the older Vietnamese alphabets can be told.
 */
export function decodeText(bytes: Uint8Array): string {
  const [a, b] = bytes;
  const little = (a === 0xff && b === 0xfe) || looksLikeUtf16(bytes, 1);
  const big = (a === 0xfe && b === 0xff) || looksLikeUtf16(bytes, 0);
  // The decoder takes a mark off by itself.
  if (little || big) return new TextDecoder(little ? 'utf-16le' : 'utf-16be').decode(bytes);
  if (isUtf8(bytes)) return new TextDecoder('utf-8').decode(bytes);
  const text = new TextDecoder('utf-8').decode(bytes);
  // A bad byte among thousands of good letters is a bad byte.
  const wrong = text.split('\ufffd').length - 1;
  const right = text.match(/[\u0080-\ufffc]/gu)?.length ?? 0;
  return right > 2 * wrong ? text : new TextDecoder('windows-1252').decode(bytes);
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** Bytes that tell a format. */
const HEAD = 4000;

export function headOf(bytes: Uint8Array): Head {
  const text = decodeText(headBytes(bytes));
  // The list of what is inside a zip stands at its end.
  const names =
    new TextDecoder('latin1').decode(bytes.subarray(0, HEAD)) +
    new TextDecoder('latin1').decode(bytes.subarray(-200_000));
  return { bytes, text, names };
}

/** Not cut inside a letter: that would make the whole no UTF-8. */
function headBytes(bytes: Uint8Array): Uint8Array {
  let end = Math.min(HEAD, bytes.length);
  while (end < bytes.length && end > HEAD - 4 && ((bytes[end] ?? 0) & 0xc0) === 0x80) end--;
  return bytes.subarray(0, end);
}

/**
 * In UTF-16 most letters of such a file are a zero and a byte, the zeros at odd (little) or even (big) places: JSON is
 * written in Latin signs even where its names are Vietnamese. In UTF-8 there is no zero at all.
 */
function looksLikeUtf16(bytes: Uint8Array, zeros: 0 | 1): boolean {
  const head = bytes.subarray(0, 256);
  const pairs = Math.floor(head.length / 2);
  if (pairs < 4) return false;
  let [there, elsewhere] = [0, 0];
  for (let i = 0; i < 2 * pairs; i++)
    if (head[i] === 0) {
      if (i % 2 === zeros) there++;
      else elsewhere++;
    }
  return there >= pairs * 0.6 && elsewhere === 0;
}

/** What a file seems to be that is none of ours: a format by name, or one of the kinds that have words of their own. */
type FileKind =
  | { readonly code: 'format'; readonly name: string }
  | { readonly code: 'zip' | 'pdf' | 'image' | 'csv' | 'text' | 'binary' };

const SIGNATURES: readonly (readonly [readonly number[], FileKind])[] = [
  [[0x25, 0x50, 0x44, 0x46], { code: 'pdf' }],
  [[0x89, 0x50, 0x4e, 0x47], { code: 'image' }],
  [[0xff, 0xd8, 0xff], { code: 'image' }],
  [[0x49, 0x49, 0x2a, 0x00], { code: 'format', name: 'TIFF' }],
  [[0x00, 0x00, 0x27, 0x0a], { code: 'format', name: 'Shapefile' }],
  [[0xd0, 0xcf, 0x11, 0xe0], { code: 'format', name: 'Excel/Word 97' }],
  [[0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], { code: 'format', name: 'GeoPackage' }],
  [[0x1f, 0x8b], { code: 'zip' }],
  [[0x37, 0x7a, 0xbc, 0xaf], { code: 'zip' }],
  [[0x52, 0x61, 0x72, 0x21], { code: 'zip' }],
];

/** Names that stand in the clear inside a zip, and what holds them. */
const IN_ZIP: readonly (readonly [RegExp, string])[] = [[/word\/document/, 'Word']];

const XML: readonly (readonly [RegExp, string])[] = [
  [/<kml[\s>]/i, 'KML'],
  [/<gpx[\s>]/i, 'GPX'],
  [/<osm[\s>]/i, 'OpenStreetMap XML'],
  [/<html[\s>]|<!doctype html/i, 'HTML'],
];

function kindOf(bytes: Uint8Array, text: string): FileKind {
  const known = SIGNATURES.find(([signature]) => signature.every((v, i) => bytes[i] === v));
  if (known !== undefined) return known[1];
  const head = text.slice(0, 4000);
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    // The list of what is inside stands at the end.
    const names = new TextDecoder('latin1').decode(bytes.subarray(-200_000));
    const name = IN_ZIP.find(([inside]) => inside.test(head) || inside.test(names))?.[1];
    return name === undefined ? { code: 'zip' } : { code: 'format', name };
  }
  if (/^\s*</.test(head)) return { code: 'format', name: XML.find(([tag]) => tag.test(head))?.[1] ?? 'XML' };
  if (head.includes('\u0000')) return { code: 'binary' };
  return { code: /^[^\n]*[,;\t]/.test(head) ? 'csv' : 'text' };
}

/** Says of a file that is none of a format what it seems to be instead: `file.is-empty`, `file.is-pdf` and so on. */
export function otherKind(bytes: Uint8Array, text: string): Result<never> {
  if (text.trim() === '') return fail('file.is-empty');
  const kind = kindOf(bytes, text);
  return kind.code === 'format'
    ? fail('file.is-format', { format: kind.name })
    : fail(`file.is-${kind.code}`);
}
