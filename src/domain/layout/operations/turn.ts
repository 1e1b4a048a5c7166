/** Carrying a placement elsewhere: to the other side, to another chainage, to another road. */

import type { Placement } from '../../model/entities/placement.ts';
import type { PositionKey } from '../../model/entities/stretchRule.ts';
import { fail, ok, type Result } from '../../model/result.ts';
import type { FieldsOf, Id } from '../../model/rows.ts';
import { OTHER_SIDE, otherSides } from '../sides.ts';

type Fields = FieldsOf<'placement'>;

const LETTER: Readonly<Record<string, string>> = { L: 'R', R: 'L', M: 'M' };

/** The fields that put a placement on the other side; single positions go with theirs. Fails with `mirror.median`. */
export function mirrored(row: Pick<Placement, 'side' | 'rule'>): Result<Partial<Fields>> {
  if (row.rule === null) {
    if (row.side === null || row.side === 'median') return fail('mirror.median');
    return ok({ side: OTHER_SIDE[row.side] });
  }
  const { rule } = row;
  if (rule.sides === 'median') return fail('mirror.median');
  const turned = (key: string) => `${LETTER[key.charAt(0)]}${key.slice(1)}` as PositionKey;
  return ok({
    rule: {
      ...rule,
      sides: otherSides(rule.sides),
      skips: rule.skips.map(turned),
      moves: Object.fromEntries(Object.entries(rule.moves).map(([key, m]) => [turned(key), m])),
    },
  });
}

/** The fields of a row without who it is: what a copy begins from. A copy is a draft again. */
export function copyOf(row: Placement): Fields {
  const { id: _id, version: _version, ...fields } = row;
  return { ...fields, state: 'draft', approvedQuantity: null };
}

interface Limits {
  readonly minChainage: number;
  readonly maxChainage: number;
}

/**
 * A copy of a placement that begins at another chainage of a road (its own or another). Fails with `copy.off-road` for
 * one that stands on no road, and with `copy.beyond` when the road ends before it.
 */
export function copiedTo(row: Placement, roadId: Id, road: Limits, from: number): Result<Fields> {
  if (row.from === null) return fail('copy.off-road');
  const to = row.to === null ? null : from + (row.to - row.from);
  if (from < road.minChainage - 1 || (to ?? from) > road.maxChainage + 1)
    return fail('copy.beyond', { chainage: Math.round(to ?? from) });
  return ok({ ...copyOf(row), roadId, from, to });
}
