/** A backup that goes out to a browser while it is told. */
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import type pg from 'pg';
import type { Backups } from '../../src/api/backups.ts';
import { ApiError } from '../../src/api/errors.ts';
import { tell } from './telling.ts';

/** Of a reader who takes nothing for so long no more is expected: what it holds up is a connection of ten. */
const SILENCE_MS = 60_000;

export function openBackups(pool: pg.Pool, silenceMs = SILENCE_MS): Backups {
  let busy = false;
  return {
    begin: (whole) =>
      new Promise((begun, failed) => {
        if (busy) return failed(new ApiError(409, 'backup.busy'));
        busy = true;
        const gzip = createGzip();
        const gone = new AbortController();
        gzip.once('close', () => gone.abort());
        // Whoever reads hears of it by the stream; unheard here it would end the process.
        gzip.on('error', () => {});
        const taken = async () => {
          const timer = setTimeout(() => gzip.destroy(new Error('nobody takes the backup')), silenceMs);
          try {
            await once(gzip, 'drain', { signal: gone.signal });
          } finally {
            clearTimeout(timer);
          }
        };
        tell(pool, {
          expect: (rows) => begun({ rows, body: Readable.toWeb(gzip) as ReadableStream<Uint8Array> }),
          say: async (line) => {
            if (gzip.destroyed) throw new Error('the reader of the backup has gone');
            if (!gzip.write(`${line}\n`)) await taken();
          },
        })
          .then(whole)
          .then(() => gzip.end())
          .catch((error: unknown) => {
            const wasTaken = gzip.destroyed;
            gzip.destroy(error instanceof Error ? error : new Error(String(error)));
            failed(error);
            // A reader that goes away is nobody's fault.
            if (!wasTaken) console.error('backup:', error);
          })
          .finally(() => {
            busy = false;
          });
      }),
  };
}
