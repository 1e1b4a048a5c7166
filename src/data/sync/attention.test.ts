/** What «keep mine» and «send again» send: over what was shown, and nothing else. */
import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { newId } from '../../api/contract/newId.ts';
import type { Op } from '../../domain/edit/edit.ts';
import { aSlogan } from '../../domain/testing.ts';
import { Refusal } from '../net/http.ts';
import type { OutboxEntry } from '../replica/deviceStore.ts';
import type { Replica } from '../replica/replica.ts';
import { canSend, isAboutRead, restOf, sendMine, sendRest, shownAgainst, takeTheirs } from './attention.ts';
import { aBrowser, anEdit, openTab, rename, SmallServer, type Tab, unitNamed } from './testing.ts';

const quiet = async () => {
  for (let i = 0; i < 30; i++) await new Promise((later) => setTimeout(later));
};

async function begun() {
  const server = new SmallServer();
  const browser = aBrowser();
  const id = newId();
  server.writes([unitNamed(id, 'Nông Hạ')]);
  const tab = await openTab(server, browser, true);
  await quiet();
  const made = async (...ops: Op[]) => {
    await tab.replica.enqueue(anEdit(browser.campaignId, ...ops), 'now');
    tab.engine.wake();
    await quiet();
  };
  return { server, tab, id, made };
}

const entryOf = (tab: Tab) => tab.replica.outbox[0] as OutboxEntry;
const against = (tab: Tab) => shownAgainst(entryOf(tab), (ref) => tab.replica.baseRow(ref));
const keepMine = async (tab: Tab) => {
  await sendMine(tab.replica, entryOf(tab), against(tab));
  tab.engine.wake();
  await quiet();
};

/** The server refuses the next edit as one that somebody else’s name stands against. */
function refusesOnce(server: SmallServer, id: string, current: Record<string, unknown> | null): void {
  server.fault = (what) => {
    if (what !== 'send') return;
    server.fault = () => {};
    throw new Refusal(409, {
      error: { code: 'edit.conflict' },
      conflicts: [{ op: 0, entity: 'unit', id, fields: ['name'], current, by: 'Bình' }],
    });
  };
}

test('what somebody wrote after what was shown is not covered by the answer', async () => {
  const { server, tab, id, made } = await begun();
  refusesOnce(server, id, { id, version: 3, name: 'Của Bình' });
  await made(rename(id, 'Của tôi', 2));
  server.writes([rename(id, 'Của Bình')]);
  server.writes([rename(id, 'Của Chi')]);
  await quiet();
  expect(tab.replica.baseRow({ entity: 'unit', id })).toMatchObject({ version: 4 });
  await keepMine(tab);
  // The server finds Chi’s by this number, and asks again.
  expect(server.sent.at(-1)?.ops).toMatchObject([{ version: 3, fields: { name: 'Của tôi' } }]);
});

test('sent again after a denial or a lost answer it says the version that its form saw, under its own key', async () => {
  const { server, tab, id, made } = await begun();
  server.fault = (what) => {
    if (what === 'send') throw new Refusal(403, { error: { code: 'denied.role' } });
  };
  await made(rename(id, 'Của tôi', 2));
  const { key } = entryOf(tab);
  server.fault = () => {};
  server.writes([rename(id, 'Của Bình')]);
  await quiet();
  expect(against(tab)).toEqual([]);
  await keepMine(tab);
  expect(server.sent.at(-1)).toMatchObject({ key, ops: [{ version: 2 }] });
});

test('made on another past, both values are shown, and what is sent has seen the shown ones', async () => {
  const { server, tab, id } = await begun();
  server.writes([rename(id, 'Sau sao lưu')]);
  await quiet();
  await tab.replica.enqueue(anEdit(tab.replica.campaignId, rename(id, 'Của tôi', 3)), 'now');
  server.restore(2);
  server.tell();
  tab.engine.wake();
  await quiet();
  expect(entryOf(tab).refusal?.code).toBe('edit.other-past');
  expect(against(tab)).toMatchObject([{ fields: ['name'], current: { name: 'Nông Hạ', version: 2 } }]);
  await keepMine(tab);
  expect(server.units().get(id)).toMatchObject({ name: 'Của tôi' });
});

