import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { SnapshotAnswer } from '../../api/contract/answers.ts';
import { newId } from '../../api/contract/newId.ts';
import { PROTOCOL } from '../../api/contract/protocol.ts';
import type { Op } from '../../domain/edit/edit.ts';
import { NoAnswer, PageOutdated, Refusal, ServerFailed } from '../net/http.ts';
import { aBrowser, anEdit, openTab, rename, SmallServer, type Tab, unitNamed } from './testing.ts';

const UNIT = newId();
let server: SmallServer;
let browser: ReturnType<typeof aBrowser>;
let opened: Tab[] = [];

beforeEach(() => {
  server = new SmallServer();
  server.writes([unitNamed(UNIT, 'Nông Hạ')]);
  browser = aBrowser();
});
afterEach(() => {
  for (const tab of opened) tab.engine.stop();
  opened = [];
});

async function open(leads = true): Promise<Tab> {
  const tab = await openTab(server, browser, leads);
  opened.push(tab);
  if (leads) await vi.waitFor(() => expect(tab.connections.at(-1)).toBeDefined());
  return tab;
}
async function make(tab: Tab, ...ops: Parameters<typeof anEdit>[1][]): Promise<string> {
  const edit = anEdit(browser.campaignId, ...ops);
  await tab.replica.enqueue(edit, 'now');
  tab.engine.wake();
  return edit.key;
}
const arrived = (key: string) => server.changes.some((c) => c.key === key);
const nameIn = (tab: Tab) => tab.replica.visible.unit.get(UNIT)?.name;

test('an edit goes out with its form and its past, and leaves the outbox when it is a change', async () => {
  const tab = await open();
  const asOf = tab.replica.number;
  expect(asOf).toBeGreaterThan(0);
  await make(tab, rename(UNIT, 'Mới'));
  await vi.waitFor(() => expect(tab.replica.outbox).toEqual([]));
  expect(server.sent[0]).toMatchObject({ protocol: PROTOCOL, lineage: 'past-1', asOf });
  expect(nameIn(tab)).toBe('Mới');
  expect(tab.connections.at(-1)).toBe('online');
});

test('what the server may have put together with what others wrote is fetched, not taken as it was sent', async () => {
  const tab = await open();
  let asked = 0;
  const settings = (off: boolean): Op => ({
    kind: 'set',
    entity: 'campaign',
    id: UNIT,
    version: 1,
    fields: { ruleSettings: { dyke: { off, params: {} } } },
  });
  server.fault = (what) => {
    if (what === 'changes') asked++;
  };
  await make(tab, rename(UNIT, 'Mới'));
  await vi.waitFor(() => expect(tab.replica.outbox).toEqual([]));
  const before = asked;
  await make(tab, settings(true));
  await vi.waitFor(() => expect(tab.replica.outbox).toEqual([]));
  expect(asked).toBeGreaterThan(before);
});

test('an edit on which the server fails steps aside, what was made later arrives, nobody says «no network»', async () => {
  const tab = await open();
  server.fault = (what, edit) => {
    if (what === 'send' && JSON.stringify(edit?.ops).includes('hỏng'))
      throw new ServerFailed('server.failed');
  };
  const bad = await make(tab, rename(UNIT, 'hỏng'));
  const good = await make(tab, unitNamed(newId(), 'Cao Kỳ'));
  await vi.waitFor(() => expect(arrived(good)).toBe(true));
  await vi.waitFor(() =>
    expect(tab.replica.outbox.map((e) => [e.key, e.state, e.refusal?.code])).toEqual([
      [bad, 'attention', 'server.failed-on-edit'],
    ]),
  );
  expect(tab.connections).not.toContain('offline');
  expect(tab.connections).not.toContain('unreachable');
});

test('a server that fails on everything is waited for, and nothing steps aside', async () => {
  const tab = await open();
  server.fault = () => {
    throw new ServerFailed('server.failed');
  };
  const key = await make(tab, rename(UNIT, 'Mới'));
  for (let i = 0; i < 12; i++) {
    await vi.waitFor(() => expect(tab.connections.at(-1)).toBe('unreachable'));
    browser.clock.pass();
    await new Promise((r) => setTimeout(r));
  }
  expect(tab.replica.outbox.map((e) => e.state)).toEqual(['waiting']);
  server.fault = () => {};
  browser.clock.pass();
  await vi.waitFor(() => expect(arrived(key)).toBe(true));
});

