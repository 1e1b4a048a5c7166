import { lookup } from '../../data/campaign/campaign.ts';
import type { Placement } from '../../domain/model/entities/placement.ts';
import { sameValue } from '../../domain/sameValue.ts';

/**
 * Changes fields of the placement that a panel is about; the code names it in the history, `seen` is the row as it
 * stood when that began. False: it was refused.
 */
export type Change = (fields: Partial<Placement>, code?: string, seen?: Placement) => boolean;

type Composed = 'rule' | 'sponsor' | 'installBy' | 'removeBy';

/**
 * Changes a part of a value that is made of several, in the value as it is now. Where somebody else has changed that
 * very part since it was seen, in the value as it was seen: so that the edit is asked about.
 */
export function changePart<K extends Composed>(
  change: Change,
  seen: Placement,
  key: K,
  part: Partial<NonNullable<Placement[K]>>,
): boolean {
  const row = lookup('placement', seen.id);
  const before: object = seen[key] ?? {};
  const now: object | null = row?.[key] ?? null;
  const untouched =
    now !== null &&
    Object.keys(part).every((k) => sameValue(now[k as keyof typeof now], before[k as keyof typeof before]));
  const base = untouched && row !== undefined ? row : seen;
  return change({ [key]: { ...base[key], ...part } }, 'placement.changed', base);
}
