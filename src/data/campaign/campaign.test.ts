import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { newId } from '../../api/contract/newId.ts';
import { PROTOCOL } from '../../api/contract/protocol.ts';
import { assetType } from '../../domain/model/entities/assetType.ts';
import { type Slogan, slogan } from '../../domain/model/entities/slogan.ts';
import type { Unit } from '../../domain/model/entities/unit.ts';
import type { AnyRow, Id } from '../../domain/model/rows.ts';
import { aSlogan } from '../../domain/testing.ts';
import { useSession } from '../net/session.ts';
import type { OutboxEntry } from '../replica/deviceStore.ts';
import { closeCampaign, openCampaign, openParts, useCampaign } from './campaign.ts';
import { commit, commitSeen } from './commit.ts';
import { dropWaiting, keepMine, takeTheirsIn } from './deciding.ts';
import { redo, undo } from './undo.ts';
import { everythingUnsent, readUnsent, takeUnsent, unsentFile } from './unsent.ts';

const UNIT = newId();
const SLOGAN = newId();
const { id: _id, version: _version, ...SLOGAN_FIELDS } = aSlogan({ approved: false });
let campaignId: Id;
let person: Id;

/** A browser without a network, on a campaign whose rows it has. */
beforeEach(async () => {
  const memory = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (k: string) => memory.get(k) ?? null,
    setItem: (k: string, v: string) => void memory.set(k, v),
    removeItem: (k: string) => void memory.delete(k),
    key: (i: number) => [...memory.keys()][i] ?? null,
    get length() {
      return memory.size;
    },
  });
  vi.stubGlobal('window', new EventTarget());
  vi.stubGlobal('navigator', { onLine: false });
  vi.stubGlobal(
    'EventSource',
    class {
      close() {}
    },
  );
  vi.stubGlobal('fetch', async () => {
    throw new TypeError('no network');
  });
  campaignId = newId();
  person = newId();
  signIn(person);
  await open();
  openParts()?.replica.takePage({
    number: 5,
    lineage: 'past-1',
    next: null,
    tables: {
      unit: {
        fields: ['id', 'version', 'code', 'name', 'kind', 'centre', 'parentId', 'boundary'],
        rows: [[UNIT, 5, '02107', 'Nông Hạ', 'xã', null, null, null]],
      },
      slogan: {
        fields: ['id', 'version', ...Object.keys(slogan.fields)],
        rows: [[SLOGAN, 5, ...Object.values(SLOGAN_FIELDS)]],
      },
    },
  });
  await openParts()?.replica.stored;
});
afterEach(() => {
  closeCampaign();
  vi.unstubAllGlobals();
});

function signIn(id: Id): void {
  useSession.setState({
    status: 'signed-in',
    who: {
      user: { id, userName: id, name: `Tên ${id}` },
      memberships: [{ campaignId: null, role: 'planner', unitId: null }],
    },
    campaigns: [],
  });
}
async function open(): Promise<void> {
  await openCampaign(person, campaignId);
}
const unit = () => useCampaign.getState().tables.unit.get(UNIT) as Unit;
const set = (fields: Partial<Unit>, version = unit().version) =>
  ({ kind: 'set', entity: 'unit', id: UNIT, version, fields }) as const;
const outbox = () => openParts()?.replica.outbox ?? [];
const stored = () => vi.waitFor(() => expect(useCampaign.getState().notYetStored).toBe(0));

async function others(fields: Partial<Unit>): Promise<void> {
  await write('unit', UNIT, fields);
}
async function write(
  entity: 'unit' | 'slogan',
  id: Id,
  fields: Partial<Unit> | Partial<Slogan>,
): Promise<void> {
  const { replica } = openParts() as NonNullable<ReturnType<typeof openParts>>;
  await replica.receive([
    {
      number: replica.number + 1,
      key: newId(),
      at: '',
      by: 'người khác',
      note: { code: 'test' },
      ops: [{ kind: 'set', entity, id, fields }],
    },
  ]);
}

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

test('what was done can be undone after a reload, and carries its name', async () => {
  commit({ code: 'roads.imported', params: { file: 'tuyen.geojson' } }, [set({ name: 'Một' })]);
  await stored();
  commit({ code: 'test' }, [set({ name: 'Hai' })]);
  await stored();
  await vi.waitFor(async () => expect((await openParts()?.store.steps(campaignId))?.undo).toHaveLength(2));
  await open();
  expect(unit().name).toBe('Hai');
  expect(undo().ok).toBe(true);
  expect(undo()).toMatchObject({ ok: true, value: { code: 'roads.imported' } });
  expect(unit().name).toBe('Nông Hạ');
  await stored();
  expect(outbox().at(-1)?.edit.note.params).toEqual({ what: 'roads.imported', file: 'tuyen.geojson' });
  expect(redo().ok).toBe(true);
  expect(unit().name).toBe('Một');
});

