import type { Directory } from './accounts/directory.ts';
import type { Backups } from './backups.ts';
import type { Database } from './db/database.ts';
import type { Author } from './edits/applyEdit.ts';

/** Says that a campaign has a newer change. Each home feeds it from its database's notifications. */
export interface Live {
  /** Returns the way to stop listening. */
  subscribe(campaignId: string, heard: (number: number) => void): () => void;
  /** Hears that a person's rights or sessions changed. Returns the way to stop listening. */
  watch(userId: string, changed: () => void): () => void;
  /** Hears of everybody whose rights or sessions change; null when nobody knows whose did. */
  watchRights(changed: (userId: string | null) => void): void;
  /** How many listen for that person at present. */
  watching(userId: string): number;
}

export interface User {
  readonly id: string;
  readonly userName: string;
  readonly name: string;
}

/** What the API needs of the place it runs in: Node with PostgreSQL, or the browser with PGlite. */
export interface ApiHome {
  readonly db: Database;
  readonly live: Live;
  readonly version: string;
  readonly now: () => Date;
  /** Signs what comes back to this server from outside: the codes on printed sheets. */
  readonly signingKey: string;
  /** The address that people use; null where only their own pages know it. */
  readonly publicUrl: string | null;
  /** Who asks; null when nobody is signed in. */
  readonly authenticate: (request: Request) => Promise<User | null>;
  /** The accounts; null where there are none to administer. */
  readonly directory: Directory | null;
  /** Copies of everything; null where there are none to make. */
  readonly backups: Backups | null;
  /** A shorter way to the reader of a stream than the stream of the web, by what the request came with; null if none. */
  readonly shortcut?: (env: unknown) => Shortcut | null;
}

/** Writes to a reader after the answer has begun, past its body. */
export interface Shortcut {
  /** Whether the reader can take something now; false before the answer has begun. */
  readonly open: () => boolean;
  readonly write: (text: string) => void;
  /** Calls each time when a reader that was behind can take something again. */
  readonly drained: (work: () => void) => void;
}

export interface ApiEnv {
  Variables: { user: User; author: Author };
}
