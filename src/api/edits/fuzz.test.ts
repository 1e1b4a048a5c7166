/**
 * Four people at a few rows over a network that loses, repeats and reorders, by chance from a seed. Afterwards numbers
 * have no gap, no edit counts twice, nothing was written over unseen, everybody has the same rows. More rounds, or
 * another run, by COHOA_FUZZ_ROUNDS and COHOA_FUZZ_SEED.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { TestApi } from '../../../mocks/testApi.ts';
import { Client, type Lie } from '../../../tests/support/fuzz/client.ts';
import { judge, type Log, type Rows, rowKey, type Sent } from '../../../tests/support/fuzz/judge.ts';
import { Chance } from '../../../tests/support/fuzz/random.ts';
import type { ChangesAnswer, SnapshotAnswer } from '../contract/answers.ts';
import { newId } from '../contract/newId.ts';

const ROUNDS = Number(process.env.COHOA_FUZZ_ROUNDS ?? 1500);
const SEED = Number(process.env.COHOA_FUZZ_SEED ?? 20_201_027);

let api: TestApi;
beforeAll(async () => {
  api = await TestApi.open();
});

async function play(rounds: number, seed: number, lie: Lie | null = null): Promise<Log> {
  const campaignId = await api.campaign();
  const chance = new Chance(seed);
  const sent: Sent[] = [];
  const aliases = new Map<string, string>();
  const units = Array.from({ length: 5 }, () => newId());
  const world = { campaignId, units, findings: ['a:1', 'b:2', 'c:3'], chance, sent, aliases, lie };
  const judgeAsks = await api.as('judge', { campaignId, role: 'admin', unitId: null });
  const whole = async () => {
    const { json } = await judgeAsks(`/campaigns/${campaignId}/snapshot`);
    const { number, tables } = json as unknown as SnapshotAnswer;
    const rows: Rows = new Map();
    for (const [entity, table] of Object.entries(tables))
      for (const values of table?.rows ?? []) {
        const row = Object.fromEntries(table.fields.map((f, i) => [f, values[i]]));
        rows.set(rowKey({ entity, id: String(row.id) }), row);
      }
    return { number, rows };
  };
  const start = await whole();
  const clients: Client[] = [];
  for (const name of ['an', 'binh', 'chi', 'dung']) {
    const ask = await api.as(name, { campaignId, role: 'planner', unitId: null });
    clients.push(new Client(name, ask, world, start));
  }
  for (let round = 0; round < rounds; round++) {
    const client = chance.of(clients);
    const what = chance.next();
    if (what < 0.45) {
      client.make();
      await client.send();
    } else if (what < 0.6) client.make();
    else if (what < 0.7) await Promise.all(clients.map((c) => c.send()));
    else if (what < 0.8) await client.send();
    else if (what < 0.95) await client.pull();
    else await client.repeatOld();
  }
  for (const client of clients) {
    while (!client.isDone) await client.send(true);
  }
  for (const client of clients) await client.pull(true);
  const changes: ChangesAnswer['changes'] = [];
  for (
    let since = start.number, newest = Infinity;
    since < newest;
    since = changes.at(-1)?.number ?? newest
  ) {
    const { json } = await judgeAsks(`/campaigns/${campaignId}/changes?since=${since}`);
    newest = Number(json.number);
    changes.push(...(json as unknown as ChangesAnswer).changes);
  }
  return {
    start: start.number,
    sent,
    changes,
    aliases,
    begun: start.rows,
    snapshot: (await whole()).rows,
    replicas: new Map(clients.map((c) => [c.name, c.rows])),
  };
}

test(`${ROUNDS} rounds of seed ${SEED}`, { timeout: 60_000 + ROUNDS * 100 }, async () => {
  const log = await play(ROUNDS, SEED);
  expect(judge(log)).toEqual([]);
  const count = (outcome: Sent['outcome']) => log.sent.filter((s) => s.outcome === outcome).length;
  // Something happened of everything, or nothing was tried.
  expect(count('applied')).toBeGreaterThan(ROUNDS / 10);
  expect(count('conflict')).toBeGreaterThan(ROUNDS / 50);
  expect(log.changes.some((c) => c.ops.some((op) => op.kind === 'delete'))).toBe(true);
});

describe('broken on purpose, it is found', () => {
  test('conflicts not looked for: fields are lost unseen', { timeout: 60_000 }, async () => {
    expect(judge(await play(100, 1, 'versions')).join('\n')).toContain('wrote over');
  });

  test('keys not looked at: edits count twice', { timeout: 60_000 }, async () => {
    expect(judge(await play(100, 2, 'keys')).join('\n')).toContain('counted twice');
  });

  test('news not told: screens differ', { timeout: 60_000 }, async () => {
    expect(judge(await play(100, 3, 'numbers')).join('\n')).toContain('otherwise than the changes say');
  });

  test('a log with a gap, with two changes of one number, with an answer that is not true', {
    timeout: 60_000,
  }, async () => {
    const log = await play(60, 4);
    expect(judge(log)).toEqual([]);
    const { changes } = log;
    expect(judge({ ...log, changes: changes.toSpliced(5, 1) })).not.toEqual([]);
    const [fourth, fifth] = [changes[4], changes[5]];
    if (fourth === undefined || fifth === undefined) throw new Error('too short a run');
    const twice = changes.with(5, { ...fifth, number: fourth.number });
    expect(judge({ ...log, changes: twice }).join()).toContain('is due');
    const untold = log.sent.map((s, i) => (i === 3 ? { ...s, outcome: null } : s));
    expect(judge({ ...log, sent: untold }).join()).toContain('never told');
    const denied = log.sent.map((s) => (s.outcome === 'applied' ? { ...s, outcome: 'refused' as const } : s));
    expect(judge({ ...log, sent: denied }).join()).toContain('yet it is change');
  });
});
