/** What is known of something is a second old at most. */
const REMEMBERED_MS = 1000;
/** Asked again when it is so old and somebody still wants it: on a busy page nobody waits for it to be asked anew. */
const AHEAD_MS = 500;
/** Of as many keys at once; beyond them all are forgotten. */
const MOST = 10_000;

interface Known<T> {
  readonly at: number;
  readonly value: Promise<T>;
  /** Undefined while it is being asked for. */
  found: { readonly value: T } | undefined;
  /** The same question is being asked again already. */
  ahead: boolean;
}

/** Asks; `ahead` says that the one on whose account it is asked has their answer already. */
type Ask<T> = (ahead: boolean) => Promise<T>;

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

  async of(key: string, ask: Ask<T>): Promise<T> {
    const known = this.#known.get(key);
    const age = known === undefined ? Number.POSITIVE_INFINITY : this.#clock() - known.at;
    if (known !== undefined && age < REMEMBERED_MS) {
      if (age >= AHEAD_MS && known.found !== undefined && !known.ahead) this.#askAhead(key, known, ask);
      return known.value;
    }
    if (this.#known.size >= MOST) this.#known.clear();
    const entry: Known<T> = { at: this.#clock(), value: ask(false), found: undefined, ahead: false };
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

  /** What was forgotten meanwhile stays forgotten; what fails is asked again by whoever wants it next. */
  #askAhead(key: string, known: Known<T>, ask: Ask<T>): void {
    known.ahead = true;
    const at = this.#clock();
    ask(true).then(
      (value) => {
        if (this.#known.get(key) !== known) return;
        if (!this.#worth(value)) this.#known.delete(key);
        else this.#known.set(key, { at, value: Promise.resolve(value), found: { value }, ahead: false });
      },
      () => {
        known.ahead = false;
      },
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
