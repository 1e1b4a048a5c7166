/** Sends what waits on this device of campaigns that are not open: no engine of theirs does. */

import type { Id } from '../../domain/model/rows.ts';
import { NoAnswer, Refusal, ServerFailed } from '../net/http.ts';
import { useSession } from '../net/session.ts';
import { DeviceStore, type OutboxEntry } from '../replica/deviceStore.ts';
import { browserNet } from '../sync/browserPorts.ts';
import { sentEdit } from '../sync/sentEdit.ts';
import { useCampaign } from './campaign.ts';

/** Who is signed in, and in whose name it is sent. */
export function me(): { readonly id: string; readonly name: string } | null {
  const session = useSession.getState();
  return session.status === 'signed-in' ? session.who.user : null;
}

/**
 * Sends what waits of other campaigns than the open one, which has an engine of its own, and says beside it what then
 * still waits.
 */
export async function sendElsewhere(userId: Id, openId: Id): Promise<void> {
  const store = new DeviceStore(userId);
  try {
    const tell = async () => {
      const left = Map.groupBy(await store.everythingWaiting(), (e) => e.campaignId);
      left.delete(openId);
      if (useCampaign.getState().campaignId !== openId) return;
      const elsewhere = [...left].map(([campaignId, entries]) => ({ campaignId, count: entries.length }));
      useCampaign.setState({ elsewhere });
    };
    await tell();
    if (useCampaign.getState().elsewhere.length === 0) return;
    await sendStored(store, userId, openId);
    await tell();
  } catch (error) {
    console.error('what waits of other campaigns cannot be read:', error);
  } finally {
    store.close();
  }
}

/** What waits on this device, campaign by campaign, each in order up to the first edit that does not go. */
export async function sendStored(store: DeviceStore, person: Id, but: Id | null): Promise<void> {
  const all = await store.everythingWaiting();
  for (const campaignId of new Set(all.map((e) => e.campaignId)))
    if (campaignId !== but)
      for (const entry of await store.outbox(campaignId)) {
        // Somebody else may have signed in meanwhile: what is sent now would be theirs.
        if (me()?.id !== person) return;
        if (entry.state !== 'waiting') continue;
        if (!(await sent(entry))) break;
        await store.drop([entry.seq]);
      }
}

/** Whether the server took it; false: it refused, or gave no answer. */
export async function sent(entry: OutboxEntry): Promise<boolean> {
  try {
    await browserNet.send(sentEdit(entry), () => {});
    return true;
  } catch (error) {
    if (error instanceof Refusal || error instanceof NoAnswer || error instanceof ServerFailed) return false;
    throw error;
  }
}
