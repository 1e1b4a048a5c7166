/** Copies of everything: made here as a file, put back into an empty server. */

import type { ErrorAnswer } from '../../api/contract/answers.ts';
import {
  type BackupStanding,
  type RestoreLine,
  ROWS_HEADER,
  SETUP_HEADER,
} from '../../api/contract/backup.ts';
import { getJson, NoAnswer, Refusal, ServerFailed } from './http.ts';

export const fetchBackupStanding = () => getJson<BackupStanding>('/api/backup');

export interface MadeBackup {
  readonly content: Blob;
  readonly rows: number;
}

/**
 * Fetches a backup and looks at it while it comes: it is given only when it is whole. `told`: the share that is there, 0
 * to 1. Throws Refusal (`backup.interrupted` where it ends too early), NoAnswer; AbortError when it is given up.
 */
export async function makeBackup(signal: AbortSignal, told: (share: number) => void): Promise<MadeBackup> {
  const control = new AbortController();
  const response = await answered(
    fetch('/api/backup', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
      credentials: 'same-origin',
      signal: AbortSignal.any([signal, control.signal]),
    }),
  );
  if (!response.ok || response.body === null) throw await refused(response);
  const expected = Number(response.headers.get(ROWS_HEADER) ?? 0);
  const silence = new Silence(() => control.abort());
  const [kept, looked] = response.body.tee();
  const text = looked.pipeThrough(new DecompressionStream('gzip')).pipeThrough(new TextDecoderStream());
  const [content, rows] = await Promise.all([
    new Response(kept).blob(),
    rowsOf(text, (lines) => {
      silence.heard();
      told(Math.min(1, expected === 0 ? 1 : lines / expected));
    }),
  ])
    .finally(() => silence.end())
    .catch((error: unknown) => {
      if (signal.aborted) throw error;
      console.error('backup:', error);
      throw new Refusal(422, { error: { code: 'backup.interrupted' } });
    });
  return { content, rows };
}

/** Nothing moved for so long: the line is dead, whatever it says of itself. */
const SILENCE_MS = 90_000;

/** Calls when nothing has been heard for a while. */
class Silence {
  #timer: ReturnType<typeof setTimeout>;
  readonly #fallen: () => void;

  constructor(fallen: () => void) {
    this.#fallen = fallen;
    this.#timer = setTimeout(fallen, SILENCE_MS);
  }

  heard(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#fallen, SILENCE_MS);
  }

  end(): void {
    clearTimeout(this.#timer);
  }
}

/** Counts lines; throws where the last of them does not say that these were all. */
async function rowsOf(text: ReadableStream<string>, counted: (lines: number) => void): Promise<number> {
  let [lines, last, rest] = [0, '', ''];
  const reader = text.getReader();
  for (;;) {
    const { value: part, done } = await reader.read();
    if (done) break;
    const whole = (rest + part).split('\n');
    rest = whole.pop() ?? '';
    lines += whole.length;
    last = whole.at(-1) ?? last;
    counted(lines);
  }
  const { end } = JSON.parse(last) as { end?: number };
  // Before the rows there is a header, behind them their number.
  if (rest !== '' || end !== lines - 2) throw new Error(`${lines} lines, ${end} rows`);
  return end;
}

async function answered(asked: Promise<Response>): Promise<Response> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new NoAnswer(error instanceof Error ? error.message : String(error));
  }
}

async function refused(response: Response): Promise<Error> {
  return errorOf(response.status, await response.text());
}

function errorOf(status: number, text: string): Error {
  if (status === 503) return new NoAnswer('status 503');
  try {
    const { error } = JSON.parse(text) as Partial<ErrorAnswer>;
    if (error !== undefined && status < 500) return new Refusal(status, { error });
    if (error !== undefined) return new ServerFailed(error.code);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  if (status === 413) return new Refusal(413, { error: { code: 'request.too-large' } });
  return new NoAnswer(`status ${status}`);
}

export type RestoreWay = { readonly step: 'sending' | 'putting'; readonly share: number };
export type Restored = Extract<RestoreLine, { done: object }>['done'];

/**
 * Sends a file to an empty server and waits until everything in it is there. XMLHttpRequest, because it alone tells how
 * much of a body is out. Throws Refusal with what is against it, NoAnswer where the file did not arrive, and Refusal
 * `backup.unknown-end` where it did and nobody knows what became of it.
 */
export function restoreBackup(token: string, file: Blob, told: (way: RestoreWay) => void): Promise<Restored> {
  return new Promise((restored, failed) => {
    const request = new XMLHttpRequest();
    let arrived = false;
    const silence = new Silence(() => request.abort());
    request.open('POST', '/api/setup/restore');
    request.setRequestHeader('content-type', 'application/gzip');
    request.setRequestHeader(SETUP_HEADER, token);
    request.upload.onprogress = ({ loaded, total }) => {
      silence.heard();
      told({ step: 'sending', share: loaded / total });
    };
    request.upload.onload = () => {
      arrived = true;
      told({ step: 'putting', share: 0 });
    };
    request.onprogress = () => {
      silence.heard();
      const line = lastLine(request.responseText);
      if (line !== null && 'share' in line) told({ step: 'putting', share: line.share });
    };
    const broken = () => {
      silence.end();
      failed(
        arrived ? new Refusal(409, { error: { code: 'backup.unknown-end' } }) : new NoAnswer('unreachable'),
      );
    };
    request.onerror = broken;
    request.onabort = broken;
    request.onload = () => {
      silence.end();
      if (request.status !== 200) return failed(errorOf(request.status, request.responseText));
      const line = lastLine(request.responseText);
      if (line !== null && 'done' in line) return restored(line.done);
      const error = line !== null && 'error' in line ? line.error : { code: 'backup.unknown-end' };
      failed(
        error.code.startsWith('server.')
          ? new ServerFailed(error.code)
          : new Refusal(422, { error: { code: error.code, params: { ...error.params } } }),
      );
    };
    request.send(file);
  });
}

/** The last line that is there whole; null where there is none, as on the page of somebody else's network. */
function lastLine(text: string): RestoreLine | null {
  const line = text.split('\n').at(-2);
  if (line === undefined || !line.startsWith('{')) return null;
  return JSON.parse(line) as RestoreLine;
}
