/**
 * Requests to the API. A refusal becomes a Refusal; a server that fails on this request becomes ServerFailed; no answer
 * at all becomes NoAnswer, which is not an error of anyone.
 */
import type { ErrorAnswer } from '../../api/contract/answers.ts';
import type { Conflict } from '../../api/contract/edits.ts';
import { PROTOCOL, PROTOCOL_HEADER } from '../../api/contract/protocol.ts';
import { type Progress, type RawAnswer, transfer } from './transfer.ts';

export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly field: string | undefined;
  readonly conflicts: readonly Conflict[];

  constructor(status: number, answer: ErrorAnswer) {
    super(answer.error.code);
    this.status = status;
    this.code = answer.error.code;
    this.params = answer.error.params ?? {};
    this.field = answer.error.field;
    this.conflicts = (answer.conflicts ?? []) as readonly Conflict[];
  }
}

/** Nothing came back, or the page of something that stands before the server, or the server cannot work just now. */
export class NoAnswer extends Error {}

/** The server answered that this very request made it fail. */
export class ServerFailed extends Error {}

/** The server is of a later version than this page. */
export class PageOutdated extends Error {}

export async function getJson<T>(path: string, progress?: Progress): Promise<T> {
  return read<T>(await ask('GET', path, null, progress));
}

export async function postJson<T>(path: string, body: unknown, progress?: Progress): Promise<T> {
  return read<T>(await ask('POST', path, JSON.stringify(body), progress));
}

async function ask(...request: Parameters<typeof transfer>): Promise<RawAnswer> {
  try {
    return await transfer(...request);
  } catch (error) {
    throw new NoAnswer(error instanceof Error ? error.message : String(error));
  }
}

function read<T>({ status, text, header }: RawAnswer): T {
  const protocol = Number(header(PROTOCOL_HEADER) ?? 0);
  if (protocol > PROTOCOL) throw new PageOutdated(`protocol ${protocol}`);
  const answer = parse(text);
  if (status >= 200 && status < 300 && answer !== undefined) return answer as T;
  const error = answer === undefined ? null : toErrorAnswer(answer);
  if (status >= 500) {
    // 503 is said by a server without its database and by whatever stands before a server that is going down.
    if (status === 500 && error !== null) throw new ServerFailed(error.error.code);
    throw new NoAnswer(`status ${status}`);
  }
  // A page where an answer should be, with a success: somebody else's network asks to sign in to it.
  if (status < 400) throw new NoAnswer(`status ${status}`);
  throw new Refusal(
    status,
    error ?? {
      error: { code: status === 413 ? 'request.too-large' : 'request.refused', params: { status } },
    },
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Sign-in refuses in better-auth's form, `{ code, message }`. */
function toErrorAnswer(answer: unknown): ErrorAnswer {
  const a = answer as { error?: ErrorAnswer['error']; code?: string; conflicts?: ErrorAnswer['conflicts'] };
  if (a.error !== undefined && typeof a.error === 'object') return a as ErrorAnswer;
  return { error: { code: a.code ?? 'request.refused' } };
}