test('an edit that never gets an answer while questions do steps aside in the end', async () => {
  const tab = await open();
  server.fault = (what) => {
    if (what === 'send') throw new NoAnswer('413 from something on the way');
  };
  await make(tab, rename(UNIT, 'Mới'));
  for (let i = 0; i < 7; i++) {
    await vi.waitFor(() => expect(browser.clock.asked).toHaveLength(i + 1));
    expect(tab.replica.outbox.map((e) => e.state)).toEqual(['waiting']);
    browser.clock.pass();
  }
  await vi.waitFor(() => expect(tab.replica.outbox[0]?.refusal?.code).toBe('edit.no-answer'));
  expect(browser.clock.asked).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
});

test('«no network» is said where the device has none, «not reached» where it has', async () => {
  const tab = await open();
  server.fault = () => {
    throw new NoAnswer('unreachable');
  };
  tab.engine.wake();
  await vi.waitFor(() => expect(tab.connections.at(-1)).toBe('unreachable'));
  server.unplugged = true;
  browser.clock.pass();
  await vi.waitFor(() => expect(tab.connections.at(-1)).toBe('offline'));
});

test('a gateway’s own page takes nobody’s rights away; the server’s word does', async () => {
  const tab = await open();
  let code = 'request.refused';
  server.fault = () => {
    throw new Refusal(403, { error: { code } });
  };
  tab.engine.wake();
  await vi.waitFor(() => expect(tab.connections.at(-1)).toBe('unreachable'));
  code = 'denied.scope';
  browser.clock.pass();
  await vi.waitFor(() => expect(tab.connections.at(-1)).toBe('forbidden'));
});

test('a server of a later version asks for a reload, and the outbox stays', async () => {
  const tab = await open();
  server.fault = () => {
    throw new PageOutdated('protocol 3');
  };
  await make(tab, rename(UNIT, 'Mới'));
  await vi.waitFor(() => expect(tab.connections.at(-1)).toBe('outdated'));
  expect(tab.replica.outbox).toHaveLength(1);
});

test('so does a change of something that this page does not know', async () => {
  const tab = await open();
  server.writes([{ kind: 'create', entity: 'tour' as 'unit', id: newId(), fields: {} as never }]);
  await vi.waitFor(() => expect(tab.connections.at(-1)).toBe('outdated'));
  await make(tab, rename(UNIT, 'Mới'));
  expect(tab.replica.outbox).toHaveLength(1);
});

test('a database restored while a browser was ahead: its rows go, and what it had not sent waits for the person', async () => {
  const tab = await open();
  for (let i = 0; i < 5; i++) server.writes([unitNamed(newId(), `ma ${i}`)]);
  await vi.waitFor(() => expect(tab.replica.visible.unit.size).toBe(6));
  server.fault = () => {
    throw new NoAnswer('down');
  };
  await make(tab, rename(UNIT, 'Trên dữ liệu cũ'));
  await vi.waitFor(() => expect(tab.connections.at(-1)).toBe('unreachable'));
  server.restore(2);
  for (let i = 0; i < 8; i++) server.writes([unitNamed(newId(), `mới ${i}`)]);
  server.fault = () => {};
  await vi.waitFor(() => {
    browser.clock.pass();
    expect(tab.replica.visible.unit.size).toBe(9);
  });
  expect([...tab.replica.visible.unit.values()].filter((u) => u.name.startsWith('ma'))).toEqual([]);
  expect(tab.replica.outbox.map((e) => e.refusal?.code)).toEqual(['edit.other-past']);
  expect(nameIn(tab)).toBe('Nông Hạ');
  expect(server.sent).toEqual([]);
});

test('a restore that happens between a pull and a send is found out by the send', async () => {
  const tab = await open();
  server.fault = (what) => {
    if (what === 'send' && server.lineage === 'past-1') server.restore(2);
  };
  await make(tab, rename(UNIT, 'Mới'));
  await vi.waitFor(() => expect(tab.replica.outbox[0]?.refusal?.code).toBe('edit.other-past'));
  expect(tab.replica.lineage).toBe(server.lineage);
});

test('a snapshot that breaks off goes on with the page that was under way', async () => {
  for (let i = 0; i < 9; i++) server.writes([unitNamed(newId(), `tên ${i}`)]);
  server.pageRows = 4;
  server.fault = (what) => {
    if (what === 'snapshot' && server.pagesGiven === 2) {
      server.fault = () => {};
      // Meanwhile somebody writes: the pages are of different moments.
      server.writes([rename(UNIT, 'Đổi giữa chừng')]);
      throw new NoAnswer('broken');
    }
  };
  const tab = await open();
  expect(tab.replica.ready).toBe(false);
  browser.clock.pass();
  await vi.waitFor(() => expect(tab.replica.ready).toBe(true));
  expect(server.pagesGiven).toBe(3);
  expect(tab.replica.visible.unit.size).toBe(10);
  expect(nameIn(tab)).toBe('Đổi giữa chừng');
});

