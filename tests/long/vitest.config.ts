import { defineConfig } from 'vitest/config';

/** What takes minutes: run by hand before something is called done, one file after the other, alone on the machine. */
export default defineConfig({
  test: {
    root: '.',
    include: [
      'tests/long/**/*.test.ts',
      'tests/server/{unbroken,killed}.test.ts',
      'src/api/edits/fuzz.test.ts',
    ],
    testTimeout: 600_000,
    hookTimeout: 120_000,
    fileParallelism: false,
  },
});
