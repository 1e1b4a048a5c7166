/** Surroundings for the sync engine in tests: a small server, a bus between tabs, a clock that is turned by hand. */
import type { ChangeAnswer, ChangesAnswer, SnapshotAnswer } from '../../api/contract/answers.ts';
import { newId } from '../../api/contract/newId.ts';
import type { Edit, Op } from '../../domain/edit/edit.ts';
import type { Id } from '../../domain/model/rows.ts';
import { Refusal } from '../net/http.ts';
import { DeviceStore } from '../replica/deviceStore.ts';
import { Replica } from '../replica/replica.ts';
import { SyncEngine } from './engine.ts';
import type { Clock, Connection, Lead, Net, SentEdit, TabMessage, Tabs } from './ports.ts';

/** A server of units with names: numbers, keys, pages and a lineage, and whatever a test makes it do wrong. */
export class SmallServer {
  readonly changes: ChangeAnswer[] = [];
  readonly sent: SentEdit[] = [];
  readonly #listeners = new Set<(newest: number) => void>();
  lineage = 'past-1';
  /** Called before each request; what it throws is the answer. */
  fault: (what: 'snapshot' | 'changes' | 'send', edit?: SentEdit) => void = () => {};
  pageRows = 1000;
  /** Changes in one answer. */
  pageChanges = 1000;
  pagesGiven = 0;
  unplugged = false;

  get number(): number {
    return this.changes.length + 1;
  }

  units(): Map<Id, Record<string, unknown>> {
    const rows = new Map<Id, Record<string, unknown>>();
    for (const change of this.changes)
      for (const op of change.ops) {
        if (op.kind === 'delete') rows.delete(op.id);
        else rows.set(op.id, { ...rows.get(op.id), ...op.fields, version: change.number });
      }
    return rows;
  }

  /** Somebody else writes. */
  writes(ops: readonly Op[], key: Id = newId()): void {
    this.changes.push({
      number: this.number + 1,
      key,
      at: '',
      by: 'ai đó',
      note: { code: 'test' },
      ops: ops.map((op) => ({
        kind: op.kind,
        entity: op.entity,
        id: op.id,
        fields: op.kind === 'delete' ? {} : { ...op.fields },
      })),
    });
    this.tell();
  }

  tell(): void {
    for (const heard of this.#listeners) heard(this.number);
  }

  /** Brought back to an earlier change by a restore: another past. */
  restore(number: number): void {
    this.changes.length = number - 1;
    this.lineage = newId();
  }

  readonly net: Net = {
    snapshot: async (_campaign, after) => {
      this.fault('snapshot');
      this.pagesGiven++;
      const rows = [...this.units()].sort(([a], [b]) => (a < b ? -1 : 1));
      const from = after === null ? 0 : rows.findIndex(([id]) => id > after);
      const page = from === -1 ? [] : rows.slice(from, from + this.pageRows);
      const more = from !== -1 && from + this.pageRows < rows.length;
      const answer = {
        number: this.number,
        lineage: this.lineage,
        tables: {
          unit: { fields: ['id', 'version', 'name'], rows: page.map(([id, r]) => [id, r.version, r.name]) },
        },
        next: more ? (page.at(-1)?.[0] ?? null) : null,
      };
      return answer as SnapshotAnswer;
    },
    changes: async (_campaign, since) => {
      this.fault('changes');
      const answer = {
        number: this.number,
        lineage: this.lineage,
        changes: this.changes.filter((c) => c.number > since).slice(0, this.pageChanges),
      };
      return answer as ChangesAnswer;
    },
    send: async (edit) => {
      this.fault('send', edit);
      this.sent.push(edit);
      if (edit.lineage !== undefined && edit.lineage !== this.lineage)
        throw new Refusal(409, { error: { code: 'edit.other-past' } });
      const known = this.changes.find((c) => c.key === edit.key);
      if (known === undefined) this.writes(edit.ops, edit.key);
      return { key: edit.key, number: known?.number ?? this.number };
    },
    listen: (_campaign, number) => {
      this.#listeners.add(number);
      number(this.number);
      return () => this.#listeners.delete(number);
    },
    unplugged: () => this.unplugged,
  };
}

/** Messages between tabs arrive later, in order, and may be lost on purpose. */
export class Bus {
  readonly #ends = new Set<(message: TabMessage) => void>();
  lose: (message: TabMessage) => boolean = () => false;

  tabs(): Tabs {
    let own: (message: TabMessage) => void = () => {};
    return {
      tell: (message) => {
        if (this.lose(message)) return;
        for (const end of this.#ends) if (end !== own) setTimeout(() => end(structuredClone(message)));
      },
      hear: (heard) => {
        own = heard;
        this.#ends.add(heard);
      },
      close: () => this.#ends.delete(own),
    };
  }
}

/** Time passes when the test says so. */
export class HandClock implements Clock {
  #waiting: { readonly ms: number; readonly work: () => void }[] = [];
  readonly asked: number[] = [];

  after(ms: number, work: () => void): () => void {
    const entry = { ms, work };
    this.asked.push(ms);
    this.#waiting.push(entry);
    return () => {
      this.#waiting = this.#waiting.filter((e) => e !== entry);
    };
  }

  pass(): void {
    const due = this.#waiting;
    this.#waiting = [];
    for (const { work } of due) work();
  }
}

export interface Tab {
  readonly replica: Replica;
  readonly engine: SyncEngine;
  readonly store: DeviceStore;
  readonly connections: Connection[];
  /** What the device could not store. */
  readonly failures: unknown[];
}

/** One tab of a browser on a campaign; the first one opened leads. */
export async function openTab(
  server: SmallServer,
  browser: { readonly person: Id; readonly campaignId: Id; readonly bus: Bus; readonly clock: HandClock },
  leads: boolean,
): Promise<Tab> {
  const store = new DeviceStore(browser.person);
  const connections: Connection[] = [];
  const failures: unknown[] = [];
  const replica = new Replica(
    browser.campaignId,
    store,
    () => {},
    (error) => void failures.push(error),
  );
  const lead: Lead = (_stop, work) => {
    if (leads) void work();
  };
  const engine = new SyncEngine({
    replica,
    net: server.net,
    tabs: browser.bus.tabs(),
    lead,
    clock: browser.clock,
    connection: (c) => connections.push(c),
    transfer: () => {},
    steps: () => {},
  });
  await replica.open();
  engine.start();
  return { replica, engine, store, connections, failures };
}

export const aBrowser = () => ({
  person: newId(),
  campaignId: newId(),
  bus: new Bus(),
  clock: new HandClock(),
});

export function unitNamed(id: Id, name: string): Op {
  const fields = {
    code: '',
    name,
    kind: 'xã',
    centre: null,
    parentId: null,
    boundary: null,
    contact: '',
    phone: '',
  };
  return { kind: 'create', entity: 'unit', id, fields };
}

export function rename(id: Id, name: string, version = 1): Op {
  return { kind: 'set', entity: 'unit', id, version, fields: { name } };
}

export function anEdit(campaignId: Id, ...ops: Op[]): Edit {
  return { key: newId(), replica: 'r', campaignId, note: { code: 'test' }, ops };
}
