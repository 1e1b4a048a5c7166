/** Backup and restore from the command line: a file in, a file out, what is wrong with it in a sentence. */
import { createReadStream } from 'node:fs';
import type pg from 'pg';
import type { Database } from '../../src/api/db/database.ts';
import { backup } from '../backup/backup.ts';
import { BackupFault } from '../backup/fault.ts';
import { inFileWords } from '../backup/fileErrors.ts';
import { restore } from '../backup/restore.ts';
import { inWords } from './words.ts';

export async function backupTo(pool: pg.Pool, file: string): Promise<void> {
  console.log(`${await backup(pool, file)} rows in ${file}.`);
}

/** Throws an Error that names the file. */
export async function restoreFrom(db: Database, file: string): Promise<void> {
  try {
    console.log(`${await restore(db, () => createReadStream(file))} rows restored from ${file}.`);
  } catch (error) {
    if (error instanceof BackupFault)
      throw new Error(inWords({ code: error.code, params: { ...error.params, file } }), { cause: error });
    throw inFileWords(error, file);
  }
}
