/** The bytes of a text file as text, the same on screen and on the command line. */

/** UTF-8 and UTF-16 by their mark; without one, UTF-16 where every other byte of the beginning is zero, else UTF-8. */
export function decodeText(bytes: Uint8Array): string {
  const [a, b] = bytes;
  const little = (a === 0xff && b === 0xfe) || looksLikeUtf16(bytes, 1);
  const big = (a === 0xfe && b === 0xff) || looksLikeUtf16(bytes, 0);
  // The decoder takes a mark off by itself.
  return new TextDecoder(little ? 'utf-16le' : big ? 'utf-16be' : 'utf-8').decode(bytes);
}

/** Plain letters in UTF-16 are a zero and a letter: `zeros` says which of the two comes at odd or even places. */
function looksLikeUtf16(bytes: Uint8Array, zeros: 0 | 1): boolean {
  const head = bytes.subarray(0, 64);
  if (head.length < 8) return false;
  return head.every((byte, i) => (i % 2 === zeros) === (byte === 0));
}

/** What the first bytes say a file is, where it is no text that we read. */
type FileKind = 'xml' | 'zip' | 'pdf' | 'shapefile' | 'image' | 'text' | 'csv';

export function kindOf(bytes: Uint8Array, text: string): FileKind {
  const starts = (...values: number[]) => values.every((v, i) => bytes[i] === v);
  if (starts(0x50, 0x4b)) return 'zip';
  if (starts(0x25, 0x50, 0x44, 0x46)) return 'pdf';
  if (starts(0x00, 0x00, 0x27, 0x0a)) return 'shapefile';
  if (starts(0x89, 0x50, 0x4e, 0x47) || starts(0xff, 0xd8, 0xff)) return 'image';
  if (/^\s*</.test(text)) return 'xml';
  return /^[^\n]*[,;\t]/.test(text) ? 'csv' : 'text';
}
