/**
 * How far the work is, in pieces: the one place where planned, approved, installed and taken down are counted. Map,
 * diagram, table, tasks, paper and figures all ask here.
 */
import { BEFORE_APPROVAL } from '../edit/states.ts';
import { perObjectWhile } from '../memo.ts';
import type { Placement } from '../model/entities/placement.ts';
import type { Spots } from '../model/entities/report.ts';
import type { Id, Tables } from '../model/rows.ts';
import { amountsOf } from '../plan/amounts.ts';
import type { Day } from '../schedule/days.ts';
import { groundOfUnits, unitIndex, unitOfEach } from '../unit/units.ts';
import { type Laid, PIECE, type Pieces, piecesAfter } from './pieces.ts';
import { reportsOf } from './reportsOf.ts';
import { within } from './spots.ts';

/** In pieces. */
export interface Progress {
  /** All that is drawn, approved or not. */
  readonly planned: number;
  /** Of what was planned: what is approved. Shares are of these. */
  readonly approved: number;
  /** Of the approved: what was put up, whether it still stands or was taken down since. */
  readonly installed: number;
  /** What stands now, damaged or not, approved or not. */
  readonly standing: number;
  /** Of what stands. */
  readonly damaged: number;
  readonly accepted: number;
  readonly checked: number;
  /** What was put up and no longer stands: taken down, or lost. */
  readonly takenDown: number;
  /** Of these: what was taken down; the rest was lost where it stood. */
  readonly down: number;
  readonly recovered: number;
  readonly lost: number;
}

export const NO_PROGRESS: Progress = {
  planned: 0,
  approved: 0,
  installed: 0,
  standing: 0,
  damaged: 0,
  accepted: 0,
  checked: 0,
  takenDown: 0,
  down: 0,
  recovered: 0,
  lost: 0,
};

export function sumOf(a: Progress, b: Progress): Progress {
  return Object.fromEntries(
    Object.entries(a).map(([figure, n]) => [figure, n + b[figure as keyof Progress]]),
  ) as unknown as Progress;
}

/**
 * Of some placements together. `until`: as it was done by the end of that day, by what is known today; the plan is
 * today's. What was known on a day is asked of the rows as they were then.
 */
export function progress(tables: Tables, rows: Iterable<Placement>, until?: Day): Progress {
  const sum: { -readonly [K in keyof Progress]: number } = { ...NO_PROGRESS };
  for (const row of rows) {
    const own = progressOf(tables, row, until);
    for (const figure of Object.keys(sum) as (keyof Progress)[]) sum[figure] += own[figure];
  }
  return sum;
}

const whole = perObjectWhile<Pieces, Progress>();
const byUnit = perObjectWhile<Pieces, ReadonlyMap<Id | null, Progress>>();

/** Of one placement. */
export function progressOf(tables: Tables, row: Placement, until?: Day): Progress {
  const approved = !BEFORE_APPROVAL.has(row.state);
  // Of what nobody reported nothing needs to be laid out.
  if (reportsOf(tables, row.id).length === 0) {
    const { quantity } = amountsOf(tables, row);
    return { ...NO_PROGRESS, planned: quantity, approved: approved ? quantity : 0 };
  }
  const pieces = piecesIn(tables, row, until);
  return whole(pieces, [approved], () => count(pieces, approved).get(null) ?? NO_PROGRESS);
}

/** The same by unit; null for what is nobody's. The parts add up to the whole. */
export function progressByUnit(
  tables: Tables,
  row: Placement,
  until?: Day,
): ReadonlyMap<Id | null, Progress> {
  const pieces = piecesIn(tables, row, until);
  const approved = !BEFORE_APPROVAL.has(row.state);
  const ground = row.unitId ?? groundOfUnits(tables.unit);
  return byUnit(pieces, [approved, ground], () => count(pieces, approved, ownersIn(tables, row, pieces)));
}

/** By whom `owners` says a piece is, all under null without them. */
export function count(
  { flags, rest }: Pieces,
  approved: boolean,
  owners?: Owners,
): ReadonlyMap<Id | null, Progress> {
  const counts = new Map<Id | null, { -readonly [K in keyof Progress]: number }>();
  const last = flags.length - 1;
  for (let i = 0; i <= last; i++) {
    const n = i === last && rest > 0 ? rest : 1;
    const owner = owners?.(i) ?? null;
    let sum = counts.get(owner);
    if (sum === undefined) {
      sum = { ...NO_PROGRESS };
      counts.set(owner, sum);
    }
    const f = flags[i] as number;
    sum.planned += n;
    if (approved) sum.approved += n;
    if (f === 0) continue;
    if (approved && (f & PIECE.up) !== 0) sum.installed += n;
    if ((f & PIECE.stands) !== 0) sum.standing += n;
    if ((f & PIECE.damaged) !== 0) sum.damaged += n;
    if ((f & PIECE.accepted) !== 0) sum.accepted += n;
    if ((f & PIECE.checked) !== 0) sum.checked += n;
    if ((f & (PIECE.down | PIECE.lost)) !== 0) sum.takenDown += n;
    if ((f & PIECE.down) !== 0) sum.down += n;
    if ((f & PIECE.recovered) !== 0) sum.recovered += n;
    if ((f & PIECE.lost) !== 0) sum.lost += n;
  }
  return counts;
}

const known = perObjectWhile<Placement, Pieces>();

/** What has become of each piece of a placement; positions first, in the order in which they are laid. */
export function piecesIn(tables: Tables, row: Placement, until?: Day): Pieces {
  const amounts = amountsOf(tables, row);
  const reports = reportsOf(tables, row.id);
  const make = () => piecesAfter(laidIn(tables, row), reports, until);
  return until === undefined ? known(row, [amounts, reports], make) : make();
}

/** A placement as reports speak of it. */
export function laidIn(tables: Tables, row: Placement): Laid {
  const { positions, quantity } = amountsOf(tables, row);
  const { count, chainage, side } = positions;
  const isPoint = row.rule === null;
  return { count, chainage, side, quantity, isPoint, spacing: row.rule?.spacing ?? 0 };
}

type Owners = (i: number) => Id | null;

const owning = perObjectWhile<Pieces, readonly (Id | null)[]>();

/** Whose each piece is: its placement's unit, else that on whose ground it stands. */
export function ownersIn(tables: Tables, row: Placement, pieces: Pieces): Owners {
  if (row.unitId !== null) return () => row.unitId;
  const { positions } = amountsOf(tables, row);
  const ids = owning(pieces, [positions, groundOfUnits(tables.unit)], () =>
    unitOfEach(unitIndex(tables.unit), positions),
  );
  // A point has one place and maybe several pieces; what is not laid out is nobody's.
  return row.rule === null ? () => ids[0] ?? null : (i) => ids[i] ?? null;
}

/** Whose pieces ranges of a placement hold, and how many; null for all of it. */
export function sharesWithin(tables: Tables, row: Placement, spots: Spots): ReadonlyMap<Id | null, number> {
  const laid = laidIn(tables, row);
  const shares = new Map<Id | null, number>();
  const inside = spots === null || laid.isPoint ? null : within(laid, spots, laid.spacing);
  const pieces = piecesIn(tables, row);
  const owners = ownersIn(tables, row, pieces);
  for (let i = 0; i < pieces.flags.length; i++) {
    if (inside !== null && inside[i] !== 1) continue;
    const n = pieces.rest > 0 && i === pieces.flags.length - 1 ? pieces.rest : 1;
    shares.set(owners(i), (shares.get(owners(i)) ?? 0) + n);
  }
  return shares;
}
