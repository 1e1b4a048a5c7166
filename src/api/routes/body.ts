/** Reading the body of a request: at most so large, gzipped or not, by its schema. */
import type { z } from 'zod';
import { ApiError } from '../errors.ts';

const MB = 1024 * 1024;
/** A road network of a province is some megabytes; nothing that a person does is larger. */
const MAX_BYTES = 32 * MB;

/** Larger bodies are read piece by piece, so that few of them are held while they come. */
const AT_ONCE = 64 * 1024;

interface Read {
  readonly value: unknown;
  /** Bytes of JSON, unpacked. */
  readonly bytes: number;
}

/** Brackets within brackets: a boundary of several areas with holes, in a row, in an op, in an edit, has ten. */
const MAX_DEPTH = 100;

/** Of somebody who is not known yet: a name and a password. */
export const SMALL_BODY = 64 * 1024;

/**
 * Reads a JSON body, which may be gzipped. Throws 400 `request.not-json`, or 413 as soon as more than `most` bytes
 * (32 MB) are unpacked, however small they came.
 */
export async function readJson(request: Request, most = MAX_BYTES): Promise<Read> {
  const bytes = await readBytes(request, most);
  // Parsing brackets within brackets takes the engine minutes a gigabyte; looking at them takes none of it.
  if (bytes.length > AT_ONCE && isDeeperThan(MAX_DEPTH, bytes)) throw new ApiError(400, 'request.not-json');
  try {
    return {
      value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)),
      bytes: bytes.length,
    };
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError)
      throw new ApiError(400, 'request.not-json');
    throw error;
  }
}

const [QUOTE, BACKSLASH] = [0x22, 0x5c];

/** Whether JSON in UTF-8 opens more brackets within each other than so many; those in its texts do not count. */
function isDeeperThan(most: number, bytes: Uint8Array): boolean {
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number;
    if (quoted) {
      if (byte === BACKSLASH) i++;
      else if (byte === QUOTE) quoted = false;
    } else if (byte === QUOTE) quoted = true;
    // `[` and `{` differ in one bit, and so do `]` and `}`.
    else if ((byte | 0x20) === 0x7b) {
      if (++depth > most) return true;
    } else if ((byte | 0x20) === 0x7d) depth--;
  }
  return false;
}

async function readBytes(request: Request, most: number): Promise<Uint8Array> {
  const encoding = request.headers.get('content-encoding') ?? 'identity';
  if (encoding !== 'identity' && encoding !== 'gzip') throw new ApiError(400, 'request.not-json');
  // What says how long it is cannot be longer; read at once it takes fewer steps.
  const length = Number(request.headers.get('content-length') ?? Number.NaN);
  if (encoding === 'identity' && length <= Math.min(most, AT_ONCE))
    return new Uint8Array(await request.arrayBuffer().catch(brokenOff));
  // Not every browser, where this API lives in the demonstration, gives the body of a request as a stream.
  const body = request.body ?? new Response(await request.arrayBuffer()).body;
  if (body === null) return new Uint8Array();
  const unpacked =
    encoding === 'identity'
      ? body
      : body.pipeThrough(new DecompressionStream('gzip') as ReadableWritablePair<Uint8Array, Uint8Array>);
  const reader = unpacked.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await next(reader);
    if (done) break;
    size += value.length;
    if (size > most) {
      await reader.cancel().catch(() => undefined);
      throw new ApiError(413, 'request.too-large', { params: { megabytes: most / MB } });
    }
    chunks.push(value);
  }
  const all = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

function brokenOff(): never {
  throw new ApiError(400, 'request.not-json');
}

/** The next piece; one that is no gzip, or breaks off, is no JSON either. */
async function next(reader: ReadableStreamDefaultReader<Uint8Array>) {
  try {
    return await reader.read();
  } catch (error) {
    if (error instanceof ApiError) throw error;
    throw new ApiError(400, 'request.not-json');
  }
}

/** A value by its schema. Throws 400 naming the first field at fault. */
export function parse<T>(value: unknown, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const path = issue?.path.map(String) ?? [];
  if (issue?.code === 'unrecognized_keys') {
    const field = [...path, issue.keys[0] ?? ''].join('.');
    throw new ApiError(400, 'request.unknown-field', { field });
  }
  if (issue?.code === 'too_big' && issue.origin === 'number')
    throw new ApiError(400, 'request.too-big', {
      field: path.join('.'),
      params: { most: String(issue.maximum) },
    });
  if (issue?.code === 'too_small' && issue.origin === 'number')
    throw new ApiError(400, 'request.too-small', {
      field: path.join('.'),
      params: { least: String(issue.minimum) },
    });
  // A key of a record has its own fault inside.
  const problem = issue?.code === 'invalid_key' ? issue.issues[0]?.message : issue?.message;
  throw new ApiError(400, 'request.invalid', { field: path.join('.'), params: { problem: problem ?? '' } });
}

/** A JSON body by its schema: `readJson`, then `parse`. */
export async function bodyOf<T>(request: Request, schema: z.ZodType<T>, most: number): Promise<T> {
  return parse((await readJson(request, most)).value, schema);
}