test('undo stops at the first step that it cannot take back, and touches nothing older', async () => {
  commit({ code: 'test' }, [set({ code: 'cũ hơn' })]);
  commit({ code: 'test' }, [set({ name: 'Của tôi' })]);
  await stored();
  const { replica } = openParts() as NonNullable<ReturnType<typeof openParts>>;
  for (const entry of replica.outbox) await replica.drop(entry);
  await others({ code: 'cũ hơn', name: 'Của người khác' });
  for (let i = 0; i < 3; i++) expect(undo()).toMatchObject({ reason: { code: 'undo.changed-since' } });
  expect(unit()).toMatchObject({ code: 'cũ hơn', name: 'Của người khác' });
  expect(useCampaign.getState().undo).toHaveLength(2);
});

test('a step made here while another tab’s steps are read is still the first to be taken back', async () => {
  commit({ code: 'test' }, [set({ code: '1' })]);
  await stored();
  const { store } = openParts() as NonNullable<ReturnType<typeof openParts>>;
  const steps = store.steps.bind(store);
  const read = vi.spyOn(store, 'steps').mockImplementationOnce(async (id) => {
    const seen = await steps(id);
    commit({ code: 'test' }, [set({ name: 'Sau khi đọc' })]);
    return seen;
  });
  const other = new BroadcastChannel(`cohoa-sync-${PROTOCOL}-${person}-${campaignId}`);
  other.postMessage({ kind: 'steps' });
  await vi.waitFor(() => expect(read).toHaveBeenCalledTimes(2));
  await vi.waitFor(() => expect(useCampaign.getState().undo).toHaveLength(2));
  other.close();
  expect(undo().ok).toBe(true);
  expect(unit()).toMatchObject({ code: '1', name: 'Nông Hạ' });
});

test('a step whose edit was given up is no step any more', async () => {
  commit({ code: 'test' }, [set({ code: '1' })]);
  commit({ code: 'test' }, [set({ name: 'Bỏ' })]);
  await stored();
  await dropWaiting(outbox()[1] as never);
  expect(undo().ok).toBe(true);
  expect(unit().code).toBe('02107');
});

