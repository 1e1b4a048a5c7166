import { useCampaign } from '../../data/campaign/campaign.ts';
import type { OutboxEntry } from '../../data/replica/deviceStore.ts';
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
  /**
   * Edits on their way; held ones do not count. Those that the device is just storing count only while they are being
   * sent: whoever reads the number without a network may close the page in the same moment.
   */
  readonly waiting: number;
  /** Edits that the person must decide on. */
  readonly attention: number;
  /** Of other campaigns, on this device. */
  readonly elsewhere: number;
}

interface Known {
  readonly connection: Connection;
  readonly outbox: readonly Pick<OutboxEntry, 'state'>[];
  /** Edits that the device could not store. */
  readonly inMemory: number;
  /** Edits that the device is just storing. */
  readonly notYetStored: number;
  readonly elsewhere: readonly { readonly count: number }[];
}

export function standingFrom({ connection, outbox, inMemory, notYetStored, ...rest }: Known): SyncStanding {
  const listed = outbox.filter((e) => e.state === 'waiting').length;
  const attention = outbox.filter((e) => e.state === 'attention').length;
  const elsewhere = rest.elsewhere.reduce((sum, { count }) => sum + count, 0);
  const standing = standingOf();
  const waiting = standing === 'sending' ? listed + notYetStored : listed;
  return { standing, waiting, attention, elsewhere };

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

export function useSyncStanding(): SyncStanding {
  const connection = useCampaign((s) => s.connection);
  const outbox = useCampaign((s) => s.outbox);
  const inMemory = useCampaign((s) => s.inMemory);
  const notYetStored = useCampaign((s) => s.notYetStored);
  const elsewhere = useCampaign((s) => s.elsewhere);
  return standingFrom({ connection, outbox, inMemory, notYetStored, elsewhere });
}
