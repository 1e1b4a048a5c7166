/** Keeps words apart: a label takes the first of its possible places that is free and on the paper. */
export class Labels {
  readonly #taken: { x: number; y: number; w: number; h: number }[] = [];
  readonly #width: number;
  readonly #height: number;

  constructor(width: number, height: number) {
    this.#width = width;
    this.#height = height;
  }

  /** The middle of words of a width, moved so that they do not run off the paper's sides. */
  onPaper(x: number, w: number): number {
    return Math.max(w / 2 + 3, Math.min(this.#width - w / 2 - 3, x));
  }

  take(x: number, y: number, w: number, h: number): void {
    this.#taken.push({ x, y, w, h });
  }

  /** The index of the place taken; where none is free, the first: a covered word is better than a lost one. */
  choose(places: readonly { x: number; y: number }[], w: number, h: number): number {
    const free = places.findIndex(
      ({ x, y }) =>
        y > h / 2 &&
        y < this.#height - h / 2 &&
        this.#taken.every((t) => Math.abs(t.x - x) > (t.w + w) / 2 || Math.abs(t.y - y) > (t.h + h) / 2),
    );
    const chosen = Math.max(0, free);
    const { x, y } = places[chosen] as { x: number; y: number };
    this.take(x, y, w, h);
    return chosen;
  }
}
