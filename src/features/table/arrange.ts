/** Orders and groups lines: on 20,000 of them within a frame, so names are ranked once and compared as numbers. */
import type { PlacementLine } from '../../data/derived/lines.ts';
import type { Grouping, Sorting } from '../../data/tableView.ts';
import type { CellColumn } from '../../domain/table/cells.ts';

const COLLATOR = new Intl.Collator('vi', { numeric: true });

type Ordered = Exclude<CellColumn, 'where' | 'spacing' | 'quantity' | 'cost'>;

function numberIn(line: PlacementLine, column: CellColumn): number | null {
  switch (column) {
    case 'where':
      return line.from ?? -1;
    case 'spacing':
      return line.spacing ?? -1;
    case 'quantity':
      return line.quantity;
    case 'cost':
      return line.cost;
    default:
      return null;
  }
}

/** Per line its place among the different values of a column. */
function keysOf(lines: readonly PlacementLine[], column: CellColumn): Float64Array {
  const keys = new Float64Array(lines.length);
  if (numberIn(lines[0] as PlacementLine, column) !== null) {
    lines.forEach((line, i) => {
      keys[i] = numberIn(line, column) as number;
    });
    return keys;
  }
  const text = column as Ordered;
  const distinct = [...new Set(lines.map((l) => l[text]))];
  // Days and other texts written to be sorted as they are need no rules of language.
  const plain = column === 'installBy' || column === 'removeBy';
  distinct.sort(plain ? undefined : COLLATOR.compare);
  const rank = new Map(distinct.map((value, i) => [value, i]));
  lines.forEach((line, i) => {
    keys[i] = rank.get(line[text]) as number;
  });
  return keys;
}

export function sortLines(
  lines: readonly PlacementLine[],
  sorting: readonly Sorting[],
): readonly PlacementLine[] {
  if (sorting.length === 0 || lines.length === 0) return lines;
  const keys = sorting.map((s) => ({ keys: keysOf(lines, s.id), sign: s.desc ? -1 : 1 }));
  const order = Uint32Array.from(lines, (_, i) => i).sort((a, b) => {
    for (const { keys: k, sign } of keys) {
      const d = (k[a] as number) - (k[b] as number);
      if (d !== 0) return d * sign;
    }
    return a - b;
  });
  return Array.from(order, (i) => lines[i] as PlacementLine);
}

interface GroupHead {
  readonly kind: 'group';
  readonly name: string;
  readonly count: number;
  readonly quantity: number;
  readonly cost: number;
}

export type DisplayRow = GroupHead | { readonly kind: 'line'; readonly line: PlacementLine };

/** Lines under the heads of their groups; a folded group shows its head alone. */
export function groupLines(
  lines: readonly PlacementLine[],
  group: Grouping | null,
  folded: ReadonlySet<string>,
): readonly DisplayRow[] {
  if (group === null) return lines.map((line) => ({ kind: 'line', line }));
  const groups = [...Map.groupBy(lines, (l) => l[group])].sort((a, b) => COLLATOR.compare(a[0], b[0]));
  return groups.flatMap(([name, own]): DisplayRow[] => {
    const head: GroupHead = {
      kind: 'group',
      name,
      count: own.length,
      quantity: own.reduce((sum, l) => sum + l.quantity, 0),
      cost: own.reduce((sum, l) => sum + l.cost, 0),
    };
    return folded.has(name) ? [head] : [head, ...own.map((line): DisplayRow => ({ kind: 'line', line }))];
  });
}
