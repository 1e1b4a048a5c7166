/** A page of this folder in a browser of its own, as the benches that draw need one. */
import { chromium } from '@playwright/test';
import { createServer } from 'vite';
import { findChromium } from '../support/chromium.ts';

/** What a page measured: it leaves it in a global of the name that is asked for. */
export type Measure = <T>(address: string, global: string) => Promise<T>;

export async function inBrowser<T>(bench: (measure: Measure) => Promise<T>): Promise<T> {
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
    return await bench(async <R>(address: string, global: string) => {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      page.on('console', (message) => {
        if (message.type() === 'error') console.error(message.text());
      });
      page.on('pageerror', (error) => console.error(error.message));
      await page.goto(`${server.resolvedUrls?.local[0]}${address}`);
      await page.waitForFunction((name) => name in window, global, { timeout: 120_000 });
      const result = await page.evaluate(
        (name) => (window as unknown as Record<string, R>)[name] as R,
        global,
      );
      await page.close();
      return result;
    });
  } finally {
    await browser.close();
    await server.close();
  }
}

export function p95(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.95))] as number;
}
