/** Files of every format, changed at random ten thousand times. */
import { test } from 'vitest';
import { readMutations } from '../support/geoFiles.ts';

test('ten thousand mutations of small files are read or refused, never more', async () => {
  await readMutations(10_000);
});
