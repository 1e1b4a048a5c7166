/** The static build: no server but one that hands out files. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { extname, join, normalize, resolve } from 'node:path';
import { expect, test } from '@playwright/test';

const ROOT = resolve(import.meta.dirname, '../..');
const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

let files: Server;
let url = '';
const asked: string[] = [];

test.beforeAll(async () => {
  test.setTimeout(120_000);
  execFileSync(
    process.execPath,
    [join(ROOT, 'node_modules/vite/bin/vite.js'), 'build', '--mode', 'demo', '--logLevel', 'error'],
    { cwd: ROOT },
  );
  files = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://x').pathname);
    asked.push(path);
    try {
      const file = path === '/' ? '/index.html' : path;
      const body = readFileSync(join(ROOT, 'dist-demo', file));
      response
        .writeHead(200, {
          'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
        })
        .end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((done) => files.listen(0, '127.0.0.1', done));
  const address = files.address();
  if (typeof address !== 'object' || address === null) throw new Error('no address');
  url = `http://127.0.0.1:${address.port}/`;
});

test.afterAll(() => {
  files.close();
});

test('the demonstration works from files alone: the API is never called over the network, and work survives a reload', async ({
  page,
}) => {
  await page.goto(url);
  await page.getByRole('button', { name: /· canbo$/ }).click({ timeout: 40_000 });
  await expect(page.getByTestId('sync')).toHaveText('Đã lưu', { timeout: 30_000 });
  await page.getByRole('link', { name: 'Thiết lập' }).click();
  const theme = page.getByRole('textbox', { name: 'Chủ đề' });
  await theme.fill('Trong trình duyệt');
  await theme.press('Enter');
  await expect(page.getByTestId('sync')).toHaveText('Đã lưu', { timeout: 20_000 });
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Chủ đề' })).toHaveValue('Trong trình duyệt', {
    timeout: 40_000,
  });
  expect(asked.filter((path) => path.startsWith('/api'))).toEqual([]);
  expect(asked.length).toBeGreaterThan(5);
});
