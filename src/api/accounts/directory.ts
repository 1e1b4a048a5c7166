/** What the API needs of the accounts of the place it runs in; a demonstration in a browser has none. */
import type { OpenedSession } from '../contract/people.ts';
import type { Database } from '../db/database.ts';

export interface Account {
  readonly id: string;
  readonly userName: string;
  readonly name: string;
  readonly locked: boolean;
  readonly ready: boolean;
}

/** Each works inside the transaction that it is given, and throws ApiError 422 with the field at fault. */
export interface Directory {
  /** Whoever changes accounts takes turns, so that what was counted still holds. */
  takeTurn(db: Database): Promise<void>;
  accounts(db: Database): Promise<readonly Account[]>;
  /** An account without a password; gives its id. */
  add(db: Database, account: { readonly userName: string; readonly name: string }): Promise<string>;
  rename(db: Database, id: string, name: string): Promise<void>;
  setPassword(db: Database, account: Account, password: string): Promise<void>;
  isPassword(db: Database, id: string, password: string): Promise<boolean>;
  setLocked(db: Database, id: string, locked: boolean): Promise<void>;
  /** With its sessions; what the person did stays, under their name. */
  remove(db: Database, id: string): Promise<void>;
  /** The id of the session that a request comes with. Not inside a transaction: it needs a connection of its own. */
  sessionOf(request: Request): Promise<string | null>;
  /** `own`: the one of whoever asks. */
  sessions(db: Database, id: string, own: string | null): Promise<readonly OpenedSession[]>;
  /** Ends one session, or all but one; `only` and `but` are their ids. */
  endSessions(
    db: Database,
    id: string,
    which: { readonly only?: string; readonly but?: string },
  ): Promise<void>;
}
