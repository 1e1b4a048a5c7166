/** Why a command did not do it, as a sentence. */
import { apiErrorOf } from '../../src/api/db/sqlErrors.ts';
import { inFileWords } from '../backup/fileErrors.ts';

export function inSentences(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { path } = error as NodeJS.ErrnoException;
  if (path !== undefined) return (inFileWords(error, path) as Error).message;
  const database = apiErrorOf(error);
  if (database?.code === 'server.database') return 'The database cannot be reached.';
  if (database !== null) return `The database refuses it: ${innermost(error).message}`;
  // What wraps an error of the database says the whole statement.
  return error.cause instanceof Error && error.message.startsWith('Failed query')
    ? innermost(error).message
    : error.message;
}

function innermost(error: Error): Error {
  let inner = error;
  for (let depth = 0; inner.cause instanceof Error && depth < 10; depth++) inner = inner.cause;
  return inner;
}
