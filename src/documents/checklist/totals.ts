/** What a sheet's lines come to: in words, and as the list of what is to be taken from the store. */
import type { Id, Tables } from '../../domain/model/rows.ts';
import type { SheetLine } from '../../domain/sheet/sheetLines.ts';
import type { Load } from './sheet.ts';
import { figure, lowerFirst, typeTitle } from './words.ts';

type Counted = Pick<SheetLine, 'placement' | 'quantity'>;

/** «400 cờ Tổ quốc; 2 pa nô»: types of one name together. */
export function totalOf(tables: Tables, lines: readonly Counted[]): string {
  const sums = new Map<string, number>();
  for (const { placement, quantity } of lines) {
    const type = tables.assetType.get(placement.assetTypeId);
    const name = lowerFirst((type?.name.vi ?? '').split(',')[0] ?? '');
    sums.set(name, (sums.get(name) ?? 0) + quantity);
  }
  return [...sums].map(([what, count]) => `${figure(count)} ${what}`).join('; ');
}

/** What is still to be done of some lines. */
export function leftOf(lines: readonly SheetLine[]): Counted[] {
  return lines.flatMap(({ placement, quantity, done }) =>
    done >= quantity ? [] : [{ placement, quantity: quantity - done }],
  );
}

/** Pieces by type, and under them what goes with each; of a share of a piece a whole one is needed. */
export function loadsOf(tables: Tables, lines: readonly SheetLine[]): Load[] {
  const pieces = new Map<Id, number>();
  for (const { placement, quantity } of leftOf(lines))
    pieces.set(placement.assetTypeId, (pieces.get(placement.assetTypeId) ?? 0) + quantity);
  const beside = new Map<string, number>();
  const loads = [...pieces].map(([id, quantity]): Load => {
    const type = tables.assetType.get(id);
    for (const { name, each } of type?.goesWith ?? [])
      beside.set(name.vi, (beside.get(name.vi) ?? 0) + each * quantity);
    return { name: typeTitle(type), quantity };
  });
  return [...loads, ...[...beside].map(([name, quantity]) => ({ name, quantity: Math.ceil(quantity) }))];
}