/** A tab that was away while others wrote, an answer a change, and what it tells the other tabs of it. */
async function awayWhile(writes: () => void): Promise<{ tab: Tab; batches: () => number[][] }> {
  const tab = await open();
  const told: number[][] = [];
  browser.bus.lose = (message) => {
    if (message.kind === 'batch') told.push([message.batch.from, message.batch.to]);
    return false;
  };
  server.pageChanges = 1;
  writes();
  return { tab, batches: () => told };
}

test('changes that come in many answers are taken in together', async () => {
  const { tab, batches } = await awayWhile(() => {
    for (let i = 0; i < 12; i++) server.writes([unitNamed(newId(), `Xã ${i}`)]);
  });
  await vi.waitFor(() => expect(tab.replica.number).toBe(14));
  expect(tab.replica.visible.unit.size).toBe(13);
  // What was told before the first answer may be one of its own.
  expect(batches().length).toBeLessThanOrEqual(2);
});

test('a line that breaks between two answers costs none of those that came', async () => {
  let asked = 0;
  server.fault = (what) => {
    if (what === 'changes' && ++asked === 7) throw new NoAnswer('down');
  };
  const { tab } = await awayWhile(() => {
    for (let i = 0; i < 12; i++) server.writes([unitNamed(newId(), `Xã ${i}`)]);
  });
  await vi.waitFor(() => expect(tab.connections.at(-1)).toBe('unreachable'));
  expect(tab.replica.number).toBeGreaterThan(2);
  expect(tab.replica.number).toBeLessThan(14);
  browser.clock.pass();
  await vi.waitFor(() => expect(tab.replica.number).toBe(14));
});

test('a restore between two answers: nothing of the past that is gone is kept', async () => {
  let asked = 0;
  server.fault = (what) => {
    if (what === 'changes' && ++asked === 7) server.restore(2);
  };
  const { tab } = await awayWhile(() => {
    for (let i = 0; i < 12; i++) server.writes([unitNamed(newId(), `Xã ${i}`)]);
  });
  await vi.waitFor(() => expect(tab.replica.lineage).toBe(server.lineage));
  await vi.waitFor(() => expect(tab.replica.visible.unit.size).toBe(1));
  expect(tab.replica.number).toBe(2);
  expect(tab.connections.at(-1)).toBe('online');
});

test('another tab brings the rows of another past between two answers: those of the old one are dropped', async () => {
  let asked = 0;
  const { tab } = await awayWhile(() => {
    server.fault = (what) => {
      if (what !== 'changes' || ++asked !== 7) return;
      server.restore(2);
      const rows = [...server.units()].map(([id, r]) => [id, r.version, r.name]);
      const tables = { unit: { fields: ['id', 'version', 'name'], rows } };
      const page = { number: server.number, lineage: server.lineage, next: null, tables };
      tab.replica.takePage(page as unknown as SnapshotAnswer);
      for (let i = 0; i < 30; i++) server.writes([unitNamed(newId(), `Xóm ${i}`)]);
    };
    for (let i = 0; i < 12; i++) server.writes([unitNamed(newId(), `Xã ${i}`)]);
  });
  await vi.waitFor(() => expect(asked).toBeGreaterThan(7));
  await vi.waitFor(() => expect(tab.connections.at(-1)).toBe('online'));
  const names = [...tab.replica.visible.unit.values()].map((u) => u.name);
  expect(names.filter((n) => n.startsWith('Xã'))).toEqual([]);
  expect(names).toHaveLength(31);
  expect(tab.replica.number).toBe(server.number);
});

test('a tab that is closed while it catches up asks no further', async () => {
  let asked = 0;
  const { tab } = await awayWhile(() => {
    server.fault = (what) => {
      if (what === 'changes' && ++asked === 4) tab.engine.stop();
    };
    for (let i = 0; i < 12; i++) server.writes([unitNamed(newId(), `Xã ${i}`)]);
  });
  await vi.waitFor(() => expect(asked).toBe(4));
  await new Promise((r) => setTimeout(r, 20));
  expect(asked).toBe(4);
});

test('a tab that is closed while it sends sends no further: somebody else may be signed in by then', async () => {
  const tab = await open();
  server.fault = (what) => {
    if (what === 'send') throw new NoAnswer('not yet');
  };
  for (let i = 0; i < 5; i++) await make(tab, unitNamed(newId(), `Xã ${i}`));
  await vi.waitFor(() => expect(tab.connections.at(-1)).toBe('unreachable'));
  let asked = 0;
  server.fault = (what) => {
    if (what === 'send' && ++asked === 2) tab.engine.stop();
  };
  browser.clock.pass();
  await vi.waitFor(() => expect(asked).toBe(2));
  await new Promise((r) => setTimeout(r, 30));
  expect(asked).toBe(2);
  expect(server.sent).toHaveLength(2);
  expect(tab.replica.outbox).toHaveLength(4);
});

