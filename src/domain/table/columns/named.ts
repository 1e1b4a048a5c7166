import { perObject } from '../../memo.ts';
import type { Id } from '../../model/rows.ts';
import { plainText } from '../../text/plainText.ts';

/**
 * Finds a row by one of its names, diacritics and capitals apart: what people type is rarely letter by letter. Names are
 * put in order once a table, since a pasted block asks hundreds of times; of two rows with one name the first is meant.
 */
export function named<R>(
  names: (row: R) => readonly string[],
): (table: ReadonlyMap<Id, R>, text: string) => R | undefined {
  const byName = perObject((table: ReadonlyMap<Id, R>) => {
    const index = new Map<string, R>();
    for (const row of table.values())
      for (const name of names(row)) {
        const plain = plainText(name);
        if (plain !== '' && !index.has(plain)) index.set(plain, row);
        if (name !== '' && !index.has(`=${name}`)) index.set(`=${name}`, row);
      }
    return index;
  });
  return (table, text) =>
    text === '' ? undefined : (byName(table).get(`=${text}`) ?? byName(table).get(plainText(text)));
}
