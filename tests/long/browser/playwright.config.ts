import { defineConfig } from '@playwright/test';
import browser from '../../e2e/playwright.config.ts';

/** What a browser needs minutes for; one at a time, since some of it is a matter of time. */
export default defineConfig({
  ...browser,
  outputDir: '../../../test-results/long/traces',
  timeout: 600_000,
  workers: 1,
  reporter: 'list',
});
