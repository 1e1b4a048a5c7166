/** What is known of something is a second old at most. */
const REMEMBERED_MS = 1000;
/** What is as old as this and still asked for is asked anew ahead of its end, so that nobody waits for it. */
const RENEWED_MS = 700;
/** Of as many keys at once; beyond them all are forgotten. */
const MOST = 10_000;

interface Known<T> {
  readonly at: number;
  readonly value: Promise<T>;
  /** Undefined while it is being asked for. */
  found: { readonly value: T } | undefined;
  renewing: boolean;
}

/**
 * Answers that are asked for many times within a second: who asks while the answer is on its way waits for the same one.
 * What failed, and what is not worth it, is not remembered.
 */
export class Remembered<T> {
  readonly #known = new Map<string, Known<T>>();
  readonly #worth: (value: T) => boolean;
  readonly #clock: () => number;

  constructor(worth: (value: T) => boolean = () => true, clock: () => number = () => performance.now()) {
    this.#worth = worth;
    this.#clock = clock;
  }

  async of(key: string, ask: (ahead: boolean) => Promise<T>): Promise<T> {
    const known = this.#known.get(key);
    const age = known === undefined ? Number.POSITIVE_INFINITY : this.#clock() - known.at;
    if (known !== undefined && age < REMEMBERED_MS) {
      if (age >= RENEWED_MS && known.found !== undefined && !known.renewing) this.#renew(key, known, ask);
      return known.value;
    }
    if (this.#known.size >= MOST) this.#known.clear();
    const entry: Known<T> = { at: this.#clock(), value: ask(false), found: undefined, renewing: false };
    this.#known.set(key, entry);
    try {
      const value = await entry.value;
      entry.found = { value };
      if (!this.#worth(value)) this.#drop(key, entry);
      return value;
    } catch (error) {
      this.#drop(key, entry);
      throw error;
    }
  }

  /** Asks again (`ahead`) while the old answer still serves: nobody waits for what else this may bring. What is forgotten meanwhile stays forgotten. */
  #renew(key: string, known: Known<T>, ask: (ahead: boolean) => Promise<T>): void {
    known.renewing = true;
    const at = this.#clock();
    const value = ask(true);
    value.then(
      (found) => {
        if (this.#known.get(key) !== known) return;
        if (this.#worth(found)) this.#known.set(key, { at, value, found: { value: found }, renewing: false });
        else this.#known.delete(key);
      },
      // Whoever asks when the old answer has ended asks for themselves, and is told.
      () => undefined,
    );
  }

  #drop(key: string, entry: Known<T>): void {
    if (this.#known.get(key) === entry) this.#known.delete(key);
  }

  forget(key: string): void {
    this.#known.delete(key);
  }

  /** Also what is still being asked for: it may be of the time before. */
  forgetWhere(is: (value: T) => boolean): void {
    for (const [key, { found }] of this.#known)
      if (found === undefined || is(found.value)) this.#known.delete(key);
  }
}
