import type { User } from '../../src/api/home.ts';

/** A second, no longer: what was taken away by hand in the database is gone after it. */
const REMEMBERED_MS = 1000;
/** Of as many cookies at once; who sends more has each of them asked. */
const MOST = 10_000;

/**
 * Who a session belongs to, remembered for a second: a busy page asks many times in one, and a refusal or a locked
 * account is never remembered. What our own doors take away is forgotten at once, on every instance.
 */
export class RememberedSessions {
  readonly #users = new Map<string, { readonly user: User; readonly at: number }>();
  readonly #clock: () => number;
  #forgotten = 0;

  constructor(clock: () => number = () => performance.now()) {
    this.#clock = clock;
  }

  /** The person whom `ask` finds behind the cookie, now or within the last second; null when nobody is. */
  async userOf(cookie: string, ask: () => Promise<User | null>): Promise<User | null> {
    const now = this.#clock();
    const known = this.#users.get(cookie);
    if (known !== undefined && now - known.at < REMEMBERED_MS) return known.user;
    this.#users.delete(cookie);
    const before = this.#forgotten;
    const user = await ask();
    // An answer that was read before somebody's rights changed may be of the time before.
    if (user !== null && before === this.#forgotten) this.#remember(cookie, user, now);
    return user;
  }

  #remember(cookie: string, user: User, at: number): void {
    if (this.#users.size >= MOST) this.#users.clear();
    this.#users.set(cookie, { user, at });
  }

  /** Of one person, or of everybody. */
  forget(userId: string | null): void {
    this.#forgotten++;
    for (const [cookie, { user }] of this.#users)
      if (userId === null || user.id === userId) this.#users.delete(cookie);
  }
}
