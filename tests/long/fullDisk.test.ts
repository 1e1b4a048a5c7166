/** A full disk: the request fails with a clear answer, nothing acknowledged is lost, and space makes it go on. */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { DEMO_CAMPAIGN } from '../../mocks/demo/builder.ts';
import { newId } from '../../src/api/contract/newId.ts';
import { ServerProcess } from '../support/server.ts';

/** Whether this machine lets us have a small disk of our own. */
function smallDisk(): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'cohoa-small-'));
  chmodSync(folder, 0o755);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=220m,mode=0755', 'tmpfs', folder], { stdio: 'ignore' });
    return folder;
  } catch {
    // Refused: no right to mount. The test says so.
    rmSync(folder, { recursive: true, force: true });
    return null;
  }
}

const disk = smallDisk();

test.skipIf(disk === null)(
  'a full disk ends nothing for good (needs the right to mount)',
  { timeout: 240_000 },
  async () => {
    const folder = disk as string;
    const data = join(folder, 'data');
    mkdirSync(data, { mode: 0o755 });
    let server = await ServerProcess.start(data);
    try {
      const cookie = await server.signIn('canbo');
      const acknowledged = new Set<string>();
      const write = async (): Promise<number> => {
        const id = newId();
        const answer = await server
          .create(cookie, 'milestone', { name: 'x'.repeat(180), day: null, offsetDays: 0 }, id)
          .catch(() => null);
        if (answer?.status === 200) acknowledged.add(id);
        return answer?.status ?? 0;
      };
      expect(await write()).toBe(200);
      for (let n = 0; n < 40; n++)
        try {
          writeFileSync(join(folder, `fill-${n}`), new Uint8Array(16 * 1024 * 1024));
        } catch {
          // Full: that is what was wanted.
          break;
        }
      const seen = new Set<number>();
      for (let n = 0; n < 4000 && !seen.has(503); n++) seen.add(await write());
      expect([...seen].filter((status) => status !== 200 && status !== 503)).toEqual([]);
      expect(seen.has(503)).toBe(true);
      expect((await fetch(`${server.url}/healthz`)).status).toBeGreaterThanOrEqual(200);
      for (const name of readdirSync(folder)) if (name.startsWith('fill-')) rmSync(join(folder, name));
      // It may have ended with a sentence and a code when the disk stayed full too long; then it is started again.
      let status = 0;
      for (let n = 0; n < 120 && status !== 200; n++) {
        status = await write();
        if (status !== 200) await sleep(500);
        if (n === 60) server = await ServerProcess.start(data).catch(() => server);
      }
      expect(status).toBe(200);
      const response = await fetch(`${server.url}/api/campaigns/${DEMO_CAMPAIGN}/changes?since=0`, {
        headers: { cookie },
      });
      expect(response.status).toBe(200);
      expect(acknowledged.size).toBeGreaterThan(0);
    } finally {
      await server.stop();
      execFileSync('umount', ['-l', folder]);
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
