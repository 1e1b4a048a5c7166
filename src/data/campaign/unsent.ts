/** Edits that the server has not taken: saved to a file, read in again, and settled before a person leaves a device. */

import { newId } from '../../api/contract/newId.ts';
import { PROTOCOL } from '../../api/contract/protocol.ts';
import { shapesRoad } from '../../domain/edit/carrying.ts';
import type { Edit } from '../../domain/edit/edit.ts';
import type { KnownRow } from '../../domain/edit/upcast.ts';
import { fail, ok, type Result } from '../../domain/model/result.ts';
import type { Id } from '../../domain/model/rows.ts';
import { shapedRoads, standingOn } from '../../domain/plan/roads.ts';
import { cleanValue } from '../../domain/text/cleanText.ts';
import { signOut } from '../net/session.ts';
import { DeviceStore, type OutboxEntry } from '../replica/deviceStore.ts';
import { loadUpcast } from '../replica/earlier.ts';
import { closeCampaign, lookup, openParts, useCampaign } from './campaign.ts';
import { forgetClipboard } from './clipboard.ts';
import { me, sendStored, sent } from './sendingStored.ts';
import { releaseStrays, straysOf } from './strays.ts';

const FORMAT = 'cohoa-unsent-1';

interface SavedEdit {
  readonly at: string;
  readonly protocol: number;
  readonly lineage: string;
  readonly asOf?: number | undefined;
  readonly edit: Edit;
}

export interface SavedFile {
  readonly format: typeof FORMAT;
  /** Who made the edits: id and name. */
  readonly by: { readonly id: string; readonly name: string };
  readonly edits: readonly SavedEdit[];
}

/** The edits as the text of a file, from which `readUnsent` brings them back. */
export function unsentFile(entries: readonly OutboxEntry[]): string {
  const { id, name } = me() ?? { id: '', name: '' };
  const file: SavedFile = {
    format: FORMAT,
    by: { id, name },
    edits: entries.map(({ at, protocol, lineage, asOf, edit }) => ({ at, protocol, lineage, asOf, edit })),
  };
  return JSON.stringify(file, null, 1);
}

