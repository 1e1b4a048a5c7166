/** The demonstration's past could have happened: each change passes the door, by the hand of who made it. */
import { expect, test } from 'vitest';
import { newId } from '../../../src/api/contract/newId.ts';
import { applyEdit } from '../../../src/api/edits/applyEdit.ts';
import type { Edit } from '../../../src/domain/edit/edit.ts';
import { emptyTables, withRows } from '../../../src/domain/edit/tables.ts';
import type { AnyRow, Tables } from '../../../src/domain/model/rows.ts';
import { progress } from '../../../src/domain/progress/progress.ts';
import { addDays } from '../../../src/domain/schedule/days.ts';
import { TestApi } from '../../testApi.ts';
import { DEMO_CAMPAIGN, DEMO_TODAY } from '../builder.ts';
import { demoOps } from '../choMoi/campaign.ts';
import { historyOf } from '../choMoi/history.ts';
import { writeHistory } from './write.ts';

const ops = demoOps();
const changes = historyOf(ops);

const tables: Tables = withRows(
  emptyTables(),
  ops.map(({ entity, id, fields }) => ({ entity, id, row: { ...fields, id, version: 1 } as AnyRow })),
);

async function told(api: TestApi) {
  const admin = await api.asRole('admin', null);
  const rows: Record<string, unknown[][]> = {};
  for (let after: string | null = ''; after !== null; ) {
    const { json } = await admin(
      `/campaigns/${DEMO_CAMPAIGN}/snapshot${after === '' ? '' : `?after=${after}`}`,
    );
    for (const [entity, table] of Object.entries(json.tables as Record<string, { rows: unknown[][] }>))
      rows[entity] = [...(rows[entity] ?? []), ...table.rows];
    after = json.next as string | null;
  }
  const log: unknown[] = [];
  for (let since = 0; ; ) {
    const { json } = await admin(`/campaigns/${DEMO_CAMPAIGN}/changes?since=${since}`);
    const page = json.changes as { number: number; key?: string; at: string }[];
    for (const { key: _key, at, ...change } of page) log.push({ ...change, at: new Date(at).toISOString() });
    if (page.length === 0) return { rows, log };
    since = page.at(-1)?.number ?? 0;
  }
}

test('what is written is what the door makes of the same changes, each by the hand of who made it', async () => {
  const [written, through] = [await TestApi.open(), await TestApi.open()];
  await writeHistory(written.db, DEMO_CAMPAIGN, changes);
  const replica = newId();
  for (const { at, by, note, ops } of changes) {
    const author = { userId: 'demo', name: by.name, memberships: [by.membership] };
    const edit = { key: newId(), replica, campaignId: DEMO_CAMPAIGN, note, ops };
    await applyEdit(through.db, edit, author, new Date(at));
  }
  expect(await told(written)).toEqual(await told(through));
});

test('it ends in the rows of today', async () => {
  const api = await TestApi.open();
  await writeHistory(api.db, DEMO_CAMPAIGN, changes);
  const { rows } = await told(api);
  for (const [entity, some] of Object.entries(rows)) {
    // Without id and version.
    const values = new Map(some.map(([id, , ...fields]) => [id, fields]));
    for (const op of ops) if (op.entity === entity) expect(values.has(op.id), op.id).toBe(true);
    expect(values.size, entity).toBe(ops.filter((op) => op.entity === entity).length);
  }
  const { rows: once } = await (async () => {
    const other = await TestApi.open();
    const author = {
      userId: 'demo',
      name: '',
      memberships: [{ campaignId: null, role: 'admin' as const, unitId: null }],
    };
    const edit = {
      key: newId(),
      replica: newId(),
      campaignId: DEMO_CAMPAIGN,
      note: { code: 'x' },
      ops: ops as Edit['ops'],
    };
    await applyEdit(other.db, edit, author, new Date());
    return told(other);
  })();
  const withoutVersions = (all: typeof rows) =>
    Object.fromEntries(
      Object.entries(all).map(([e, some]) => [e, some.map(([id, , ...rest]) => [id, ...rest])]),
    );
  expect(withoutVersions(rows)).toEqual(withoutVersions(once));
});

test('it has some hundred changes by six people in three weeks, none of them after today', () => {
  expect(changes.length).toBeGreaterThanOrEqual(100);
  expect(new Set(changes.map(({ by }) => by.name)).size).toBeGreaterThanOrEqual(6);
  const days = changes.map(({ at }) => at.slice(0, 10));
  expect(days[0]).toBe(addDays(DEMO_TODAY, -21));
  expect(days.at(-1)).toBe(DEMO_TODAY);
  expect(days).toEqual([...days].sort());
  const moments = changes.map(({ at }) => at);
  expect(new Set(moments).size).toBe(moments.length);
  for (const { at } of changes) expect(at.slice(11) < '20:00').toBe(true);
});

test('the figure of any day is counted from it: nothing is up before the first, and every day is more', () => {
  const rows = [...tables.placement.values()];
  const by = (days: number) => progress(tables, rows, addDays(DEMO_TODAY, -days)).installed;
  expect(by(8)).toBe(0);
  const figures = [7, 6, 5, 4, 3, 2, 1].map(by);
  expect(figures[0]).toBeGreaterThan(0);
  expect(figures).toEqual([...figures].sort((a, b) => a - b));
  expect(new Set(figures).size).toBeGreaterThanOrEqual(5);
  expect(by(0)).toBe(progress(tables, rows).installed);
});

test('two delays have a reason', () => {
  const said = [...tables.task.values()].filter(({ standing, due }) => standing === 'cannot' || due !== null);
  expect(said).toHaveLength(2);
  for (const { note } of said) expect(note).not.toBe('');
});
