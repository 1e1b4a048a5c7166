import { defineConfig } from '@playwright/test';
import browser from '../e2e/playwright.config.ts';

/** `npm run guide:pictures`: the pictures of README and guide, taken anew. */
export default defineConfig({
  ...browser,
  outputDir: '../../test-results/guide/traces',
  workers: 1,
  retries: 0,
  reporter: 'list',
});
