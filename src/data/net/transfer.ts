/**
 * One request on a line that may be slow: it is given up when nothing has moved for a while, never because it takes
 * long; what is large goes compressed, and says how far it is.
 */

/** Bytes moved so far, and in all where that is known. */
export type Progress = (moved: {
  readonly up: boolean;
  readonly done: number;
  readonly total: number | null;
}) => void;

export interface RawAnswer {
  readonly status: number;
  readonly text: string;
  readonly header: (name: string) => string | null;
}

/** Nothing moved for so long: the line is dead. */
const SILENCE_MS = 30_000;
/** After the last byte is out the line may still be emptying its own buffers, and the server works. */
const WORK_MS = 120_000;
/** What is smaller is not worth compressing. */
const COMPRESS_FROM = 16 * 1024;
/** What is smaller is sent before anybody could read how far it is. */
const WATCH_FROM = 64 * 1024;

/** Throws a plain error when nothing came back: unreachable, or silent for too long. */
export async function transfer(
  method: 'GET' | 'POST',
  path: string,
  body: string | null,
  progress: Progress = () => {},
): Promise<RawAnswer> {
  const headers: Record<string, string> = body === null ? {} : { 'content-type': 'application/json' };
  let payload: string | Uint8Array<ArrayBuffer> | null = body;
  if (body !== null && body.length >= COMPRESS_FROM && typeof CompressionStream !== 'undefined') {
    payload = await gzip(body);
    headers['content-encoding'] = 'gzip';
  }
  const large = payload !== null && payload.length >= WATCH_FROM && typeof XMLHttpRequest !== 'undefined';
  return large
    ? upload(path, payload as string | Uint8Array<ArrayBuffer>, headers, progress)
    : fetched(method, path, payload, headers, progress);
}

async function gzip(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

async function fetched(
  method: string,
  path: string,
  body: string | Uint8Array<ArrayBuffer> | null,
  headers: Record<string, string>,
  progress: Progress,
): Promise<RawAnswer> {
  const abort = new AbortController();
  let timer = setTimeout(() => abort.abort(new Error('silent')), body === null ? SILENCE_MS : WORK_MS);
  try {
    const response = await fetch(path, {
      method,
      headers,
      body,
      credentials: 'same-origin',
      signal: abort.signal,
    });
    const text = await readText(response, (done, total) => {
      clearTimeout(timer);
      timer = setTimeout(() => abort.abort(new Error('silent')), SILENCE_MS);
      progress({ up: false, done, total });
    });
    return { status: response.status, text, header: (name) => response.headers.get(name) };
  } finally {
    clearTimeout(timer);
  }
}

async function readText(
  response: Response,
  moved: (done: number, total: number | null) => void,
): Promise<string> {
  if (response.body === null) return response.text();
  // What a compressed answer is in all is said of its compressed length: no yardstick for what is read here.
  const length = response.headers.has('content-encoding') ? null : response.headers.get('content-length');
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  const parts: string[] = [];
  let done = 0;
  for (;;) {
    const { value, done: ended } = await reader.read();
    if (ended) break;
    done += value.length;
    parts.push(decoder.decode(value, { stream: true }));
    moved(done, length === null ? null : Number(length));
  }
  parts.push(decoder.decode());
  return parts.join('');
}

/** XMLHttpRequest, because it alone tells how much of a body is out. */
function upload(
  path: string,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string>,
  progress: Progress,
): Promise<RawAnswer> {
  return new Promise((answered, failed) => {
    const request = new XMLHttpRequest();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const wait = (ms: number) => {
      clearTimeout(timer);
      timer = setTimeout(() => request.abort(), ms);
    };
    const end = (message: string) => () => {
      clearTimeout(timer);
      failed(new Error(message));
    };
    request.open('POST', path);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = (event) => {
      wait(event.loaded < event.total ? SILENCE_MS : WORK_MS);
      progress({ up: true, done: event.loaded, total: event.total });
    };
    request.upload.onload = () => wait(WORK_MS);
    request.onprogress = () => wait(SILENCE_MS);
    request.onabort = end('silent');
    request.onerror = end('unreachable');
    request.onload = () => {
      clearTimeout(timer);
      answered({
        status: request.status,
        text: request.responseText,
        header: (name) => request.getResponseHeader(name),
      });
    };
    wait(SILENCE_MS);
    request.send(body);
  });
}
