/** A campaign on a device without a network: a unit and a slogan, and edits of others by hand. */
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import type { ChangeAnswer } from '../../src/api/contract/answers.ts';
import { newId } from '../../src/api/contract/newId.ts';
import { closeCampaign, openCampaign, openParts, useCampaign } from '../../src/data/campaign/campaign.ts';
import { useSession } from '../../src/data/net/session.ts';
import { type Slogan, slogan } from '../../src/domain/model/entities/slogan.ts';
import type { Unit } from '../../src/domain/model/entities/unit.ts';
import type { Id } from '../../src/domain/model/rows.ts';
import { aSlogan } from '../../src/domain/testing.ts';

export const UNIT = newId();
export const SLOGAN = newId();
const { id: _id, version: _version, ...SLOGAN_FIELDS } = aSlogan({ approved: false });
export let campaignId: Id;
export let person: Id;

/** A browser without a network, on a campaign whose rows it has. */
export function onDevice(): void {
  beforeEach(opened);
  afterEach(() => {
    closeCampaign();
    vi.unstubAllGlobals();
  });
}

async function opened(): Promise<void> {
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
      addEventListener() {}
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
}

export function signIn(id: Id): void {
  useSession.setState({
    status: 'signed-in',
    who: {
      user: { id, userName: id, name: `Tên ${id}` },
      memberships: [{ campaignId: null, role: 'planner', unitId: null }],
    },
    campaigns: [],
  });
}
export async function open(): Promise<void> {
  await openCampaign(person, campaignId);
}
export const unit = () => useCampaign.getState().tables.unit.get(UNIT) as Unit;
export const set = (fields: Partial<Unit>, version = unit().version) =>
  ({ kind: 'set', entity: 'unit', id: UNIT, version, fields }) as const;
export const outbox = () => openParts()?.replica.outbox ?? [];
export const stored = () => vi.waitFor(() => expect(useCampaign.getState().notYetStored).toBe(0));

export async function others(fields: Partial<Unit>): Promise<void> {
  await write('unit', UNIT, fields);
}
export const write = (
  entity: 'unit' | 'slogan',
  id: Id,
  fields: Partial<Unit> | Partial<Slogan>,
): Promise<void> => arrive([{ kind: 'set', entity, id, fields }]);

/** What somebody else has done, as it comes from the server. */
export async function arrive(ops: ChangeAnswer['ops'], key: Id = newId()): Promise<void> {
  const { replica } = openParts() as NonNullable<ReturnType<typeof openParts>>;
  const note = { code: 'test' };
  await replica.receive([{ number: replica.number + 1, key, at: '', by: 'người khác', note, ops }]);
}
