import { useCampaign } from '../../data/campaign/campaign.ts';
import type { Connection } from '../../data/sync/ports.ts';

/** How the work of this device stands with the server, in one word; `saved` only when nothing waits anywhere. */
export type Standing =
  | 'saved'
  | 'sending'
  | 'offline'
  | 'unreachable'
  | 'attention'
  | 'signedOut'
  | 'storeFailed'
  | 'connecting'
  | 'forbidden'
  | 'missing'
  | 'elsewhere'
  | 'outdated';

const FIRST: Partial<Record<Connection, Standing>> = {
  outdated: 'outdated',
  'signed-out': 'signedOut',
  forbidden: 'forbidden',
  missing: 'missing',
};

export interface SyncStanding {
  readonly standing: Standing;
  /** Edits on their way, and those that the person must decide on; held ones count to neither. */
  readonly waiting: number;
  readonly attention: number;
  /** Of other campaigns, on this device. */
  readonly elsewhere: number;
}

export function useSyncStanding(): SyncStanding {
  const connection = useCampaign((s) => s.connection);
  const outbox = useCampaign((s) => s.outbox);
  const inMemory = useCampaign((s) => s.inMemory);
  const notYetStored = useCampaign((s) => s.notYetStored);
  const waiting = outbox.filter((e) => e.state === 'waiting').length + notYetStored;
  const attention = outbox.filter((e) => e.state === 'attention').length;
  const elsewhere = useCampaign((s) => s.elsewhere).reduce((sum, { count }) => sum + count, 0);
  return { standing: standingOf(), waiting, attention, elsewhere };

  function standingOf(): Standing {
    const first = FIRST[connection];
    if (first !== undefined) return first;
    if (inMemory > 0) return 'storeFailed';
    if (attention > 0) return 'attention';
    if (connection === 'offline' || connection === 'unreachable') return connection;
    if (outbox.length + notYetStored > 0) return 'sending';
    if (elsewhere > 0) return 'elsewhere';
    return connection === 'connecting' ? 'connecting' : 'saved';
  }
}
