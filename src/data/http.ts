/** Requests to the API. A refusal becomes a Refusal; no answer at all becomes NoAnswer, which is not an error of anyone. */
import type { ErrorAnswer } from '../api/contract/answers.ts';
import type { Conflict } from '../api/contract/edits.ts';

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

export class NoAnswer extends Error {}

const TIMEOUT_MS = 30_000;

export async function getJson<T>(path: string): Promise<T> {
  return request<T>(path, { method: 'GET' });
}

export async function postJson<T>(path: string, body: unknown): Promise<T> {
  return request<T>(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

async function request<T>(path: string, init: RequestInit): Promise<T> {
  let response: Response;
  let text: string;
  try {
    response = await fetch(path, {
      ...init,
      credentials: 'same-origin',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    text = await response.text();
  } catch (error) {
    throw new NoAnswer(error instanceof Error ? error.message : String(error));
  }
  const answer = parse(text);
  if (response.ok && answer !== undefined) return answer as T;
  // A proxy's page or a server that is going down is no refusal: the request may be made again.
  if (response.status >= 500 || answer === undefined) throw new NoAnswer(`status ${response.status}`);
  throw new Refusal(response.status, toErrorAnswer(answer));
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
