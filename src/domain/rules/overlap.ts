import type { Fix } from '../checks/finding.ts';
import type { Found, Rule } from '../checks/rule.ts';
import type { PositionKey } from '../model/entities/stretchRule.ts';
import type { PlacementFacts, Standing } from '../plan/placementFacts.ts';
import type { SpotIndex } from '../plan/spotIndex.ts';
import { bareChainage } from '../road/chainageText.ts';

/** Rounding must not make two flags exactly one spacing apart into a finding. */
const EPS = 0.01;

/**
 * Two placements of one type do not share a side within their least spacing: the same 500 m planned by two units. The
 * least spacing is the smaller of two stretches', or the rule's own number (20 m, practice) where a point has a part.
 */
export const rule: Rule = {
  id: 'overlap',
  severity: 'warning',
  source: { basis: 'plan' },
  params: { point: 20 },
  scope: 'group',
  group: (placement) => (placement.roadId === null ? null : `${placement.roadId}|${placement.assetTypeId}`),
  check(all, { params }) {
    const members = all.filter((m) => m.isNotRemoved);
    const found: Found[] = [];
    const point = params.point ?? 20;
    let active: PlacementFacts[] = [];
    const reach = Math.max(point, ...members.map((m) => m.row.rule?.spacing ?? 0));
    // Members come by their beginnings: only those whose end is not yet out of reach can meet the next.
    for (const member of members) {
      active = active.filter((a) => a.to + reach > member.from);
      for (const other of active) found.push(...meet(other, member, point));
      active.push(member);
    }
    return found;
  },
};

function meet(a: PlacementFacts, b: PlacementFacts, point: number): Found[] {
  const [earlier, later] = a.row.id < b.row.id ? [a, b] : [b, a];
  const [ruleA, ruleB] = [a.row.rule, b.row.rule];
  const least = ruleA === null || ruleB === null ? point : Math.min(ruleA.spacing, ruleB.spacing);
  const [from, to] = [Math.max(a.from, b.from) - least, Math.min(a.to, b.to) + least];
  if (from > to) return [];
  const theirs = earlier.spotIndex;
  const close = later.spots.filter(
    (s) => s.chainage >= from && s.chainage <= to && isClose(s, theirs, least),
  );
  if (close.length === 0) return [];
  let [low, high] = [Infinity, -Infinity];
  for (const { chainage } of close) {
    low = Math.min(low, chainage);
    high = Math.max(high, chainage);
  }
  return [
    {
      suffix: earlier.row.id,
      ...(low === high ? { code: 'overlap.at' } : {}),
      params: {
        count: close.length,
        from: bareChainage(low),
        to: bareChainage(high),
        spacing: least,
      },
      place: { placementId: later.row.id, roadId: later.row.roadId ?? '', from: low, to: high },
      fix: fixOf(later, close),
    },
  ];
}

function isClose({ side, chainage }: Standing, others: SpotIndex, least: number): boolean {
  const nearest = others.nearest(side, chainage, true);
  return nearest !== null && Math.abs(nearest.chainage - chainage) < least - EPS;
}

function fixOf(later: PlacementFacts, close: readonly Standing[]): Fix | null {
  if (later.row.rule === null || close.length === later.spots.length)
    return {
      code: 'delete-double',
      params: {},
      ops: [{ kind: 'delete', entity: 'placement', id: later.row.id, version: later.row.version }],
    };
  if (!later.maySkip(close.length)) return null;
  const keys = close.flatMap((s): PositionKey[] => (s.key === null ? [] : [s.key]));
  return { code: 'skip-positions', params: { count: keys.length }, ops: [later.skipping(keys)] };
}
