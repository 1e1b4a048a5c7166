/** What was acknowledged survives whatever ends the server. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEMO_CAMPAIGN } from '../../mocks/demo/builder.ts';
import { newId } from '../../src/api/contract/newId.ts';
import { demoFolder, killPostmaster, removeFolder, ServerProcess } from '../support/server.ts';

const ROUNDS = Number(process.env.COHOA_KILL_ROUNDS ?? 10);
/** Writes that are acknowledged before the blow falls. */
const WRITES = 12;

let folder: string;
beforeAll(async () => {
  folder = await demoFolder();
});
afterAll(() => {
  killPostmaster(folder);
  removeFolder(folder);
});

function write(server: ServerProcess, cookie: string, id: string): Promise<Response> {
  return server.create(cookie, 'milestone', { name: id, day: null, offsetDays: 0 }, id);
}

async function milestones(server: ServerProcess, cookie: string): Promise<Set<string>> {
  const response = await fetch(`${server.url}/api/campaigns/${DEMO_CAMPAIGN}/snapshot`, {
    headers: { cookie },
  });
  const { tables } = (await response.json()) as { tables: { milestone: { rows: [string][] } } };
  return new Set(tables.milestone.rows.map(([id]) => id));
}

test(`${ROUNDS} kills in a stream of writes lose no acknowledged edit`, { timeout: 240_000 }, async () => {
  const acknowledged = new Set<string>();
  for (let round = 0; round < ROUNDS; round++) {
    const server = await ServerProcess.start(folder);
    const cookie = await server.signIn('canbo');
    const kept = await milestones(server, cookie);
    for (const id of acknowledged) expect(kept.has(id), `round ${round}`).toBe(true);
    let blow: () => void = () => {};
    const struck = new Promise<void>((done) => {
      blow = done;
    });
    const stream = (async () => {
      for (let n = 0; ; n++) {
        const id = newId();
        try {
          const answer = await write(server, cookie, id);
          if (answer.status !== 200) return;
          acknowledged.add(id);
        } catch {
          // The server is gone: this write was never acknowledged.
          return;
        }
        if (n === WRITES) blow();
      }
    })();
    await struck;
    // Every other time the power goes for the database as well; else it is left running without its server.
    if (round % 2 === 1) killPostmaster(folder);
    await server.kill();
    await stream;
  }
  const last = await ServerProcess.start(folder);
  const kept = await milestones(last, await last.signIn('canbo'));
  expect(acknowledged.size).toBeGreaterThanOrEqual(ROUNDS * WRITES);
  for (const id of acknowledged) expect(kept.has(id)).toBe(true);
  expect(await last.stop()).toBe(0);
});
