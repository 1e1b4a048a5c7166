/** What a printed sheet says no more: its rows as they were when it was printed, beside those of today. */

import type { AssetType } from '../model/entities/assetType.ts';
import type { Placement } from '../model/entities/placement.ts';
import type { Id, Tables } from '../model/rows.ts';
import { placeAround } from '../place/placeOf.ts';
import { roadLabel } from '../plan/roads.ts';
import { isTakenDown } from '../progress/stage.ts';
import { bareChainage, formatChainage } from '../road/chainageText.ts';
import { sameValue } from '../sameValue.ts';
import type { Day } from '../schedule/days.ts';
import { timelineIn } from '../schedule/timeline.ts';
import { dueOf, linesUntil } from './dueLines.ts';
import { type Choice, type SheetLine, sheetLines, type Which } from './sheetLines.ts';

/** A list as it was asked for. */
export interface SheetList extends Choice, Which {
  /** Only what is due by the end of this day; null: all. */
  readonly until: Day | null;
}

/** `gone`: is not on the list any more, deleted or no longer approved. */
type RowChange = 'added' | 'gone' | 'type' | 'moved' | 'quantity' | 'content' | 'unit' | 'note';

interface ChangedRow {
  /** What it is, and where, as it is now; of what is gone, as it was. */
  readonly name: AssetType['name'];
  readonly where: string;
  readonly changes: readonly RowChange[];
  /** In pieces, where that changed. */
  readonly quantity: { readonly before: number; readonly now: number };
}

export interface SinceThen {
  readonly rows: readonly ChangedRow[];
  /** By when the first of it is to be done, where that changed. */
  readonly due: { readonly before: Day | null; readonly now: Day | null } | null;
  /** Pieces done, of how many: of work that went on the paper is not wrong. */
  readonly done: { readonly before: number; readonly now: number; readonly of: number };
}

/** Says no more than the paper itself shows. */
export function changedSince(before: Tables, now: Tables, list: SheetList): SinceThen {
  const [then, today] = [linesOf(before, list), linesOf(now, list)];
  const ids = new Set([...then.keys(), ...today.keys()]);
  const rows = [...ids].flatMap((id): ChangedRow[] => {
    const [was, is] = [then.get(id), today.get(id)];
    // What came down is on no list of what is to be put up, which is no change of the plan.
    const row = now.placement.get(id);
    if (is === undefined && row !== undefined && isTakenDown(now, row)) return [];
    const changes = changesOf(before, now, was, is);
    if (changes.length === 0) return [];
    const shown = is === undefined ? { tables: before, line: was } : { tables: now, line: is };
    return [
      {
        name: shown.tables.assetType.get(shown.line?.placement.assetTypeId ?? '')?.name ?? { vi: '', en: '' },
        where: shown.line === undefined ? '' : whereOf(shown.tables, shown.line.placement),
        changes,
        quantity: { before: was?.quantity ?? 0, now: is?.quantity ?? 0 },
      },
    ];
  });
  const [dueBefore, dueNow] = [firstDue(before, then, list), firstDue(now, today, list)];
  return {
    rows,
    due: dueBefore === dueNow ? null : { before: dueBefore, now: dueNow },
    done: { before: sumOf(then, 'done'), now: sumOf(today, 'done'), of: sumOf(today, 'quantity') },
  };
}

type Lines = ReadonlyMap<Id, SheetLine>;

function linesOf(tables: Tables, list: SheetList): Lines {
  const { until, work } = list;
  const lines = linesUntil(sheetLines(tables, list, list), { until, work, timeline: timelineIn(tables) });
  return new Map(lines.map((line) => [line.placement.id, line]));
}

function sumOf(lines: Lines, figure: 'done' | 'quantity'): number {
  return [...lines.values()].reduce((sum, line) => sum + line[figure], 0);
}

function firstDue(tables: Tables, lines: Lines, { work }: SheetList): Day | null {
  const timeline = timelineIn(tables);
  const dues = [...lines.values()].flatMap(({ placement }) => dueOf(placement, work, timeline) ?? []);
  return dues.sort()[0] ?? null;
}

function changesOf(
  before: Tables,
  now: Tables,
  was: SheetLine | undefined,
  is: SheetLine | undefined,
): RowChange[] {
  if (was === undefined) return ['added'];
  if (is === undefined) return ['gone'];
  const [a, b] = [was.placement, is.placement];
  const changed: Record<Exclude<RowChange, 'added' | 'gone'>, boolean> = {
    type: !sameValue(typeWords(before, a), typeWords(now, b)),
    moved: !sameValue(standsAt(before, a), standsAt(now, b)),
    quantity: was.quantity !== is.quantity,
    content: contentOf(before, a) !== contentOf(now, b),
    unit: unitName(before, a) !== unitName(now, b),
    note: a.note !== b.note,
  };
  return (Object.keys(changed) as (keyof typeof changed)[]).filter((key) => changed[key]);
}

function typeWords(tables: Tables, { assetTypeId }: Placement) {
  const type = tables.assetType.get(assetTypeId);
  return [type?.name.vi, type?.size, type?.goesWith];
}

/** All by which a crew finds a place. */
function standsAt(tables: Tables, p: Placement) {
  const road = tables.road.get(p.roadId ?? '');
  return [road?.code, road?.name, p.from, p.to, p.side, p.coordinate, p.rule, p.support];
}

/** A slogan is printed only when it is approved. */
function contentOf(tables: Tables, { sloganId }: Placement): string {
  const slogan = tables.slogan.get(sloganId ?? '');
  return slogan?.approved === true ? slogan.text : '';
}

function unitName(tables: Tables, { unitId }: Placement): string {
  return tables.unit.get(unitId ?? '')?.name ?? '';
}

function whereOf(tables: Tables, p: Placement): string {
  if (p.from === null)
    return p.coordinate === null ? '' : (placeAround(tables, p.coordinate)?.name ?? p.coordinate.join(', '));
  const road = tables.road.get(p.roadId ?? '');
  const range = p.to === null ? formatChainage(p.from) : `${formatChainage(p.from)} – ${bareChainage(p.to)}`;
  return road === undefined ? range : `${roadLabel(road)}, ${range}`;
}
