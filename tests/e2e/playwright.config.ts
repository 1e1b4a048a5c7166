import { defineConfig } from '@playwright/test';
import { findChromium } from '../support/chromium.ts';

const { executablePath, args } = await findChromium();

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/browser/traces',
  timeout: 90_000,
  expect: { timeout: 10_000 },
  workers: 2,
  // A busy machine may fail one; `tests/run.ts` names what passed at its second try, and lets one such pass, not two.
  retries: 1,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json', { outputFile: '../../test-results/browser/results.json' }]],
  use: {
    viewport: { width: 1440, height: 900 },
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    launchOptions: { executablePath, args },
    actionTimeout: 15_000,
    // A trace costs a quarter of the time; `--trace retain-on-failure` keeps one of what fails.
    trace: 'off',
    // Menus and zooms that glide only keep the tests waiting.
    contextOptions: { reducedMotion: 'reduce' },
    screenshot: 'only-on-failure',
  },
});
