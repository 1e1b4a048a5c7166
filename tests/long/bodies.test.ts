/** Hundreds of megabytes from nobody in particular: none of it is kept. */
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { expect, test } from 'vitest';
import { DEMO_CAMPAIGN } from '../../mocks/demo/builder.ts';
import { dataFolder, removeFolder, ServerProcess } from '../support/server.ts';

const EACH = 400 * 1024 * 1024;
const AT_ONCE = 6;
const PIECE = Buffer.alloc(1024 * 1024, 0x20);
const PATHS = ['/api/setup', '/api/auth/sign-in/username', `/api/campaigns/${DEMO_CAMPAIGN}/edits`];

/** Sends as much as is taken, with or without saying how long it is. Gives the answer; 0 where there was none. */
function pour(url: string, told: boolean): Promise<number> {
  return new Promise((done) => {
    let status = 0;
    let left = EACH;
    const headers = { 'content-type': 'application/json', ...(told ? { 'content-length': EACH } : {}) };
    const sending = request(url, { method: 'POST', headers }, (answer) => {
      status = answer.statusCode ?? 0;
      answer.resume();
      answer.on('end', () => sending.destroy());
    });
    // The server hangs up on what it will not read.
    sending.on('error', () => done(status));
    sending.on('close', () => done(status));
    const more = () => {
      while (left > 0 && !sending.destroyed) {
        left -= PIECE.length;
        if (!sending.write(PIECE)) {
          sending.once('drain', more);
          return;
        }
      }
      sending.end();
    };
    more();
  });
}

test('400 MB six times at once before sign-in leave the memory as it was', async () => {
  const folder = dataFolder();
  const server = await ServerProcess.start(folder);
  const pid = readFileSync(`${folder}/server.pid`, 'utf8');
  const memory = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
  await pour(`${server.url}/api/setup`, true);
  const before = memory();
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, memory());
  }, 20);
  for (const told of [true, false])
    for (const path of PATHS) {
      const answers = await Promise.all(
        Array.from({ length: AT_ONCE }, () => pour(`${server.url}${path}`, told)),
      );
      for (const status of answers) expect([0, 401, 413]).toContain(status);
    }
  clearInterval(watch);
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  expect(most - before).toBeLessThan(100);
  await server.stop();
  removeFolder(folder);
});
