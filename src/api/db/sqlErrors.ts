/**
 * What the database says when it does not do something, as refusals that a client understands. General, by SQLSTATE:
 * what a table forbids is told here although nobody thought of it before.
 */
import { ApiError } from '../errors.ts';

interface SqlError extends Error {
  readonly code?: string;
  readonly constraint?: string;
  readonly column?: string;
}

/** Five letters or figures, of which one at least is a figure: `EPERM` is none. */
const SQLSTATE = /^(?=.*\d)[0-9A-Z]{5}$/;
/** Connections that break have no SQLSTATE but the system's or the driver's own words. */
const BROKEN_CODES =
  /^(ECONN(RESET|REFUSED|ABORTED)|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/;
const BROKEN_WORDS =
  /connection terminated|connection error|not queryable|pool after calling end|timeout exceeded when trying to connect|pglite is closed/i;

/**
 * The refusal that an error of the database amounts to, found through its causes; null when it is no such error.
 * 503 `server.database` when there is no database to speak of, 503 `server.busy` when it would have taken too long
 * (both may be tried again), 409 or 422 when it will not hold such data.
 */
export function apiErrorOf(error: unknown): ApiError | null {
  for (const cause of causesOf(error)) {
    const known = ofOne(cause);
    if (known !== null) return known;
  }
  return null;
}

function ofOne(error: SqlError): ApiError | null {
  const code = error.code ?? '';
  const refusal = (status: 409 | 422 | 503, word: string, field?: string) =>
    new ApiError(status, word, { field, cause: error });
  if (isBroken(error)) return refusal(503, 'server.database');
  if (!SQLSTATE.test(code)) return null;
  if (/^(08|53|58|57P0[1-5]|25006|XX00[12])/.test(code)) return refusal(503, 'server.database');
  if (/^(40|55P03|57014)/.test(code)) return refusal(503, 'server.busy');
  if (error.constraint === 'change_edit_key_key') return refusal(409, 'edit.key-taken', 'key');
  if (code === '23505') return refusal(409, 'row.exists');
  if (code === '23503') return refusal(422, 'row.refers-to-nothing');
  if (/^(22|23)/.test(code)) return refusal(422, 'row.not-storable', error.column);
  return null;
}

function isBroken(error: SqlError): boolean {
  return BROKEN_CODES.test(error.code ?? '') || BROKEN_WORDS.test(error.message);
}

function* causesOf(error: unknown): Generator<SqlError> {
  // Errors can be made to contain themselves; nobody wraps deeper than this.
  let cause = error;
  for (let depth = 0; cause instanceof Error && depth < 10; depth++) {
    yield cause;
    cause = cause.cause;
  }
}

/**
 * A line for the log: code and constraint of the database's error, or the error's own stack. Never the statement and
 * its parameters, which hold what people wrote, and megabytes of it.
 */
export function loggable(error: unknown): string {
  const causes = [...causesOf(error)];
  const sql = causes.findLast((c) => SQLSTATE.test(c.code ?? '') || isBroken(c));
  if (sql !== undefined)
    return `database: ${[sql.code ?? sql.message, sql.constraint, sql.column].filter(Boolean).join(' ')}`;
  const inner = causes[causes.length - 1];
  return inner === undefined ? String(error) : (inner.stack ?? inner.message);
}
