/** Cutting a stretch in two, and putting stretches together, so that every position stays where it is. */

import type { Placement } from '../../model/entities/placement.ts';
import type { PositionKey, StretchRule } from '../../model/entities/stretchRule.ts';
import { fail, ok, type Result } from '../../model/result.ts';

/** A stretch's place and rule, without the row around it. */
export interface Laid {
  readonly from: number;
  readonly to: number;
  readonly rule: StretchRule;
}

const EPS = 1e-6;
/** Where a position stands on the cut itself, the first part ends this much before it. */
const CLEARANCE_M = 1;

/**
 * Cuts a stretch at a chainage. Positions before it stay with the first part, those on or after it with the second;
 * skips and moves go with their positions. Where both sides are staggered, a cut between a right position and the
 * left one after it moves on to behind the right one. Fails with `cut.outside`.
 */
export function cutAt({ from, to, rule }: Laid, chainage: number): Result<readonly [Laid, Laid]> {
  const origin = from + rule.startOffset;
  const { spacing } = rule;
  const shift = rule.staggered && rule.sides === 'both' ? spacing / 2 : 0;
  const ordinal = Math.max(0, Math.ceil((chainage - origin) / spacing - EPS));
  const straggler = origin + (ordinal - 1) * spacing + shift;
  const cut = shift > 0 && ordinal > 0 && straggler >= chainage - EPS ? straggler + CLEARANCE_M : chainage;
  if (cut <= from + CLEARANCE_M || cut >= to) return fail('cut.outside', { chainage });
  const next = origin + ordinal * spacing;
  const onCut = Math.abs(next - cut) < EPS;
  const [first, second] = divideKeys(rule, ordinal);
  return ok([
    { from, to: onCut ? cut - CLEARANCE_M : cut, rule: first },
    { from: cut, to, rule: { ...second, startOffset: Math.max(0, next - cut) } },
  ]);
}

/** Cuts at several chainages; those outside the stretch are passed over. Fails when none is inside. */
export function cutAtAll(stretch: Laid, chainages: readonly number[]): Result<readonly Laid[]> {
  const parts: Laid[] = [];
  let rest = stretch;
  for (const chainage of [...chainages].sort((a, b) => a - b)) {
    const cut = cutAt(rest, chainage);
    if (!cut.ok) continue;
    parts.push(cut.value[0]);
    rest = cut.value[1];
  }
  return parts.length === 0 ? fail('cut.nowhere') : ok([...parts, rest]);
}

function divideKeys(rule: StretchRule, ordinal: number): readonly [StretchRule, StretchRule] {
  const isFirst = (key: PositionKey) => Number(key.slice(1)) < ordinal;
  const later = (key: PositionKey) => `${key[0]}${Number(key.slice(1)) - ordinal}` as PositionKey;
  const moves = Object.entries(rule.moves) as [PositionKey, number][];
  return [
    {
      ...rule,
      skips: rule.skips.filter(isFirst),
      moves: Object.fromEntries(moves.filter(([key]) => isFirst(key))),
    },
    {
      ...rule,
      skips: rule.skips.filter((key) => !isFirst(key)).map(later),
      moves: Object.fromEntries(moves.filter(([key]) => !isFirst(key)).map(([key, m]) => [later(key), m])),
    },
  ];
}

type Joinable = Pick<Placement, 'roadId' | 'assetTypeId' | 'from' | 'to' | 'rule'>;

/**
 * Puts stretches of one road, type and rule together into one, from the first beginning to the last end; what lay
 * between them is filled. Fails with `join.two`, `join.different` (names what differs by its field), `join.apart` when
 * more than two spacings lie between, or `join.out-of-step` when single positions that were skipped or moved could not
 * keep their places.
 */
export function join(rows: readonly Joinable[]): Result<Laid> {
  const sorted = [...rows].sort((a, b) => (a.from ?? 0) - (b.from ?? 0));
  const [first, ...others] = sorted;
  if (first?.rule == null || first.from === null || first.to === null || others.length === 0)
    return fail('join.two');
  const { rule } = first;
  const origin = first.from + rule.startOffset;
  const skips = [...rule.skips];
  const moves = { ...rule.moves } as Record<string, number>;
  let end = first.to;
  for (const other of others) {
    if (other.rule === null || other.from === null || other.to === null) return fail('join.two');
    const field = differing(first, other);
    if (field !== null) return fail('join.different', { field });
    if (other.from - end > 2 * rule.spacing + EPS)
      return fail('join.apart', { metres: Math.round(other.from - end) });
    const steps = (other.from + other.rule.startOffset - origin) / rule.spacing;
    const inStep = Math.abs(steps - Math.round(steps)) < 1e-3;
    const single = other.rule.skips.length > 0 || Object.keys(other.rule.moves).length > 0;
    if (single && !inStep) return fail('join.out-of-step');
    const shifted = (key: string) => `${key[0]}${Number(key.slice(1)) + Math.round(steps)}` as PositionKey;
    skips.push(...other.rule.skips.map(shifted));
    for (const [key, metres] of Object.entries(other.rule.moves as Record<string, number>))
      moves[shifted(key)] = metres;
    end = Math.max(end, other.to);
  }
  return ok({ from: first.from, to: end, rule: { ...rule, skips, moves } });
}

function differing(a: Joinable, b: Joinable): string | null {
  if (a.roadId !== b.roadId) return 'roadId';
  if (a.assetTypeId !== b.assetTypeId) return 'assetTypeId';
  for (const field of ['spacing', 'sides', 'staggered', 'edgeOffset'] as const)
    if (a.rule?.[field] !== b.rule?.[field]) return field;
  return null;
}
