/** What the sync engine needs of its surroundings; the browser's are in `browserPorts.ts`, tests bring their own. */
import type { ChangesAnswer, SnapshotAnswer } from '../../api/contract/answers.ts';
import type { EditAnswer } from '../../api/contract/edits.ts';
import type { Edit } from '../../domain/edit/edit.ts';
import type { Id } from '../../domain/model/rows.ts';
import type { Progress } from '../net/transfer.ts';
import type { News } from '../replica/replica.ts';

/** The server. Each call throws Refusal, ServerFailed, NoAnswer or PageOutdated. */
export interface Net {
  snapshot(campaignId: Id, after: string | null, progress: Progress): Promise<SnapshotAnswer>;
  changes(campaignId: Id, since: number, progress: Progress): Promise<ChangesAnswer>;
  send(edit: SentEdit, progress: Progress): Promise<EditAnswer>;
  /**
   * Hears the newest number, again and again; `ended` is called once when the stream is over, and told whether the person
   * is not let in again. Gives how to stop.
   */
  listen(campaignId: Id, number: (newest: number) => void, ended: (shutOut: boolean) => void): () => void;
  /** Whether this device itself says that it has no network. */
  readonly unplugged: () => boolean;
}

/** An edit as it goes out: with the form it is written in and the past that it was made on. */
export type SentEdit = Edit & {
  readonly protocol: number;
  readonly lineage?: string;
  readonly asOf?: number;
};

export type Connection =
  | 'connecting'
  | 'online'
  /** The device has no network. */
  | 'offline'
  /** There may be a network, but no server answers. */
  | 'unreachable'
  | 'signed-out'
  /** The server says that this campaign is not (or no longer) this person's. */
  | 'forbidden'
  /** The server has no such campaign: brought back, perhaps, from a time before it. */
  | 'missing'
  /** The server is of a later version than this page. */
  | 'outdated';

/** What tabs of one browser tell each other. */
export type TabMessage =
  /** `at`, where the leading tab stands, is also told to a tab that has just come, and after everything was loaded anew. */
  | News
  | { readonly kind: 'hello' }
  | { readonly kind: 'outbox' }
  | { readonly kind: 'steps' }
  | { readonly kind: 'connection'; readonly connection: Connection };

export interface Tabs {
  tell(message: TabMessage): void;
  hear(heard: (message: TabMessage) => void): void;
  close(): void;
}

/** Runs `work` when it is this tab's turn to lead, until `stop` is aborted. */
export type Lead = (stop: AbortSignal, work: () => Promise<void>) => void;

export interface Clock {
  /** Calls after so many milliseconds; gives how to call it off. */
  after(ms: number, work: () => void): () => void;
}

/** A transfer under way that takes long enough to be told. */
export interface Transfer {
  readonly what: 'rows' | 'edit';
  readonly done: number;
  readonly total: number | null;
}
