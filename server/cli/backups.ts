/** Backup and restore from the command line: a file in, a file out, what is wrong with it in a sentence. */
import { createReadStream } from 'node:fs';
import { writeAct } from '../../src/api/accounts/acts.ts';
import type { Database } from '../../src/api/db/database.ts';
import { backup } from '../backup/backup.ts';
import { BackupFault } from '../backup/fault.ts';
import { inFileWords } from '../backup/fileErrors.ts';
import { restore } from '../backup/restore.ts';
import type { OpenDatabase } from '../database.ts';
import { inWords } from './words.ts';

export async function backupTo({ db, pool }: Pick<OpenDatabase, 'db' | 'pool'>, file: string): Promise<void> {
  console.log(`${await backup(pool, file)} rows in ${file}.`);
  await writeAct(db, new Date(), { by: 'command-line', act: 'backed-up', about: null });
}

const finish = (tx: Database) =>
  writeAct(tx, new Date(), { by: 'command-line', act: 'restored', about: null });

/** Throws an Error that names the file. */
export async function restoreFrom(db: Database, file: string): Promise<void> {
  try {
    console.log(`${await restore(db, () => createReadStream(file), { finish })} rows restored from ${file}.`);
  } catch (error) {
    if (error instanceof BackupFault)
      throw new Error(inWords({ code: error.code, params: { ...error.params, file } }), { cause: error });
    throw inFileWords(error, file);
  }
}
