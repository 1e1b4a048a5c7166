/** A backup that comes from a browser, by the set-up link of a server that is empty. */
import { createReadStream, type ReadStream } from 'node:fs';
import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { writeAct } from '../../src/api/accounts/acts.ts';
import type { RestoreLine } from '../../src/api/contract/backup.ts';
import type { Database } from '../../src/api/db/database.ts';
import { campaign } from '../../src/api/db/rowTables.ts';
import { apiErrorOf, loggable } from '../../src/api/db/sqlErrors.ts';
import { ApiError } from '../../src/api/errors.ts';
import { refuseWithoutLink } from '../accounts/firstAdministrator.ts';
import { BackupFault } from './fault.ts';
import { restore } from './restore.ts';

/** Of the packed file. Larger ones are restored from the command line. */
const MOST_BYTES = 1024 * 1024 * 1024;
const TELL_EVERY_MS = 150;
const SILENCE_MS = 60_000;

export interface Restoring {
  /** Whether everything is just being put in: until then the database answers nobody else. */
  isPutting(): boolean;
  /** `unhurried`: works without the limit of time that other requests have. */
  take(
    request: Request,
    token: string,
    unhurried: <T>(work: () => Promise<T>) => Promise<T>,
  ): Promise<Response>;
}

interface Place {
  readonly db: Database;
  /** Where the file lies while it is read. */
  readonly folder: string;
  /** Called when accounts and rights are others. */
  readonly restored: () => void;
}

/**
 * Takes restores, one at a time: reads the body into a file, then answers with lines of RestoreLine while it is put
 * into the database. Throws ApiError as long as nothing is put in: 403 where the link does not do, 409 `backup.busy`, 413, 422.
 */
export function openRestore(place: Place): Restoring {
  // One name, so that one is there at most.
  const file = join(place.folder, 'restore.part');
  const clear = () =>
    rm(file, { force: true }).catch((error: unknown) => console.error('restore: its file stays:', error));
  // What a killed server left behind holds everybody's data.
  const cleared = clear();
  let busy = false;
  let putting = false;
  return {
    isPutting: () => putting,
    take: async (request, token, unhurried) => {
      // Before the database is asked, which may be at work on the one before.
      if (busy) throw new ApiError(409, 'backup.busy');
      busy = true;
      const free = async () => {
        putting = false;
        await clear();
        busy = false;
      };
      try {
        await cleared;
        await refuseWithoutLink(place.db, token);
        await mkdir(place.folder, { recursive: true });
        const bytes = await unhurried(() => keep(request, file));
        putting = true;
        return answerOf((tell) => putIn(place, { file, bytes, token }, tell).finally(free));
      } catch (error) {
        await free();
        throw error;
      }
    },
  };
}

/** Writes a body into a file that its owner alone may read; gives its bytes. Who sends nothing for a minute is given up. */
async function keep({ body }: Request, file: string): Promise<number> {
  let bytes = 0;
  const to = await open(file, 'w', 0o600);
  try {
    for await (const chunk of unlessSilent(body)) {
      bytes += chunk.length;
      if (bytes > MOST_BYTES)
        throw new ApiError(413, 'request.too-large', { params: { megabytes: MOST_BYTES / 1024 / 1024 } });
      await to.write(chunk);
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ENOSPC' || code === 'EDQUOT') throw new ApiError(422, 'backup.disk-full', { cause: error });
    throw error;
  } finally {
    await to.close();
  }
  return bytes;
}

/** Throws ApiError 422 `backup.cut` where nothing comes for a while. */
async function* unlessSilent(body: Request['body']): AsyncGenerator<Uint8Array> {
  const reader = body?.getReader();
  if (reader === undefined) return;
  for (;;) {
    let timer: NodeJS.Timeout | undefined;
    const silent = new Promise<never>((_, failed) => {
      timer = setTimeout(() => failed(new ApiError(422, 'backup.cut')), SILENCE_MS);
    });
    const { value, done } = await Promise.race([reader.read(), silent]).finally(() => clearTimeout(timer));
    if (done) return;
    yield value;
  }
}

interface Kept {
  readonly file: string;
  readonly bytes: number;
  readonly token: string;
}

async function putIn(
  { db, restored }: Place,
  { file, bytes, token }: Kept,
  tell: (line: RestoreLine) => void,
): Promise<void> {
  let packed: ReadStream | undefined;
  const opened = () => {
    packed = createReadStream(file);
    return packed;
  };
  const telling = setInterval(() => tell({ share: (packed?.bytesRead ?? 0) / bytes }), TELL_EVERY_MS);
  try {
    const found = { campaigns: 0, people: 0 };
    const rows = await restore(db, opened, {
      admit: (tx) => refuseWithoutLink(tx, token),
      finish: async (tx) => {
        found.campaigns = await tx.$count(campaign);
        found.people = await tx.$count(sql`"user"`);
        // The link would be void, and nobody could sign in.
        if (found.people === 0) throw new BackupFault('backup.nobody');
        await writeAct(tx, new Date(), { by: 'setup', act: 'restored', about: null });
      },
    });
    restored();
    tell({ done: { rows, ...found } });
  } catch (error) {
    tell({ error: inCode(error) });
  } finally {
    clearInterval(telling);
    packed?.destroy();
  }
}

function inCode(error: unknown): Extract<RestoreLine, { error: object }>['error'] {
  if (error instanceof BackupFault) return { code: error.code, params: error.params };
  const known = error instanceof ApiError ? error : apiErrorOf(error);
  console.error('restore:', loggable(error));
  return known === null ? { code: 'server.failed' } : { code: known.code, params: known.detail.params ?? {} };
}

/** An answer that is written while its work goes on, which goes on too when nobody listens any more. */
function answerOf(work: (tell: (line: RestoreLine) => void) => Promise<void>): Response {
  const encoder = new TextEncoder();
  let listened = true;
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      const tell = (line: RestoreLine) => {
        if (listened) controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
      };
      work(tell)
        .catch((error: unknown) => console.error('restore:', error))
        .finally(() => listened && controller.close());
    },
    cancel: () => {
      listened = false;
    },
  });
  return new Response(body, {
    headers: { 'Content-Type': 'application/x-ndjson', 'Cache-Control': 'no-store, no-transform' },
  });
}
