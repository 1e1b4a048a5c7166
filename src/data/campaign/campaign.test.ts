/** What a device keeps of a campaign: edits against what others did, and what is never lost. */
import { expect, test, vi } from 'vitest';
import {
  onDevice,
  open,
  others,
  outbox,
  person,
  set,
  signIn,
  stored,
  unit,
} from '../../../tests/support/deviceCampaign.ts';
import { newId } from '../../api/contract/newId.ts';
import type { AnyRow } from '../../domain/model/rows.ts';
import { closeCampaign, openParts, useCampaign } from './campaign.ts';
import { commit, commitSeen } from './commit.ts';
import { dropWaiting, keepMine } from './deciding.ts';
import { everythingUnsent, readUnsent, takeUnsent, unsentFile } from './unsent.ts';

onDevice();

test('an edit keeps the version that its form saw', async () => {
  const seen = unit();
  await others({ code: '999' });
  commit({ code: 'test' }, [set({ name: 'Mới' }, seen.version)]);
  await stored();
  expect(outbox()[0]?.edit.ops[0]).toMatchObject({ version: 5 });
});

test('a form that was open while its field changed asks, with both values, and overwrites nothing', async () => {
  const seen: AnyRow = unit();
  await others({ name: 'Của người khác' });
  const done = commitSeen({ code: 'test' }, [set({ name: 'Của tôi' }, seen.version)], [seen]);
  expect(done).toMatchObject({ ok: true, value: 'asked' });
  await vi.waitFor(() => expect(useCampaign.getState().outbox).toHaveLength(1));
  expect(outbox()[0]).toMatchObject({
    state: 'attention',
    refusal: {
      code: 'edit.conflict',
      conflicts: [{ fields: ['name'], current: { name: 'Của người khác' } }],
    },
  });
  expect(unit().name).toBe('Của người khác');
  await keepMine(outbox()[0] as never, outbox()[0]?.refusal?.conflicts ?? []);
  expect(outbox()[0]).toMatchObject({ state: 'waiting', edit: { ops: [{ version: 6 }] } });
  expect(unit().name).toBe('Của tôi');
});

test('another field, or the same value, is no reason to ask', async () => {
  const seen: AnyRow = unit();
  await others({ code: '1', name: 'Như nhau' });
  expect(commitSeen({ code: 'test' }, [set({ name: 'Như nhau' })], [seen])).toMatchObject({ value: 'saved' });
});

test('unsent edits are saved to a file and read in again, by their author or by a colleague', async () => {
  commit({ code: 'test' }, [set({ name: 'Trong tệp' })]);
  await stored();
  expect(await everythingUnsent()).toHaveLength(1);
  const text = unsentFile(outbox());
  const key = outbox()[0]?.key;
  expect(readUnsent('{"format":"khác"}')).toMatchObject({ reason: { code: 'unsent.not-a-file' } });
  expect(readUnsent('không phải')).toMatchObject({ reason: { code: 'unsent.not-a-file' } });
  const file = readUnsent(text);
  if (!file.ok) throw new Error(file.reason.code);
  // It still waits here: nothing is doubled.
  expect(await takeUnsent(file.value)).toBe(0);
  await dropWaiting(outbox()[0] as never);
  expect(await takeUnsent(file.value)).toBe(1);
  expect(outbox()[0]?.key).toBe(key);
  await dropWaiting(outbox()[0] as never);
  signIn(newId());
  expect(await takeUnsent(file.value)).toBe(1);
  expect(outbox()[0]?.key).not.toBe(key);
  expect(outbox()[0]?.edit.ops).toEqual(file.value.edits[0]?.edit.ops);
});

test('an edit of the very moment in which the campaign is closed is stored', async () => {
  commit({ code: 'test' }, [set({ name: 'Vừa gõ' })]);
  closeCampaign();
  await open();
  expect(outbox()).toHaveLength(1);
  expect(unit().name).toBe('Vừa gõ');
});

test('an edit of the very moment in which the page goes is written down, and comes back once', async () => {
  commit({ code: 'test' }, [set({ name: 'Trước khi đi' })]);
  window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
  const names = Array.from({ length: localStorage.length }, (_, i) => localStorage.key(i) ?? '');
  const own = names.find((name) => name.startsWith('cohoa.strays.')) ?? '';
  expect(localStorage.getItem(own)).toContain('Trước khi đi');
  await stored();
  // The page stayed.
  await vi.waitFor(() => expect(localStorage.getItem(own)).toBeNull());
  // As after a page that went before the device had stored it, and as after one that went just after.
  const [entry] = outbox();
  for (const lost of [true, false]) {
    if (lost) await openParts()?.replica.drop(entry as never);
    localStorage.setItem('cohoa.strays.page', JSON.stringify([{ userId: person, entry }]));
    await open();
    expect(outbox().map((e) => e.key)).toEqual([entry?.key]);
    expect(unit().name).toBe('Trước khi đi');
    expect(localStorage.getItem('cohoa.strays.page')).toBeNull();
  }
});

test('what no device stores outlives the closing of its campaign, and is asked about before one leaves', async () => {
  const told = vi.spyOn(console, 'error').mockImplementation(() => {});
  const { store } = openParts() as NonNullable<ReturnType<typeof openParts>>;
  store.enqueue = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
  commit({ code: 'test' }, [set({ name: 'Không chỗ' })]);
  await vi.waitFor(() => expect(useCampaign.getState().inMemory).toBe(1));
  expect((await everythingUnsent()).map((e) => e.edit.ops[0])).toMatchObject([
    { fields: { name: 'Không chỗ' } },
  ]);
  closeCampaign();
  await vi.waitFor(async () => expect(await everythingUnsent()).toHaveLength(1));
  await open();
  expect(unit().name).toBe('Không chỗ');
  // Now there was room.
  expect(useCampaign.getState().inMemory).toBe(0);
  expect(await everythingUnsent()).toHaveLength(1);
  told.mockRestore();
});
