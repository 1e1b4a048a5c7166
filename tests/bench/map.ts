import { chromium } from '@playwright/test';
import { createServer } from 'vite';
import { findChromium } from '../support/chromium.ts';
import type { Figure } from './run.ts';

interface Measured {
  readonly firstPaint: number;
  readonly zooms: readonly number[];
}

function p95(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.95))] as number;
}

/** 100,000 positions: first paint and zooming, our layers against leaflet.markercluster, each in a fresh page. */
export async function benchMap(): Promise<Figure[]> {
  const server = await createServer({
    root: import.meta.dirname,
    configFile: false,
    logLevel: 'error',
    server: { port: 0, host: '127.0.0.1', fs: { allow: ['../..'] } },
  });
  await server.listen();
  const { executablePath, args } = await findChromium();
  const browser = await chromium.launch({ executablePath, args });
  const measure = async (which: string): Promise<Measured> => {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.on('console', (message) => {
      if (message.type() === 'error') console.error(message.text());
    });
    page.on('pageerror', (error) => console.error(error.message));
    const address = server.resolvedUrls?.local[0];
    await page.goto(`${address}page.html#${which}`);
    await page.waitForFunction(() => 'measured' in window, undefined, { timeout: 60_000 });
    const result = await page.evaluate(() => (window as unknown as { measured: Measured }).measured);
    await page.close();
    return result;
  };
  try {
    // Once for nothing: the server translates the modules at the first visit.
    await measure('symbols');
    const cluster = await measure('markercluster');
    const figures: Figure[] = [];
    for (const [which, what] of [
      ['symbols', '100,000 symbols'],
      ['stretches', '100,000 positions of 1,000 stretches'],
    ] as const) {
      const ours = await measure(which);
      const paint = ours.firstPaint / cluster.firstPaint;
      figures.push({
        what: `${what}: first paint`,
        baseline: 'leaflet.markercluster',
        ms: ours.firstPaint,
        baselineMs: cluster.firstPaint,
        ratio: paint,
        goal: '≤ 1/30',
        met: paint <= 1 / 30,
      });
      const zoom = p95(ours.zooms) / p95(cluster.zooms);
      figures.push({
        what: `${what}: zoom, p95`,
        baseline: 'leaflet.markercluster',
        ms: p95(ours.zooms),
        baselineMs: p95(cluster.zooms),
        ratio: zoom,
        // A cluster draws some dozens of bubbles where we draw every symbol there is room for: told, not aimed at.
        goal: 'told',
        met: true,
      });
    }
    return figures;
  } finally {
    await browser.close();
    await server.close();
  }
}
