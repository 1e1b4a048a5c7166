/** What is typed into the form of a report, and what it comes to. */
import { may } from '../../data/campaign/may.ts';
import type { CreateOp } from '../../domain/edit/edit.ts';
import { withRows } from '../../domain/edit/tables.ts';
import type { Placement } from '../../domain/model/entities/placement.ts';
import type { ReportKind, SpotRange, Spots } from '../../domain/model/entities/report.ts';
import { fail, ok, type Result } from '../../domain/model/result.ts';
import type { FieldsOf, Tables } from '../../domain/model/rows.ts';
import { PIECE } from '../../domain/progress/pieces.ts';
import { laidIn, type Progress, piecesIn, progressOf, sharesWithin } from '../../domain/progress/progress.ts';
import { spotsOf } from '../../domain/progress/spots.ts';
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

/**
 * What the form begins with: from the first piece that is not up to the last, of those that are this person's to tell of.
 * Where all are up, the whole.
 */
export function openSpan(
  tables: Tables,
  row: Placement,
): { readonly from: string; readonly to: string; readonly spots: Spots } {
  if (row.rule === null || row.from === null || row.to === null) return { from: '', to: '', spots: null };
  const laid = laidIn(tables, row);
  const { flags } = piecesIn(tables, row);
  const isOpen = (i: number) => ((flags[i] as number) & PIECE.stands) === 0;
  const spots = spotsOf(laid, isOpen).filter(
    (spot) =>
      row.unitId !== null ||
      may.add('report', { placementId: row.id, kind: 'installed', spots: [spot], corrects: null }),
  );
  if (spots.length === 0) return { from: bareChainage(row.from), to: bareChainage(row.to), spots: null };
  const from = Math.min(...spots.map((spot) => spot.from));
  const to = Math.max(...spots.map((spot) => spot.to));
  return { from: bareChainage(from), to: bareChainage(to), spots };
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
  if (row.rule === null || row.from === null || row.to === null) return ok({ ...rest, spots: null });
  const start = parseChainage(from);
  if (!start.ok) return start;
  const end = parseChainage(to);
  if (!end.ok) return end;
  if (start.value > end.value) return fail('report.ends');
  if (end.value < row.from || start.value > row.to) return fail('report.outside');
  const isWhole = start.value <= row.from && end.value >= row.to && sides === row.rule.sides;
  return ok({ ...rest, spots: isWhole ? null : [{ from: start.value, to: end.value, sides }] });
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
