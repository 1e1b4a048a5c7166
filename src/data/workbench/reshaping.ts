/** What somebody wants to make of roads and is shown before it is done. */
import { create } from 'zustand';
import type { Road } from '../../domain/model/entities/road.ts';
import { fail, type Result } from '../../domain/model/result.ts';
import type { Id, LngLatPair, Tables } from '../../domain/model/rows.ts';
import { type Keeping, renewed } from '../../domain/reshape/renewed.ts';
import type { Reshaped } from '../../domain/reshape/reshape.ts';
import {
  beginningAt,
  cutRoad,
  extended,
  joined,
  reverse,
  withHalfWidth,
  withZero,
} from '../../domain/reshape/roadLines.ts';
import { showDialog } from './view.ts';

/** Another shape for a road; whole values, so that it is worked out anew when the rows change under it. */
export type Reshaping = { readonly roadId: Id } & (
  | { readonly kind: 'reverse' }
  | { readonly kind: 'zero'; readonly zero: number }
  | { readonly kind: 'width'; readonly halfWidth: number }
  | { readonly kind: 'cut'; readonly at: number; readonly secondId: Id }
  | { readonly kind: 'begin'; readonly at: number }
  | { readonly kind: 'join'; readonly otherId: Id }
  | { readonly kind: 'extend'; readonly end: 'beginning' | 'end'; readonly away: readonly LngLatPair[] }
  | { readonly kind: 'renew'; readonly line: readonly LngLatPair[]; readonly gaps: readonly number[] }
);

interface Asked {
  readonly reshaping: Reshaping | null;
  /** Roads that somebody wants to delete. */
  readonly removing: readonly Id[];
  /** The road for which a file is looked through for another line. */
  readonly renewing: Id | null;
}

export const useReshaping = create<Asked>(() => ({ reshaping: null, removing: [], renewing: null }));

export function askReshape(reshaping: Reshaping): void {
  useReshaping.setState({ reshaping });
}

/** It is done, or given up. */
export function endReshape(): void {
  useReshaping.setState({ reshaping: null });
}

export function askRemoval(removing: readonly Id[]): void {
  useReshaping.setState({ removing });
  showDialog('remove-roads');
}

/** The next file that is opened is looked through for a line of this road; null: for new roads. */
export function setRenewing(renewing: Id | null): void {
  useReshaping.setState({ renewing });
}

/** What is said beside it. */
export interface Wish {
  readonly keeping: Keeping;
  /** Of the second part of a road that is cut. */
  readonly second: Pick<Road, 'code' | 'name'>;
}

/** What the roads become. Fails with the reasons of `domain/reshape`, and `edit.missing` where a road has gone. */
export function reshapedBy(
  reshaping: Reshaping,
  { keeping, second }: Wish,
  tables: Tables,
): Result<Reshaped> {
  const road = tables.road.get(reshaping.roadId);
  if (road === undefined) return fail('edit.missing', { entity: 'road' });
  switch (reshaping.kind) {
    case 'reverse':
      return reverse(road);
    case 'zero':
      return withZero(road, reshaping.zero);
    case 'width':
      return withHalfWidth(road, reshaping.halfWidth);
    case 'cut':
      return cutRoad(road, reshaping.at, { id: reshaping.secondId, ...second });
    case 'begin':
      return beginningAt(road, reshaping.at);
    case 'join': {
      const other = tables.road.get(reshaping.otherId);
      return other === undefined ? fail('edit.missing', { entity: 'road' }) : joined(road, other);
    }
    case 'extend':
      return extended(road, reshaping.end, reshaping.away);
    case 'renew':
      return renewed(road, reshaping.line, reshaping.gaps, keeping);
  }
}