test('what was deleted meanwhile is not dropped by «keep mine»: it stays for the person to decide', async () => {
  const { server, tab, id, made } = await begun();
  refusesOnce(server, id, null);
  const other = newId();
  await made(rename(id, 'Của tôi', 2), unitNamed(other, 'Cùng một việc'));
  expect(canSend(entryOf(tab), against(tab))).toBe(true);
  await keepMine(tab);
  expect(server.sent.at(-1)?.ops).toMatchObject([{ kind: 'create', id: other }]);
  expect(tab.replica.outbox).toMatchObject([
    {
      state: 'attention',
      edit: { ops: [{ fields: { name: 'Của tôi' } }] },
      refusal: { conflicts: [{ op: 0 }] },
    },
  ]);
  expect(canSend(entryOf(tab), against(tab))).toBe(false);
  await keepMine(tab);
  expect(tab.replica.outbox).toHaveLength(1);
});

test('where another row has what there can be once, the own values go into that one', async () => {
  const { server, tab, made } = await begun();
  const [mine, theirs] = [newId(), newId()];
  refusesOnce(server, theirs, { id: theirs, version: 3, name: 'Một tên', code: '1' });
  await made(unitNamed(mine, 'Một tên'));
  await keepMine(tab);
  const [op] = server.sent.at(-1)?.ops ?? [];
  expect(op).toMatchObject({ kind: 'set', id: theirs, version: 3, fields: { kind: 'xã' } });
  expect(op).not.toMatchObject({ fields: { name: 'Một tên' } });
});

test('what waited behind it on the same row has seen as much: it is not asked about once more', async () => {
  const { server, tab, id, made } = await begun();
  refusesOnce(server, id, { id, version: 3, name: 'Của Bình' });
  await made(rename(id, 'Của tôi', 2));
  await made(rename(id, 'Của tôi, sau', 2));
  expect(tab.replica.outbox.map((e) => e.state)).toEqual(['attention', 'held']);
  server.writes([rename(id, 'Của Bình')]);
  await quiet();
  await keepMine(tab);
  expect(server.sent.slice(-2).map((e) => e.ops[0])).toMatchObject([{ version: 3 }, { version: 3 }]);
});

