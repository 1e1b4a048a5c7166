/** What is typed into the form of a report, and what it comes to. */
import { may } from '../../data/campaign/may.ts';
import type { CreateOp } from '../../domain/edit/edit.ts';
import { withRows } from '../../domain/edit/tables.ts';
import type { Placement } from '../../domain/model/entities/placement.ts';
import type { ReportKind, SpotRange, Spots } from '../../domain/model/entities/report.ts';
import { fail, ok, type Result } from '../../domain/model/result.ts';
import type { FieldsOf, Tables } from '../../domain/model/rows.ts';
import { groundShares } from '../../domain/plan/shares.ts';
import { spotsOfUnit } from '../../domain/progress/parts.ts';
import { type Progress, piecesIn, progressOf, sharesWithin } from '../../domain/progress/progress.ts';
import { newIn } from '../../domain/progress/telling.ts';
import { bareChainage, parseChainage } from '../../domain/road/chainageText.ts';
import { type Day, parseDay } from '../../domain/schedule/days.ts';

export interface ReportForm {
  readonly kind: ReportKind;
  readonly from: string;
  readonly to: string;
  readonly sides: SpotRange['sides'];
  readonly quantity: number | null;
  readonly day: string;
  readonly note: string;
}

export function sidesOf(row: Placement): SpotRange['sides'] {
  return row.rule?.sides ?? row.side ?? 'right';
}

/** Where the pieces are that this person may tell of: null for all of them. */
export function ownSpots(tables: Tables, row: Placement): Spots {
  if (row.unitId !== null || row.rule === null) return null;
  const told = { placementId: row.id, kind: 'checked', corrects: null } as const;
  if (may.add('report', { ...told, spots: null })) return null;
  const own = [...groundShares(tables, row).keys()].flatMap((unitId): SpotRange[] => {
    const spots = spotsOfUnit(tables, row, unitId);
    return spots !== null && may.add('report', { ...told, spots }) ? [...spots] : [];
  });
  return own.length === 0 ? null : own;
}

/**
 * What the form begins with for a kind: from the first piece of which it would say something new to the last, of those that
 * are this person's to tell of. Where there is none, all of these.
 */
export function openSpan(
  tables: Tables,
  row: Placement,
  kind: ReportKind,
): { readonly from: string; readonly to: string } {
  if (row.rule === null || row.from === null || row.to === null) return { from: '', to: '' };
  const own = ownSpots(tables, row);
  const fresh = kind === 'withdrawn' ? null : newIn(tables, row, kind, own);
  const spots = fresh?.spots ?? own ?? [{ from: row.from, to: row.to }];
  return {
    from: bareChainage(Math.min(...spots.map((spot) => spot.from))),
    to: bareChainage(Math.max(...spots.map((spot) => spot.to))),
  };
}

/** Fails with the first field that cannot be read: `chainage.…`, `report.ends`, `report.outside`, `day.…`, `report.day-ahead`. */
export function readForm(
  { kind, from, to, sides, quantity, day, note }: ReportForm,
  row: Placement,
  today: Day,
): Result<Pick<FieldsOf<'report'>, 'kind' | 'spots' | 'quantity' | 'day' | 'note'>> {
  const on = parseDay(day);
  if (!on.ok) return on;
  if (on.value > today) return fail('report.day-ahead');
  const rest = { kind, quantity, day: on.value, note: note.trim() };
  // Of how many it was is kept: the plan may grow later.
  if (row.rule === null || row.from === null || row.to === null)
    return ok({ ...rest, quantity: quantity ?? row.pointQuantity, spots: null });
  const start = parseChainage(from);
  if (!start.ok) return start;
  const end = parseChainage(to);
  if (!end.ok) return end;
  if (start.value > end.value) return fail('report.ends');
  if (end.value < row.from || start.value > row.to) return fail('report.outside');
  return ok({ ...rest, spots: [{ from: start.value, to: end.value, sides }] });
}

/** What a report would change: how many pieces there are where it says, for how many it is new, and what stands then. */
export function effectOf(
  tables: Tables,
  row: Placement,
  report: CreateOp<'report'>,
): { readonly here: number; readonly changes: number; readonly over: number; readonly after: Progress } {
  const told = withRows(tables, [
    { entity: 'report', id: report.id, row: { ...report.fields, id: report.id, version: 0 } },
  ]);
  const [before, after] = [piecesIn(tables, row), piecesIn(told, { ...row })];
  let changes = 0;
  for (let i = 0; i < before.flags.length; i++)
    if (before.flags[i] !== after.flags[i])
      changes += after.rest > 0 && i === before.flags.length - 1 ? after.rest : 1;
  const shares = sharesWithin(tables, row, report.fields.spots);
  const here = [...shares.values()].reduce((a, b) => a + b, 0);
  return {
    here,
    changes,
    over: Math.max(0, (report.fields.quantity ?? 0) - here),
    after: progressOf(told, { ...row }),
  };
}
