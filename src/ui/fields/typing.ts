/** What is being typed into a field that stores into a row, as plain values. */

/** What a text comes to: a value, a sentence that says what is wrong, or null where there is nothing to store. */
export type Read<V> = { readonly value: V } | { readonly problem: string } | null;

interface Begun<D, V> {
  readonly of: string;
  /** What the field showed when typing began. */
  readonly seen: D;
  readonly read: (draft: D) => Read<V>;
  readonly store: (value: V) => unknown;
}

export interface Typing<D, V> extends Begun<D, V> {
  readonly draft: D;
  readonly problem: string | null;
  /** It could be read, and was not stored. */
  readonly refused: boolean;
}

/** The next letter. What the field saw is what it showed at the first one, whatever arrives until the last. */
export function typeInto<D, V>(
  before: Typing<D, V> | null,
  draft: D,
  field: Begun<D, V>,
): Typing<D, V> | null {
  if (before === null)
    return draft === field.seen ? null : { ...field, draft, problem: null, refused: false };
  return { ...before, draft, problem: null, refused: false };
}

/** Whether somebody else has made something of the field that is neither what it was nor what is typed. */
export function isTheirs<D, V>(typing: Typing<D, V>, shown: D): boolean {
  return shown !== typing.seen && shown !== typing.draft;
}

/** Finished: stores what was typed. Gives what is left to be mended, null where nothing is. */
export function settle<D, V>(typing: Typing<D, V>, shown: D): Typing<D, V> | null {
  if (typing.draft === typing.seen || typing.draft === shown) return null;
  const read = typing.read(typing.draft);
  if (read === null) return null;
  if ('problem' in read) return { ...typing, problem: read.problem };
  return typing.store(read.value) === false ? { ...typing, problem: null, refused: true } : null;
}
