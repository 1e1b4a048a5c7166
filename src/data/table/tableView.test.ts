import { afterEach, expect, test, vi } from 'vitest';
import { COLUMN_IDS } from '../../domain/table/columns.ts';

afterEach(() => vi.unstubAllGlobals());

/** The module reads what the device keeps when it is loaded. */
async function keptAs(view: object) {
  vi.resetModules();
  vi.stubGlobal('localStorage', { getItem: () => JSON.stringify(view), setItem: () => {} });
  return (await import('./tableView.ts')).useTableView.getState();
}

test('a column that came since a view was kept is there, and hidden as it is at first', async () => {
  const before = COLUMN_IDS.filter((id) => id !== 'support');
  const { order, hidden } = await keptAs({ order: before, hidden: ['note'] });
  expect(order).toEqual([...before, 'support']);
  expect(hidden).toEqual(['note', 'support']);
});

test('one that was there stays as somebody left it', async () => {
  expect((await keptAs({ order: COLUMN_IDS, hidden: [] })).hidden).toEqual([]);
  expect((await keptAs({ hidden: ['cost'] })).hidden).toEqual(['cost']);
});
