import { beforeEach, expect, test } from 'vitest';
import { newId } from '../../api/contract/newId.ts';
import type { AnyRow } from '../../domain/model/rows.ts';
import { CAMPAIGN, rename, TestDevice } from './testing.ts';

let device: TestDevice;

beforeEach(async () => {
  device = await TestDevice.withRows();
});

test('an edit does not wait for thousands of received rows to be stored', async () => {
  const writes = Array.from({ length: 6000 }, () => {
    const id = newId();
    return { entity: 'unit', id, row: { id, version: 6, name: 'x' } as unknown as AnyRow } as const;
  });
  const order: string[] = [];
  const rows = device.store.advance(CAMPAIGN, { from: 5, to: 6 }, writes, []).then(() => order.push('rows'));
  // When the rows have begun.
  await device.store.cursor(CAMPAIGN).then(() => new Promise((r) => setTimeout(r, 1)));
  expect(order).toEqual([]);
  await device.replica.enqueue(rename('Giữa chừng'), 'now').then(() => order.push('edit'));
  await rows;
  expect(order).toEqual(['edit', 'rows']);
});

test('leaving takes the rows off the device and keeps what was not sent', async () => {
  await device.replica.enqueue(rename('Chưa gửi'), 'now');
  await device.store.forgetRows(null);
  expect(await device.restart()).toBe(false);
  expect(device.replica.visible.unit.size).toBe(0);
  expect(device.replica.outbox).toHaveLength(1);
});

test('the steps that can be undone survive a restart, in order, a hundred of them', async () => {
  const step = (n: number) => ({ key: `k${n}`, note: { code: 'test' }, ops: [], inverse: [] });
  for (let n = 0; n < 105; n++) await device.store.moveStep(CAMPAIGN, step(n), 'undo', 'redo');
  await device.store.moveStep(CAMPAIGN, step(104), 'redo');
  await device.restart();
  const steps = await device.store.steps(CAMPAIGN);
  expect([steps.undo.length, steps.undo[0]?.key, steps.undo.at(-1)?.key]).toEqual([99, 'k5', 'k103']);
  expect(steps.redo.map((s) => s.key)).toEqual(['k104']);
});