/** Offers the edits as a file to save. */
export function saveUnsent(entries: readonly OutboxEntry[]): void {
  const address = URL.createObjectURL(new Blob([unsentFile(entries)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `co-hoa-chua-gui-${new Date().toISOString().slice(0, 10)}.json`;
  link.click();
  // The browser reads the address after the click is over.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** What a saved file holds for the open campaign. Fails with `unsent.not-a-file`, `unsent.newer` or `unsent.other-campaign`. */
export function readUnsent(text: string): Result<SavedFile> {
  const file = parsed(text);
  if (file === null) return fail('unsent.not-a-file');
  if (file.edits.some((e) => e.protocol > PROTOCOL)) return fail('unsent.newer');
  const campaignId = openParts()?.replica.campaignId;
  const edits = file.edits.filter((e) => e.edit.campaignId === campaignId);
  if (edits.length === 0) return fail('unsent.other-campaign');
  return ok({ ...file, edits });
}

function parsed(text: string): SavedFile | null {
  try {
    const file = JSON.parse(text) as Partial<SavedFile> | null;
    const whole =
      file?.format === FORMAT &&
      typeof file.by?.name === 'string' &&
      typeof file.by.id === 'string' &&
      Array.isArray(file.edits) &&
      file.edits.every(
        (e: Partial<SavedEdit> | null) =>
          typeof e?.at === 'string' &&
          typeof e.protocol === 'number' &&
          typeof e.lineage === 'string' &&
          (e.asOf === undefined || typeof e.asOf === 'number') &&
          typeof e.edit?.key === 'string' &&
          Array.isArray(e.edit.ops),
      );
    return whole ? (file as SavedFile) : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/**
 * Puts saved edits into the outbox of the open campaign, in their order. Their author sends them under their own keys,
 * so that what had arrived after all counts once; anybody else sends them as theirs, with the versions that were seen:
 * rights and conflicts are asked as of any edit. Gives how many were new here.
 */
export async function takeUnsent({ by, edits }: SavedFile): Promise<number> {
  const parts = openParts();
  if (parts === null) return 0;
  const { replica, engine, replicaId } = parts;
  const waiting = new Set(replica.outbox.map((e) => e.key));
  const own = me()?.id === by.id;
  const known = lookup as KnownRow;
  const { upcastOps } = await loadUpcast();
  let taken = 0;
  for (const { edit, protocol, at, lineage, asOf } of edits) {
    if (waiting.has(edit.key)) continue;
    const ops = cleanValue(upcastOps(protocol, edit.ops, known, { at, campaignId: edit.campaignId }));
    const { tables } = useCampaign.getState();
    // What was saved before edits could say what they move says it now.
    const carry =
      edit.carry ??
      (shapesRoad(ops) ? { moved: standingOn(tables, shapedRoads(ops)), parts: [] } : undefined);
    const said = { ...edit, ops, ...(carry === undefined ? {} : { carry }) };
    const sent = own ? said : { ...said, key: newId(), replica: replicaId };
    const past = lineage === '' || replica.lineage === '' || lineage === replica.lineage;
    const refusal = past ? null : { code: 'edit.other-past', params: {}, field: undefined, conflicts: [] };
    await replica.enqueue(sent, at, refusal, past ? { asOf } : {});
    taken++;
  }
  engine.tellOutbox();
  engine.wake();
  return taken;
}

/** Everything of the signed-in person that waits, of every campaign: on this device, and in this page alone. */
export async function everythingUnsent(): Promise<readonly OutboxEntry[]> {
  const person = me();
  if (person === null) return [];
  const here = inThisPage(person.id);
  const store = new DeviceStore(person.id);
  try {
    return [...(await store.everythingWaiting()), ...here];
  } catch (error) {
    // A device that cannot be read holds nothing that could be sent; what the page has is still there.
    console.error('what waits on this device cannot be read:', error);
    return here;
  } finally {
    store.close();
  }
}

/** What no device stores. */
function inThisPage(userId: Id): readonly OutboxEntry[] {
  const { replica, userId: whose } = openParts() ?? {};
  const strays = straysOf(userId).map((entry, i) => ({ ...entry, seq: -1_000_000 - i }));
  return [...strays, ...(whose === userId ? (replica?.inMemory ?? []) : [])];
}

/**
 * Sends what waits, campaign by campaign, in order, before a person leaves. What is refused or not answered stays.
 * Gives what then still waits.
 */
export async function sendEverything(): Promise<readonly OutboxEntry[]> {
  const person = me();
  if (person === null) return [];
  const store = new DeviceStore(person.id);
  try {
    await sendStored(store, person.id, null);
  } catch (error) {
    console.error('what waits on this device cannot be read:', error);
  } finally {
    store.close();
  }
  for (const entry of inThisPage(person.id)) {
    if (me()?.id !== person.id || entry.state !== 'waiting' || !(await sent(entry))) break;
    releaseStrays([entry.key]);
    await openParts()?.replica.drop(entry);
  }
  return everythingUnsent();
}

/** Leaves this device: the rows of every campaign go from it, and with `drop` the unsent edits too. */
export async function leave(drop: boolean): Promise<void> {
  const person = me();
  await closeCampaign();
  forgetClipboard();
  if (person !== null) await clean(person.id, drop);
  if (person !== null && drop) releaseStrays(straysOf(person.id).map((e) => e.key));
  await signOut();
}

async function clean(userId: Id, drop: boolean): Promise<void> {
  const store = new DeviceStore(userId);
  try {
    await store.forgetRows(null);
    if (drop) await store.drop((await store.everythingWaiting()).map((e) => e.seq));
  } catch (error) {
    // A device that stores nothing has nothing to be cleaned of.
    console.error('rows could not be taken off this device:', error);
  } finally {
    store.close();
  }
}
