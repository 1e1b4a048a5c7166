/** Why a command did not do it, as a sentence. */
import { apiErrorOf } from '../../src/api/db/sqlErrors.ts';

const OF_FILES: Readonly<Record<string, (path: string) => string>> = {
  ENOENT: (path) => `There is no ${path}.`,
  EACCES: (path) => `This user may not read or write ${path}.`,
  EPERM: (path) => `This user may not read or write ${path}.`,
  EISDIR: (path) => `${path} is a folder.`,
  ENOTDIR: (path) => `${path} is in no folder.`,
  ENOSPC: () => 'The disk is full.',
  EROFS: (path) => `${path} cannot be written: its disk is read-only.`,
};

export function inSentences(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, path, dest } = error as NodeJS.ErrnoException & { dest?: string };
  const sentence = OF_FILES[code ?? ''];
  if (sentence !== undefined) return sentence(dest ?? path ?? 'file');
  if (code === 'ABORT_ERR') return 'Stopped. Nothing was changed.';
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
