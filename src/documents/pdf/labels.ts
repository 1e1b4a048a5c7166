interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** Keeps words apart: a label takes the first of its possible places that is free and on the paper. */
export class Labels {
  readonly #taken: Box[] = [];
  /** What is rather left uncovered, where there is another place. */
  readonly #marks: Box[] = [];
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

  spare(x: number, y: number, size: number): void {
    this.#marks.push({ x, y, w: size, h: size });
  }

  /**
   * The index of the place taken: one that covers nothing, else no words, else the first: a covered word is better than a
   * lost one.
   */
  choose(places: readonly { x: number; y: number }[], w: number, h: number): number {
    const freeOf = (boxes: readonly Box[]) => (at: { x: number; y: number }) =>
      at.y > h / 2 &&
      at.y < this.#height - h / 2 &&
      boxes.every((t) => Math.abs(t.x - at.x) > (t.w + w) / 2 || Math.abs(t.y - at.y) > (t.h + h) / 2);
    const clear = places.findIndex(freeOf([...this.#taken, ...this.#marks]));
    const chosen = Math.max(0, clear >= 0 ? clear : places.findIndex(freeOf(this.#taken)));
    const { x, y } = places[chosen] as { x: number; y: number };
    this.take(x, y, w, h);
    return chosen;
  }
}