test('an edit from before a text was found unfit goes out cleaned', async () => {
  const tab = await open();
  const key = await make(tab, rename(UNIT, '\u202eKm 138'));
  await vi.waitFor(() => expect(arrived(key)).toBe(true));
  await vi.waitFor(() => expect(nameIn(tab)).toBe('Km 138'));
});

test('two busy tabs: the one that does not lead misses nothing, also when messages are lost', async () => {
  const leader = await open();
  const follower = await open(false);
  const ids = Array.from({ length: 48 }, () => newId());
  let n = 0;
  browser.bus.lose = (message) => message.kind === 'batch' && n++ % 5 === 3;
  for (const [i, id] of ids.entries()) {
    server.writes([unitNamed(id, `tên ${i}`)]);
    if (i % 6 === 0) await new Promise((r) => setTimeout(r, 2));
  }
  await vi.waitFor(() => expect(leader.replica.number).toBe(server.number));
  browser.bus.lose = () => false;
  server.writes([rename(UNIT, 'Cuối cùng')]);
  await vi.waitFor(() => expect(nameIn(follower)).toBe('Cuối cùng'));
  expect(follower.replica.visible.unit.size).toBe(49);
  expect(follower.replica.number).toBe(server.number);
});

test('a tab that comes later asks where the leading one stands', async () => {
  const leader = await open();
  // It reads the store first, and then something comes before it listens.
  const follower = await open(false);
  browser.bus.lose = (m) => m.kind === 'batch';
  server.writes([rename(UNIT, 'Giữa lúc mở')]);
  await vi.waitFor(() => expect(nameIn(leader)).toBe('Giữa lúc mở'));
  browser.bus.lose = () => false;
  follower.engine.start();
  await vi.waitFor(() => expect(nameIn(follower)).toBe('Giữa lúc mở'));
});

test('a tab that comes later learns how the leading one stands, also when nothing happens', async () => {
  const leader = await open();
  await vi.waitFor(() => expect(leader.connections.at(-1)).toBe('online'));
  const follower = await open(false);
  await vi.waitFor(() => expect(follower.connections).toEqual(['online']));
});

const full = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));

test('what a tab that does not lead cannot store it sends itself, after what was made before', async () => {
  const leader = await open();
  const other = await open(false);
  server.fault = (what) => {
    if (what === 'send') throw new NoAnswer('unreachable');
  };
  const before = await make(leader, rename(UNIT, 'trước'));
  other.store.enqueue = full as never;
  await other.replica.reloadOutbox();
  const later = await make(other, rename(UNIT, 'sau'));
  expect(other.replica.inMemory).toHaveLength(1);
  server.fault = () => {};
  await vi.waitFor(() => {
    browser.clock.pass();
    expect(server.changes.slice(1).map((c) => c.key)).toEqual([before, later]);
  });
  await vi.waitFor(() => expect(other.replica.outbox).toEqual([]));
  await vi.waitFor(() => expect(nameIn(leader)).toBe('sau'));
});

test('a device that fails once makes no tab deaf, and is tried again', async () => {
  const told = vi.spyOn(console, 'error').mockImplementation(() => {});
  const leader = await open();
  const other = await open(false);
  const read = leader.store.outbox.bind(leader.store);
  leader.store.outbox = full as never;
  const first = await make(other, rename(UNIT, 'một'));
  await vi.waitFor(() => expect(told).toHaveBeenCalled());
  leader.store.outbox = read;
  browser.clock.pass();
  const second = await make(other, rename(UNIT, 'hai'));
  await vi.waitFor(() => expect([arrived(first), arrived(second)]).toEqual([true, true]));
  told.mockRestore();
});

test('a refusal that a full device cannot store holds nothing up', async () => {
  const tab = await open();
  server.fault = (what, edit) => {
    if (what === 'send' && JSON.stringify(edit?.ops).includes('không được'))
      throw new Refusal(403, { error: { code: 'denied.role' } });
  };
  tab.store.setAttention = full as never;
  const bad = await make(tab, rename(UNIT, 'không được'));
  const good = await make(tab, unitNamed(newId(), 'Cao Kỳ'));
  await vi.waitFor(() => expect(arrived(good)).toBe(true));
  await vi.waitFor(() =>
    expect(tab.replica.outbox.map((e) => [e.key, e.state])).toEqual([[bad, 'attention']]),
  );
});
