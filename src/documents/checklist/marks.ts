/** What a sheet names its rows by: a mark a type of stretch, a number a single place. */
import type { Id } from '../../domain/model/rows.ts';
import type { SheetLine } from '../../domain/sheet/sheetLines.ts';
import { MARKS, type MarkShape } from './sheet.ts';

export type Marks = ReadonlyMap<Id, MarkShape>;

/** One mark a type of stretch, the most frequent first; a sixth type shares the last. */
export function marksOf(lines: readonly SheetLine[]): Marks {
  const counts = new Map<Id, number>();
  for (const { placement, quantity } of lines)
    if (placement.rule !== null)
      counts.set(placement.assetTypeId, (counts.get(placement.assetTypeId) ?? 0) + quantity);
  const types = [...counts].sort(([, a], [, b]) => b - a);
  return new Map(types.map(([id], i) => [id, MARKS[Math.min(i, MARKS.length - 1)] as MarkShape]));
}

/** Numbers of places, through the whole sheet. */
export class Numbering {
  #last = 0;
  next(): number {
    return ++this.#last;
  }
}
