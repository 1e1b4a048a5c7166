/** A part without a road to draw: off the roads, with a small map, or on a road that cannot be measured. */

import type { SheetLine } from '../../domain/sheet/sheetLines.ts';
import type { Laying } from './laying.ts';
import type { SheetPart } from './sheet.ts';
import { rowOf, wholeLine } from './sheetRows.ts';
import { layMap } from './smallMap.ts';
import { totalOf } from './totals.ts';

/** Off the roads. */
export function offRoadPart(laying: Laying, title: string, lines: readonly SheetLine[]): SheetPart {
  return partOf(laying, title, '', lines, true);
}

export function flatPart(
  laying: Laying,
  title: string,
  caption: string,
  lines: readonly SheetLine[],
): SheetPart {
  return partOf(laying, title, caption, lines, false);
}

function partOf(
  { tables, work, onlyLeft, ownUnitId, marks, numbering }: Laying,
  heading: string,
  caption: string,
  lines: readonly SheetLine[],
  hasMap: boolean,
): SheetPart {
  const numbered = lines.map((line) => {
    const { rule, assetTypeId } = line.placement;
    const mark = rule === null ? null : (marks.get(assetTypeId) ?? null);
    return { line, mark, number: mark === null ? numbering.next() : null };
  });
  const strip = hasMap ? layMap(tables, numbered) : null;
  const portions = numbered.map((n) => ({ ...n, portion: wholeLine(n.line, onlyLeft) }));
  return {
    heading,
    title: null,
    strip,
    legend: [],
    caption: strip === null ? caption : 'Số trên sơ đồ là số trong bảng. B: hướng bắc.',
    rows: portions.map(({ portion, mark, number }) =>
      rowOf(tables, { portion, work, road: null, mark, number, ownUnitId }),
    ),
    total: `Cộng: ${totalOf(
      tables,
      portions.map(({ portion: { line, quantity } }) => ({ placement: line.placement, quantity })),
    )}`,
  };
}
