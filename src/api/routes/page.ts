/** Answers of about a megabyte: rows are read a few at a time, more as they turn out small, and never all at once. */

const PAGE_LETTERS = 1_000_000;
const BATCH_LETTERS = 250_000;
const MOST_AT_ONCE = 500;

export class Page {
  #letters = 0;

  /** Takes a text in, unless the page would become too large by it. The first is taken whatever its size. */
  take(text: string): boolean {
    if (this.#letters > 0 && this.#letters + text.length > PAGE_LETTERS) return false;
    this.#letters += text.length;
    return true;
  }
}

/** How many rows to read next, by the size of those read so far. */
export class Batch {
  #size = 4;
  #rows = 0;
  #letters = 0;

  get size(): number {
    return this.#size;
  }

  saw(text: string): void {
    this.#rows++;
    this.#letters += text.length;
  }

  /** To be called after each batch. */
  adapt(): void {
    const usual = Math.max(1, this.#letters / Math.max(1, this.#rows));
    const fitting = Math.max(1, Math.floor(BATCH_LETTERS / usual));
    this.#size = Math.min(MOST_AT_ONCE, this.#size * 4, fitting);
  }
}
