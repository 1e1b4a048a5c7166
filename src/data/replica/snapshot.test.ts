import { beforeEach, expect, test, vi } from 'vitest';
import type { ChangeAnswer, SnapshotAnswer } from '../../api/contract/answers.ts';
import { newId } from '../../api/contract/newId.ts';
import { change, full, pageOf, SNAPSHOT, TestDevice, UNIT } from './testing.ts';

let device: TestDevice;

beforeEach(async () => {
  device = await TestDevice.withRows();
});

test('a snapshot comes in pages; one that breaks off goes on where it was, also after a restart', async () => {
  device = await TestDevice.empty();
  const [one, two] = [newId(), newId()];
  expect(device.replica.takePage(pageOf({ id: one, version: 1, name: 'a' }, 5, 'trang 2'))).toBe(false);
  expect(device.replica.ready).toBe(false);
  expect(await device.restart()).toBe(false);
  expect(device.replica.loadingAt).toMatchObject({ after: 'trang 2', lineage: 'past-1' });
  expect(device.replica.takePage(pageOf({ id: two, version: 1, name: 'b' }, 8, null))).toBe(true);
  // The first page is of change 5 and the second of 8: only then are they rows of one moment.
  expect([device.replica.number, device.replica.ready]).toEqual([5, false]);
  await device.replica.receive([change(6, { name: 'x' }), change(8, { name: 'y' })]);
  expect(device.replica.ready).toBe(true);
  expect([...device.replica.visible.unit.keys()].sort()).toEqual([one, two, UNIT].sort());
  expect(await device.restart()).toBe(true);
  expect(device.replica.number).toBe(8);
  expect([...device.replica.visible.unit.keys()].sort()).toEqual([one, two, UNIT].sort());
});

test('rows of several moments are not shown as one after a restart, nor told to other tabs as a batch', async () => {
  device = await TestDevice.empty();
  device.replica.takePage(pageOf({ id: newId(), version: 5, name: 'x' }, 5, 'trang 2'));
  expect(device.replica.takePage(pageOf({ id: UNIT, version: 8, name: 'x' }, 8, null))).toBe(true);
  expect(await device.restart()).toBe(true);
  expect([device.replica.number, device.replica.ready]).toEqual([5, false]);
  // A tab that stands at 6 would never learn of 7, which no change of this batch tells: the page had it.
  expect(await device.replica.receive([change(6, { name: 'cũ' })])).toEqual({
    kind: 'at',
    number: 6,
    lineage: 'past-1',
  });
  await device.replica.receive([change(7, { name: 'cũ' }), change(8, { name: 'x' })]);
  expect([device.replica.ready, device.shown?.name, device.shown?.version]).toEqual([true, 'x', 8]);
  expect(await device.replica.receive([change(9, { name: 'số 9' })])).toMatchObject({
    kind: 'batch',
    batch: { from: 8, to: 9, rows: [{ id: UNIT, row: { name: 'số 9' } }] },
  });
  await device.restart();
  expect([device.replica.number, device.replica.ready]).toEqual([9, true]);
});

test('changes that a later page of the snapshot already has are not written again, also where a row came back', async () => {
  device = await TestDevice.empty();
  const rows = [
    [UNIT, 7, 'như ở số 7'],
    [newId(), 5, 'như ở số 5'],
  ];
  const tables = { unit: { fields: ['id', 'version', 'name'], rows } };
  const whole = { number: 5, lineage: 'past-1', next: null, tables } as unknown as SnapshotAnswer;
  expect(device.replica.takePage(whole)).toBe(true);
  const advance = vi.spyOn(device.store, 'advance');
  const gone = {
    ...change(6, {}),
    ops: [{ kind: 'delete', entity: 'unit', id: UNIT, fields: {} }],
  } as ChangeAnswer;
  await device.replica.receive([gone, change(7, { name: 'như ở số 7' })]);
  expect(advance.mock.calls.map(([, , writes]) => writes)).toEqual([[]]);
  expect([device.replica.number, device.shown?.name]).toEqual([7, 'như ở số 7']);
  await device.replica.receive([change(8, { name: 'số 8' })]);
  expect([device.replica.number, device.shown?.name]).toEqual([8, 'số 8']);
  await device.restart();
  expect([device.replica.number, device.shown?.name]).toEqual([8, 'số 8']);
});

test('of a snapshot with a page that could not be stored the device says nothing', async () => {
  device.replica.takePage({ ...SNAPSHOT, number: 9, next: 'a' });
  await device.replica.stored;
  const addPage = device.store.addPage.bind(device.store);
  device.store.addPage = full;
  device.replica.takePage({ ...SNAPSHOT, number: 9, next: 'b' });
  await device.replica.stored;
  device.store.addPage = addPage;
  device.replica.takePage({ ...SNAPSHOT, number: 9 });
  await device.replica.stored;
  expect(device.replica.number).toBe(9);
  expect(await device.restart()).toBe(false);
  expect(device.replica.loadingAt?.after).toBe('a');
});
