/** What can be told of a placement as it is, and of how many of its pieces. */
import type { CreateOp } from '../edit/edit.ts';
import { withdrawalOf } from '../edit/facts.ts';
import type { Placement } from '../model/entities/placement.ts';
import { MOST_SPOTS, type Report, type ReportKind, type Spots } from '../model/entities/report.ts';
import type { Id, Tables } from '../model/rows.ts';
import { PIECE } from './pieces.ts';
import { laidIn, piecesIn } from './progress.ts';
import { reportsOf } from './reportsOf.ts';
import { spotsOf, within } from './spots.ts';

/** Whether a report of a piece (`PIECE` flags) would say something new of it. */
const IS_NEW: Readonly<Record<Exclude<ReportKind, 'withdrawn'>, (flags: number) => boolean>> = {
  // What came down was up; what was lost where it stood is put up again.
  installed: (f) => (f & (PIECE.stands | PIECE.down)) === 0,
  accepted: (f) => (f & PIECE.stands) !== 0 && (f & PIECE.accepted) === 0,
  damaged: (f) => (f & PIECE.stands) !== 0 && (f & PIECE.damaged) === 0,
  repaired: (f) => (f & PIECE.damaged) !== 0,
  recovered: (f) => (f & PIECE.down) !== 0 && (f & (PIECE.recovered | PIECE.lost)) === 0,
  lost: (f) => (f & PIECE.stands) !== 0 || ((f & PIECE.down) !== 0 && (f & PIECE.recovered) === 0),
  checked: (f) => (f & PIECE.stands) !== 0,
  'content-changed': (f) => (f & PIECE.stands) !== 0,
  'taken-down': (f) => (f & PIECE.stands) !== 0,
};

/**
 * Of which pieces a report of a kind would say something new, within ranges (null: all): their ranges as they stand today,
 * so that what is told stays where it was done when the plan grows; at a point, how many. Null where of none.
 */
export function newIn(
  tables: Tables,
  row: Placement,
  kind: Exclude<ReportKind, 'withdrawn'>,
  spots: Spots = null,
): Pick<Report, 'spots' | 'quantity'> | null {
  if (spots?.length === 0) return null;
  const laid = laidIn(tables, row);
  const { flags, rest } = piecesIn(tables, row);
  const is = IS_NEW[kind];
  if (laid.isPoint || rest > 0) {
    const count = flags.reduce(
      (n, f, i) => n + (is(f) ? (rest > 0 && i === flags.length - 1 ? rest : 1) : 0),
      0,
    );
    if (count === 0) return null;
    // Of a stretch too long to lay out not every piece has a place.
    return laid.isPoint ? { spots: null, quantity: count } : { spots, quantity: null };
  }
  const inside = spots === null ? null : within(laid, spots, laid.spacing);
  const found = spotsOf(laid, (i) => is(flags[i] as number) && (inside === null || inside[i] === 1));
  if (found.length === 0) return null;
  return { spots: found.length > MOST_SPOTS ? spots : found, quantity: null };
}

/** Steps back, by what they take back: what was put up wrongly was never accepted, nor damaged, nor taken down. */
export function takesBack(step: ReportKind, kind: ReportKind): boolean {
  if (step === 'installed') return true;
  return kind === step || (step === 'taken-down' && (kind === 'recovered' || kind === 'lost'));
}
export const BACK_STEPS = ['taken-down', 'accepted', 'installed'] as const;
type BackStep = (typeof BACK_STEPS)[number];

/** The ops that take all reports of a kind, and what rests on them, back; none where nothing was told. */
export function tellingBack(
  tables: Tables,
  row: Placement,
  step: BackStep,
  newId: () => Id,
): CreateOp<'report'>[] {
  const told = reportsOf(tables, row.id);
  if (!told.some(({ kind }) => kind === step)) return [];
  return told
    .filter(({ kind }) => takesBack(step, kind))
    .map(({ id, version: _, ...fields }) => withdrawalOf({ id, fields }, newId));
}
