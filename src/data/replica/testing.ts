/** A device of a person's own that knows one unit, and can be started again: nothing in memory survives that. */
import 'fake-indexeddb/auto';
import type { ChangeAnswer, SnapshotAnswer } from '../../api/contract/answers.ts';
import { newId } from '../../api/contract/newId.ts';
import type { Edit, Op } from '../../domain/edit/edit.ts';
import type { Id, RowOf } from '../../domain/model/rows.ts';
import { DeviceStore } from './deviceStore.ts';
import { Replica } from './replica.ts';

export const CAMPAIGN = newId();
export const UNIT = newId();

export const SNAPSHOT = {
  number: 5,
  lineage: 'past-1',
  next: null,
  tables: {
    unit: {
      fields: ['id', 'version', 'code', 'name', 'kind', 'centre'],
      rows: [[UNIT, 5, '02107', 'Nông Hạ', 'xã', null]],
    },
  },
} as unknown as SnapshotAnswer;

/** One page of a snapshot, with one unit in it. */
export function pageOf(row: { id: Id; version: number; name: string }, number: number, next: string | null) {
  const tables = { unit: { fields: Object.keys(row), rows: [Object.values(row)] } };
  return { number, lineage: 'past-1', next, tables } as unknown as SnapshotAnswer;
}

export class TestDevice {
  readonly person = newId();
  readonly failures: unknown[] = [];
  store: DeviceStore;
  replica: Replica;

  constructor() {
    this.store = new DeviceStore(this.person);
    this.replica = this.#replica();
  }

  #replica(): Replica {
    return new Replica(
      CAMPAIGN,
      this.store,
      () => {},
      (error) => void this.failures.push(error),
    );
  }

  /** One that has the snapshot. */
  static async withRows(): Promise<TestDevice> {
    const device = await TestDevice.empty();
    device.replica.takePage(SNAPSHOT);
    await device.replica.stored;
    return device;
  }

  static async empty(): Promise<TestDevice> {
    const device = new TestDevice();
    await device.replica.open();
    return device;
  }

  /** False when it has nothing whole of the campaign. */
  async restart(): Promise<boolean> {
    await this.replica.stored;
    this.store.close();
    this.store = new DeviceStore(this.person);
    this.replica = this.#replica();
    return this.replica.open();
  }

  get shown(): RowOf['unit'] | undefined {
    return this.replica.visible.unit.get(UNIT);
  }
}

export function rename(name: string): Edit {
  const op: Op = { kind: 'set', entity: 'unit', id: UNIT, version: 5, fields: { name } };
  return { key: newId(), replica: 'r', campaignId: CAMPAIGN, note: { code: 'test' }, ops: [op] };
}

export function change(number: number, fields: Record<string, unknown>, key: Id = newId()): ChangeAnswer {
  return {
    number,
    key,
    at: '',
    by: 'ai đó',
    note: { code: 'test' },
    ops: [{ kind: 'set', entity: 'unit', id: UNIT, fields }],
  };
}

/** What a device without room says. */
export const full = (): Promise<never> => Promise.reject(new DOMException('full', 'QuotaExceededError'));