test('a large act goes in parts and is undone whole', async () => {
  const ids = Array.from({ length: 4500 }, () => newId());
  const { version: _v, id: _i, ...fields } = unit();
  const ops = ids.map((id) => ({ kind: 'create', entity: 'unit', id, fields }) as const);
  expect(commit({ code: 'units.imported', params: { count: ids.length } }, ops).ok).toBe(true);
  await stored();
  expect(outbox().map((e) => e.edit.note.params)).toEqual(
    [1, 2, 3].map((part) => ({ count: 4500, part, parts: 3 })),
  );
  expect(undo().ok).toBe(true);
  await stored();
  expect(useCampaign.getState().tables.unit.size).toBe(1);
  expect(useCampaign.getState().undo).toEqual([]);
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

test('steps of an earlier page are taken back one after the other, each on the row as it is then', async () => {
  const TYPE = newId();
  const fields = { ...assetType.blank, name: { vi: 'Q', en: 'B' } };
  commit({ code: 'made' }, [{ kind: 'create', entity: 'assetType', id: TYPE, fields }]);
  await stored();
  const type = () => useCampaign.getState().tables.assetType.get(TYPE)?.name;
  const step = (key: string, now: object, before: object) => {
    const op = (of: object) => ({ kind: 'set', entity: 'assetType', id: TYPE, version: 0, fields: of });
    return { key, note: { code: key }, ops: [op(now)], inverse: [op(before)], protocol: 2 } as never;
  };
  useCampaign.setState({
    undo: [step('first', { nameEn: 'B' }, { nameEn: 'A' }), step('second', { name: 'Q' }, { name: 'P' })],
  });
  expect(undo()).toMatchObject({ ok: true, value: { code: 'second' } });
  expect(type()).toEqual({ vi: 'P', en: 'B' });
  expect(undo()).toMatchObject({ ok: true, value: { code: 'first' } });
  expect(type()).toEqual({ vi: 'P', en: 'A' });
  expect(redo().ok).toBe(true);
  expect(type()).toEqual({ vi: 'P', en: 'B' });
});

test('an approval vouches for the text: one that was changed since is never approved by an open form, undo or redo', async () => {
  useSession.setState((s) =>
    s.status === 'signed-in'
      ? { ...s, who: { ...s.who, memberships: [{ campaignId: null, role: 'leader', unitId: null }] } }
      : s,
  );
  const now = () => useCampaign.getState().tables.slogan.get(SLOGAN) as Slogan;
  const approves = (approved: boolean) =>
    ({ kind: 'set', entity: 'slogan', id: SLOGAN, version: now().version, fields: { approved } }) as const;
  const read = now();
  await write('slogan', SLOGAN, { text: 'Đã đổi' });
  const asked = commitSeen({ code: 'test' }, [approves(true)], [read]);
  expect(asked).toMatchObject({ value: 'asked' });
  await vi.waitFor(() => expect(outbox()).toHaveLength(1));
  expect(outbox()[0]?.refusal?.conflicts).toMatchObject([{ fields: ['text'], current: { text: 'Đã đổi' } }]);
  await dropWaiting(outbox()[0] as never);

  // Version 6 was read and approved; whatever comes back says that it has seen no more than that.
  const versions = () => outbox().map(({ edit: { ops } }) => (ops[0] as { version: number }).version);
  expect(commit({ code: 'test' }, [approves(true)])).toMatchObject({ ok: true });
  expect(undo()).toMatchObject({ ok: true });
  await write('slogan', SLOGAN, { text: 'Đổi nữa' });
  expect(redo()).toMatchObject({ ok: true });
  await vi.waitFor(() => expect(versions()).toEqual([6, 6, 6]));
});

test('a planner’s slip in an approved text comes back by undo; its approval is the approver’s to give again', async () => {
  await write('slogan', SLOGAN, { approved: true, approvalDocument: 'CV 12', approvalDay: '2020-09-01' });
  const now = () => useCampaign.getState().tables.slogan.get(SLOGAN) as Slogan;
  const { text, version } = now();
  const fields = { text: 'Sửa nhầm', approved: false, approvalDocument: '', approvalDay: null };
  expect(
    commit({ code: 'test' }, [{ kind: 'set', entity: 'slogan', id: SLOGAN, version, fields }]),
  ).toMatchObject({
    ok: true,
  });
  expect(undo()).toMatchObject({ ok: true });
  expect(now()).toMatchObject({ text, approved: false, approvalDocument: '' });
  expect(redo()).toMatchObject({ ok: true });
  expect(now().text).toBe('Sửa nhầm');
});

test('what is left of a refused edit is one step still: undone as what was sent, dropped with it', async () => {
  const other = newId();
  openParts()?.replica.takePage({
    number: 6,
    lineage: 'past-1',
    next: null,
    tables: {
      unit: {
        fields: ['id', 'version', 'code', 'name', 'kind', 'centre', 'parentId', 'boundary'],
        rows: [
          [UNIT, 5, '02107', 'Nông Hạ', 'xã', null, null, null],
          [other, 6, '9', 'Khác', 'xã', null, null, null],
        ],
      },
    },
  });
  await openParts()?.replica.stored;
  const older = { kind: 'set', entity: 'unit', id: other, version: 6, fields: { code: '10' } } as const;
  commit({ code: 'test' }, [older]);
  const second = { kind: 'set', entity: 'unit', id: other, version: 6, fields: { name: 'Hai' } } as const;
  commit({ code: 'test', params: { count: 2 } }, [set({ name: 'Một' }, 5), second]);
  await stored();
  const entry = () => outbox()[1] as OutboxEntry;
  const conflict = {
    op: 0,
    entity: 'unit' as const,
    id: UNIT,
    fields: ['name'],
    current: { ...unit() },
    by: '',
  };
  const refusal = { code: 'edit.conflict', params: {}, field: undefined, conflicts: [conflict] };
  await openParts()?.replica.refuse(entry(), refusal);
  await takeTheirsIn(entry(), [conflict]);
  expect(entry().edit).toMatchObject({ note: { params: { count: 1 } }, ops: [{ id: other }] });
  const [, step] = useCampaign.getState().undo;
  expect(step).toMatchObject({ key: entry().edit.key, ops: [{ id: other }] });
  expect(step?.inverse).toHaveLength(1);
  // Refused again and given up: nothing of it stands before what is older.
  await openParts()?.replica.refuse(entry(), { ...refusal, code: 'denied.role', conflicts: [] });
  await dropWaiting(entry());
  expect(undo()).toMatchObject({ ok: true });
  expect(useCampaign.getState().tables.unit.get(other)).toMatchObject({ code: '9', name: 'Khác' });
});