describe('an approval that waits', () => {
  const slogan = aSlogan({ approved: false, text: 'Bây giờ', version: 7 });
  const approve: Op = {
    kind: 'set',
    entity: 'slogan',
    id: slogan.id,
    version: 3,
    fields: { approved: true },
  };
  const waiting = (key: string, state: OutboxEntry['state'], refusal: OutboxEntry['refusal']) =>
    ({ key, state, refusal, edit: { ...anEdit(newId(), approve), key } }) as OutboxEntry;

  test('made on another past it is shown with the text as it is there', () => {
    const entry = waiting('a', 'attention', {
      code: 'edit.other-past',
      params: {},
      field: undefined,
      conflicts: [],
    });
    expect(shownAgainst(entry, () => slogan)).toMatchObject([{ fields: ['approved', 'text'] }]);
  });

  test.each([
    [['note'], 3],
    [['text'], 7],
  ])('behind one that was asked about %s it has seen version %i', async (fields, version) => {
    const conflict = {
      op: 0,
      entity: 'slogan',
      id: slogan.id,
      fields,
      current: { ...slogan },
      by: '',
    } as const;
    const first = waiting('a', 'attention', {
      code: 'edit.conflict',
      params: {},
      field: undefined,
      conflicts: [conflict],
    });
    const sent = new Map<string, readonly Op[]>();
    const replica = {
      outbox: [first, waiting('b', 'held', null)],
      baseRow: () => slogan,
      rewrite: async ({ key }: OutboxEntry, { ops }: OutboxEntry['edit']) => void sent.set(key, ops),
    };
    await sendMine(replica as unknown as Replica, first, [conflict]);
    expect(sent.get('a')).toMatchObject([{ version: 7 }]);
    expect(sent.get('b') ?? [approve]).toMatchObject([{ version }]);
  });

  test('of a list all but what was changed can still be approved, under its versions', async () => {
    const others = [newId(), newId()].map((id): Op => ({ ...approve, id }));
    const entry = waiting('a', 'attention', null);
    const list = { ...entry, edit: { ...entry.edit, ops: [approve, ...others] } };
    const conflict = { op: 0, id: slogan.id, fields: ['text'], current: { ...slogan }, by: '' };
    const shown = [{ ...conflict, entity: 'slogan' as const }];
    expect(isAboutRead(list, shown)).toBe(true);
    expect(isAboutRead(list, [{ ...conflict, entity: 'slogan', fields: ['approvalDay'] }])).toBe(false);
    expect(restOf(list, shown)).toEqual(others);
    const made: Op = { kind: 'delete', entity: 'slogan', id: newId(), version: 1 };
    expect(restOf({ ...list, edit: { ...list.edit, ops: [approve, made] } }, shown)).toEqual([]);
    const left: unknown[] = [];
    const replica = {
      rewrite: async (_: OutboxEntry, { key, ops, note }: OutboxEntry['edit']) =>
        void left.push(key !== 'a', ops, note.params),
      drop: async () => void left.push('dropped'),
    } as unknown as Replica;
    const counted = {
      ...list,
      edit: { ...list.edit, note: { code: 'slogan.approved-list', params: { count: 3 } } },
    };
    await sendRest(replica, counted, restOf(counted, shown));
    await takeTheirs(replica, entry);
    // Who reads the log reads how many it was.
    expect(left).toEqual([true, others, { count: 2 }, 'dropped']);
    // Of a part of a large act nothing is left out: its step stands for all the parts.
    const part = { ...list, edit: { ...list.edit, note: { code: 'test', params: { part: 1, parts: 3 } } } };
    expect(restOf(part, shown)).toEqual([]);
  });

  test('not to approve is not to give up what else was changed of it', () => {
    const both: Op = { ...approve, fields: { approved: true, approvalDocument: 'CV 1', priority: 7 } } as Op;
    const entry = waiting('a', 'attention', null);
    const conflict = { op: 0, id: slogan.id, fields: ['text'], current: { ...slogan }, by: '' };
    const rest = restOf({ ...entry, edit: { ...entry.edit, ops: [both] } }, [
      { ...conflict, entity: 'slogan' },
    ]);
    expect(rest).toMatchObject([{ fields: { priority: 7 } }]);
    expect(Object.keys((rest[0] as { fields: object }).fields)).toEqual(['priority']);
  });

  test('a text that was approved meanwhile can be sent all the same: without the approval, which is asked about', async () => {
    const text: Op = { ...approve, fields: { text: 'Của tôi' } } as Op;
    const refusal = { code: 'denied.approved-text', params: {}, field: undefined, conflicts: [] };
    const entry = waiting('a', 'attention', refusal);
    const sent: unknown[] = [];
    const replica = {
      outbox: [],
      rewrite: async (_: OutboxEntry, { ops }: OutboxEntry['edit']) => void sent.push(ops),
    } as unknown as Replica;
    await sendMine(replica, { ...entry, edit: { ...entry.edit, ops: [text] } }, []);
    expect(sent).toMatchObject([
      [{ version: 3, fields: { text: 'Của tôi', approved: false, approvalDocument: '', approvalDay: null } }],
    ]);
  });

  test('kept over another’s, of the settings of rules only the own ones are sent', async () => {
    const campaignId = newId();
    const settings = (days: number, off: boolean) => ({
      'banner-period': { off: false, params: { days } },
      'flag-order': { off, params: {} },
    });
    const mine: Op = {
      kind: 'set',
      entity: 'campaign',
      id: campaignId,
      version: 3,
      fields: { ruleSettings: settings(21, false) },
    };
    const current = { id: campaignId, version: 9, ruleSettings: settings(33, true) };
    const conflict = {
      op: 0,
      entity: 'campaign' as const,
      id: campaignId,
      fields: ['ruleSettings'],
      current,
      by: '',
    };
    const entry = waiting('a', 'attention', {
      code: 'edit.conflict',
      params: {},
      field: undefined,
      conflicts: [conflict],
    });
    const sent: unknown[] = [];
    const replica = {
      outbox: [entry],
      baseRow: () => undefined,
      rewrite: async (_: OutboxEntry, { ops }: OutboxEntry['edit']) => void sent.push(ops),
    } as unknown as Replica;
    const seen = () => settings(15, false);
    await sendMine(replica, { ...entry, edit: { ...entry.edit, ops: [mine] } }, [conflict], seen);
    expect(sent).toMatchObject([[{ version: 9, fields: { ruleSettings: settings(21, true) } }]]);
  });
});
