import type { Database } from './db/database.ts';
import type { Author } from './edits/applyEdit.ts';

/** Says that a campaign has a newer change. Each home feeds it from its database's notifications. */
export interface Live {
  /** Returns the way to stop listening. */
  subscribe(campaignId: string, heard: (number: number) => void): () => void;
  /** Hears that a person's rights or sessions changed. Returns the way to stop listening. */
  watch(userId: string, changed: () => void): () => void;
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
  /** Who asks; null when nobody is signed in. */
  readonly authenticate: (request: Request) => Promise<User | null>;
}

export interface ApiEnv {
  Variables: {
    user: User;
    author: Author;
    /** When these two were asked about, in milliseconds of this process. */
    askedAt: number;
  };
}
