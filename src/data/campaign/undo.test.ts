/** What a person did on this device, taken back. */
import { expect, test, vi } from 'vitest';
import {
  arrive,
  campaignId,
  onDevice,
  open,
  others,
  outbox,
  person,
  SLOGAN,
  set,
  stored,
  UNIT,
  unit,
  write,
} from '../../../tests/support/deviceCampaign.ts';
import { newId } from '../../api/contract/newId.ts';
import { PROTOCOL } from '../../api/contract/protocol.ts';
import { assetType } from '../../domain/model/entities/assetType.ts';
import type { Placement } from '../../domain/model/entities/placement.ts';
import type { Road } from '../../domain/model/entities/road.ts';
import type { Slogan } from '../../domain/model/entities/slogan.ts';
import { progressOf } from '../../domain/progress/progress.ts';
import { carry } from '../../domain/reshape/carry.ts';
import { cutRoad, extended, reverse } from '../../domain/reshape/roadLines.ts';
import { measuredOf } from '../../domain/road/measuredOf.ts';
import { aPlacement, aReport, aRoad, idOf } from '../../domain/testing.ts';
import { useSession } from '../net/session.ts';
import type { OutboxEntry } from '../replica/deviceStore.ts';
import { loadUpcast } from '../replica/earlier.ts';
import { openParts, useCampaign } from './campaign.ts';
import { commit, commitSeen } from './commit.ts';
import { dropWaiting, takeTheirsIn } from './deciding.ts';
import { redo, undo } from './undo.ts';

onDevice();

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

test('steps of an earlier page are taken back one after the other, each on the row as it is then', async () => {
  await loadUpcast();
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

test('a road that was given another shape gets it back, unless something has been put on it since', async () => {
  const { id: roadId, version: _r, ...road } = aRoad();
  const onRoad = (n: number) => {
    const { id, version: _p, ...fields } = aPlacement({ id: idOf('P', n), roadId, from: 1000, to: 2000 });
    return { kind: 'create', entity: 'placement', id, fields } as const;
  };
  await arrive([{ kind: 'create', entity: 'road', id: roadId, fields: road }, onRoad(1)]);
  const { tables } = useCampaign.getState();
  const turned = reverse(tables.road.get(roadId) as Road);
  if (!turned.ok) throw new Error(turned.reason.code);
  const carriage = carry(tables, turned.value, newId);
  if (!carriage.ok) throw new Error(carriage.reason.code);
  const { ops, carry: carried } = carriage.value;
  expect(carried.moved).toEqual([]);
  const from = () => useCampaign.getState().tables.placement.get(idOf('P', 1))?.from;
  expect(commit({ code: 'test' }, ops, carried).ok).toBe(true);
  expect(from()).toBeGreaterThan(3000);
  expect(undo().ok).toBe(true);
  expect(from()).toBe(1000);
  expect(redo().ok).toBe(true);
  await stored();
  await arrive([onRoad(2)]);
  expect(undo()).toMatchObject({ ok: false, reason: { code: 'undo.changed-since' } });
  expect(from()).toBeGreaterThan(3000);
});

test('a cut is not taken back over an approval, an extension not from under what came to stand on it', async () => {
  const { id: roadId, version: _r, ...road } = aRoad();
  const { id, version: _p, ...fields } = aPlacement({ id: idOf('P', 1), roadId, from: 4000, to: 6000 });
  await arrive([
    { kind: 'create', entity: 'road', id: roadId, fields: road },
    { kind: 'create', entity: 'placement', id, fields },
  ]);
  const roadNow = () => useCampaign.getState().tables.road.get(roadId) as Road;
  const does = (reshaped: ReturnType<typeof reverse>) => {
    if (!reshaped.ok) throw new Error(reshaped.reason.code);
    const carriage = carry(useCampaign.getState().tables, reshaped.value, newId);
    if (!carriage.ok) throw new Error(carriage.reason.code);
    expect(commit({ code: 'test' }, carriage.value.ops, carriage.value.carry).ok).toBe(true);
  };
  const setByOthers = (of: Partial<typeof fields>) =>
    arrive([{ kind: 'set', entity: 'placement', id, fields: of }]);
  does(cutRoad(roadNow(), 5000, { id: idOf('R', 9), code: 'QL.3', name: 'Quốc lộ 3 (đoạn 2)' }));
  await stored();
  await setByOthers({ state: 'approved', approvedQuantity: 40 });
  expect(undo()).toMatchObject({ ok: false, reason: { code: 'undo.changed-since' } });
  await setByOthers({ state: 'draft', approvedQuantity: null });
  expect(undo().ok).toBe(true);
  const last = roadNow().line.at(-1) ?? [0, 0];
  does(extended(roadNow(), 'end', [[last[0], last[1] + 0.02]]));
  await stored();
  const end = measuredOf(roadNow())?.maxChainage ?? 0;
  await setByOthers({ from: end - 800, to: end - 100 });
  expect(undo()).toMatchObject({ ok: false, reason: { code: 'undo.changed-since' } });
  await setByOthers({ from: 4000, to: 6000 });
  expect(undo().ok).toBe(true);
});

test('a report that somebody has told rightly since is not taken back in silence', async () => {
  const { id: placementId, version: _, ...fields } = aPlacement({ state: 'ready', approvedQuantity: 82 });
  const { id: roadId, version: _r, ...road } = aRoad();
  await arrive([
    { kind: 'create', entity: 'road', id: roadId, fields: road },
    { kind: 'create', entity: 'placement', id: placementId, fields },
  ]);
  const told = (id: string, corrects: string | null, quantity: number | null) => {
    const { id: _i, version: _v, ...report } = aReport({ placementId, quantity, corrects });
    return { kind: 'create', entity: 'report', id, fields: report } as const;
  };
  const [mine, theirs] = [newId(), newId()];
  expect(commit({ code: 'test' }, [told(mine, null, null)])).toMatchObject({ ok: true });
  expect(undo()).toMatchObject({ ok: true });
  expect(redo()).toMatchObject({ ok: true });
  const installed = () => {
    const { tables } = useCampaign.getState();
    return progressOf(tables, tables.placement.get(placementId) as Placement).installed;
  };
  expect(installed()).toBe(82);
  await arrive([told(theirs, mine, 40)]);
  expect(installed()).toBe(40);
  expect(undo()).toMatchObject({ ok: false, reason: { code: 'undo.changed-since' } });
  expect(installed()).toBe(40);
});
