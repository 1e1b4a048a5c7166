/** What the tests of one run need not make twice. */
import { join } from 'node:path';
import { dataFolder, removeFolder } from './server.ts';

/**
 * Gives the processes of this run a folder of their own for it: the demonstration ready to be copied, and our sources as
 * they were compiled for the first of the many servers and commands. It goes with the run.
 */
export function shareWork(): void {
  const folder = dataFolder();
  process.env.COHOA_TEST_SHARED = folder;
  process.env.NODE_COMPILE_CACHE = join(folder, 'compiled');
  process.on('exit', () => removeFolder(folder));
}
