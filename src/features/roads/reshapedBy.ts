/** What roads become by what somebody wants of them. */
import type { Reshaping } from '../../data/workbench/reshaping.ts';
import type { Road } from '../../domain/model/entities/road.ts';
import { fail, type Result } from '../../domain/model/result.ts';
import type { Tables } from '../../domain/model/rows.ts';
import { joined } from '../../domain/reshape/joining.ts';
import { type Keeping, renewed } from '../../domain/reshape/renewed.ts';
import type { Reshaped } from '../../domain/reshape/reshape.ts';
import {
  beginningAt,
  cutRoad,
  extended,
  reverse,
  withHalfWidth,
  withPosts,
  withZero,
} from '../../domain/reshape/roadLines.ts';

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
    case 'posts':
      return withPosts(road, reshaping.calibration);
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
    case 'renew': {
      const { line, gaps, source = road.source } = reshaping;
      return renewed({ ...road, source }, line, gaps, keeping);
    }
  }
}
