import { chromium } from '@playwright/test';
import { createServer } from 'vite';
import { findChromium } from '../support/chromium.ts';
import type { Figure } from './run.ts';

interface Panned {
  readonly ours: readonly number[];
  readonly bare: readonly number[];
  readonly sprites: number;
}

function p95(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.95))] as number;
}

/** Panning 100,000 positions: frame times against clearing a canvas and drawing the same number of sprites. */
export async function benchPan(): Promise<Figure[]> {
  const server = await createServer({
    root: import.meta.dirname,
    configFile: false,
    logLevel: 'error',
    server: { port: 0, host: '127.0.0.1', fs: { allow: ['../..'] } },
  });
  await server.listen();
  const { executablePath, args } = await findChromium();
  const browser = await chromium.launch({ executablePath, args });
  try {
    const measure = async () => {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      page.on('pageerror', (error) => console.error(error.message));
      await page.goto(`${server.resolvedUrls?.local[0]}pan.html`);
      await page.waitForFunction(() => 'panned' in window, undefined, { timeout: 120_000 });
      const result = await page.evaluate(
        () => (window as unknown as { panned: { strip: Panned; map: Panned } }).panned,
      );
      await page.close();
      return result;
    };
    // Once for nothing: the server translates the modules at the first visit.
    await measure();
    const { strip, map } = await measure();
    return (
      [
        ['diagram', strip],
        ['map', map],
      ] as const
    ).map(([what, panned]): Figure => {
      const [ms, baselineMs] = [p95(panned.ours), p95(panned.bare)];
      return {
        what: `panning the ${what}, 100,000 positions, ${panned.sprites} sprites in view: frame, p95`,
        baseline: 'clearing and drawing as many sprites',
        ms,
        baselineMs,
        ratio: ms / baselineMs,
        goal: 'told',
        met: true,
      };
    });
  } finally {
    await browser.close();
    await server.close();
  }
}
