import { fail, ok, type Result } from '../domain/model/result.ts';
import { decodeText, otherKind } from './bytes.ts';

/** A record separator may stand before each line (RFC 8142). */
const SEPARATOR = '\u001e';
const LINE_END = /\r\n|\n|\r/;

/**
 * The JSON of a file of geography, from bytes that nobody trusts. One object a line (as GeoJSON is streamed) becomes a
 * FeatureCollection. Fails with `file.is-…`, which says what the file seems to be, or `file.not-json` with the line.
 */
export function readJson(bytes: Uint8Array): Result<unknown> {
  const text = decodeText(bytes);
  let fault: SyntaxError;
  try {
    return ok(JSON.parse(text));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    fault = error;
  }
  if (!/^\s*[[{]/.test(text.startsWith(SEPARATOR) ? text.slice(1) : text)) return otherKind(bytes, text);
  return readLines(text) ?? damaged(fault, text);
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** One object a line; null where the first line is none by itself, so that the file is meant as one piece. */
function readLines(text: string): Result<unknown> | null {
  const features: unknown[] = [];
  for (const [i, raw] of text.split(LINE_END).entries()) {
    const line = (raw.startsWith(SEPARATOR) ? raw.slice(1) : raw).trim();
    if (line === '') continue;
    try {
      features.push(JSON.parse(line));
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      return features.length === 0 ? null : fail('file.not-json', { line: i + 1 });
    }
  }
  return ok({ type: 'FeatureCollection', features });
}

/** What is wrong, with the line where the parser says it: engines say a line, a position, or neither. */
function damaged({ message }: SyntaxError, text: string): Result<never> {
  const line = /line (\d+)/.exec(message)?.[1];
  if (line !== undefined) return fail('file.not-json', { line: Number(line) });
  const position = /position (\d+)/.exec(message)?.[1];
  if (position === undefined && !/end of/i.test(message)) return fail('file.damaged');
  const until = position === undefined ? text.trimEnd() : text.slice(0, Number(position));
  return fail('file.not-json', { line: until.split(LINE_END).length });
}
