/** What has become of each piece of a placement, as its reports tell it. */
import type { Positions } from '../layout/layOut.ts';
import type { ReportKind } from '../model/entities/report.ts';
import type { Counting } from './inForce.ts';
import { alongRoad, within } from './spots.ts';

/** What is known of one piece. */
export const PIECE = {
  /** It was put up, whether or not it still stands. */
  up: 1,
  stands: 2,
  damaged: 4,
  accepted: 8,
  down: 16,
  recovered: 32,
  lost: 64,
  checked: 128,
} as const;

/** A placement as far as reports speak of it. */
export interface Laid extends Pick<Positions, 'count' | 'chainage' | 'side'> {
  /** Pieces in all; beyond those that are laid out (`count`) a stretch too long to lay out has more. */
  readonly quantity: number;
  /** Of a point pieces have no place of their own. */
  readonly isPoint: boolean;
  /** Metres between neighbours; of a point 0. */
  readonly spacing: number;
}

/** One entry a piece (`PIECE` flags); where `rest` is above 0, the last stands for so many that are not laid out. */
export interface Pieces {
  readonly flags: Uint8Array;
  readonly rest: number;
}

/** More pieces of one point than this are treated as one. */
const MOST_AT_POINT = 100_000;

/**
 * The pieces after reports that count (`inForce`), in their order. A report of fewer pieces than there are counts for the
 * first of them along the road, and at a point, where none has a place of its own, for those of which it says something
 * new; one of more, for those that there are. `until`: the last day that is looked at.
 */
export function piecesAfter(laid: Laid, reports: readonly Counting[], until?: string): Pieces {
  const single = laid.isPoint ? Math.min(laid.quantity, MOST_AT_POINT) : laid.count;
  const rest = laid.quantity - single;
  const flags = new Uint8Array(single + (rest > 0 ? 1 : 0));
  for (const report of reports) {
    if (until !== undefined && report.day > until) break;
    apply(laid, report, flags, single);
  }
  return { flags, rest: Math.max(0, rest) };
}

/** Which of the pieces that are laid out each of the reports was of, one list a report. */
export function affectedBy(laid: Laid, reports: readonly Counting[]): Uint8Array[] {
  const flags = new Uint8Array(laid.count);
  return reports.map((report) => {
    const marks = new Uint8Array(laid.count);
    apply(laid, report, flags, laid.count, marks);
    return marks;
  });
}

function apply(
  laid: Laid,
  { kind, spots, quantity, except }: Counting,
  flags: Uint8Array,
  single: number,
  marks?: Uint8Array,
): void {
  const inside = spots === null || laid.isPoint ? null : within(laid, spots, laid.spacing);
  const taken = except.length === 0 || laid.isPoint ? null : within(laid, except, laid.spacing);
  const { of, become } = EFFECTS[kind];
  const change = (i: number) => {
    if (taken !== null && taken[i] === 1) return;
    flags[i] = become(flags[i] as number);
    if (marks !== undefined) marks[i] = 1;
  };
  const counts = (i: number) =>
    (inside === null || (i < inside.length && inside[i] === 1)) && of(flags[i] as number);
  if (quantity === null) {
    for (let i = 0; i < flags.length; i++) {
      if (counts(i)) change(i);
    }
    return;
  }
  const order = laid.isPoint
    ? Array.from({ length: single }, (_, i) => i).filter(
        (i) => counts(i) && become(flags[i] as number) !== flags[i],
      )
    : alongRoad(laid, counts);
  for (const i of order.slice(0, quantity)) change(i);
}

interface Effect {
  /** Of which pieces it can be told. */
  readonly of: (flags: number) => boolean;
  readonly become: (flags: number) => number;
}

const { up, stands, damaged, accepted, down, recovered, lost, checked } = PIECE;
const has = (flag: number) => (flags: number) => (flags & flag) !== 0;
const add = (flag: number) => (flags: number) => flags | flag;
const NOTHING: Effect = { of: () => false, become: (flags) => flags };

/**
 * What is told a second time changes nothing: of how many of the same pieces it is told is counted over those, too, that
 * have it already. Repairs alone are counted among what is damaged by then.
 */
const EFFECTS: Readonly<Record<ReportKind, Effect>> = {
  // What stands stays as it is, accepted or damaged: a second tick, or a late one, takes nothing back. What comes back up
  // has to be accepted again.
  installed: {
    of: () => true,
    become: (flags) => ((flags & stands) === 0 ? up | stands : flags),
  },
  checked: { of: has(stands), become: add(checked) },
  accepted: { of: has(stands), become: add(accepted) },
  damaged: { of: has(stands), become: add(damaged) },
  repaired: { of: has(damaged), become: (flags) => flags & ~damaged },
  'content-changed': NOTHING,
  'taken-down': {
    of: (flags) => (flags & up) !== 0 && (flags & lost) === 0,
    become: (flags) => (flags & (up | recovered)) | down,
  },
  recovered: {
    of: (flags) => (flags & down) !== 0 && (flags & lost) === 0,
    become: add(recovered),
  },
  lost: {
    of: (flags) => (flags & (stands | lost)) !== 0 || ((flags & down) !== 0 && (flags & recovered) === 0),
    become: (flags) => (flags & (up | down)) | lost,
  },
  withdrawn: NOTHING,
};
