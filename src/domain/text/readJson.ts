import { fail, ok, type Result } from '../model/result.ts';
import { decodeText, kindOf } from './decodeText.ts';

/**
 * The JSON of a file of geography, from bytes that nobody trusts. One object a line (as GeoJSON is streamed) becomes a
 * FeatureCollection. Fails with `file.is-…`, which says what the file seems to be, or `file.not-json` with the line.
 */
export function readJson(bytes: Uint8Array): Result<unknown> {
  const text = decodeText(bytes);
  try {
    return ok(JSON.parse(text));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  if (text.trim() === '') return fail('file.is-empty');
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const features: unknown[] = [];
  for (const [i, line] of lines.entries())
    try {
      // A record separator may stand before each (RFC 8142).
      features.push(JSON.parse(line.startsWith('\u001e') ? line.slice(1) : line));
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      const kind = kindOf(bytes, text);
      if (kind !== 'text' && kind !== 'csv') return fail(`file.is-${kind}`);
      if (i === 0 && !/^\s*[[{]/.test(line)) return fail(kind === 'csv' ? 'file.is-csv' : 'file.is-text');
      return fail('file.not-json', { line: i + 1 });
    }
  if (features.length < 2) return fail('file.not-json', { line: 1 });
  return ok({ type: 'FeatureCollection', features });
}
