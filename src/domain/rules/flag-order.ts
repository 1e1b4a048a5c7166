import type { Fix } from '../checks/finding.ts';
import { isFlagItself } from '../checks/flags.ts';
import type { Context, Found, Rule } from '../checks/rule.ts';
import type { AssetType } from '../model/entities/assetType.ts';
import type { PlacementFacts, Standing } from '../plan/placementFacts.ts';
import { formatChainage } from '../road/chainageText.ts';

/**
 * Where the Party flag and the national flag stand side by side, the Party flag is on the left as seen from in front,
 * and both are of one size. Guidance 105-HD/BTGTW, 29 May 2023. Seen from the road one faces its right side with
 * increasing chainage to the left, and its left side with increasing chainage to the right.
 */
export const rule: Rule = {
  id: 'flag-order',
  severity: 'error',
  source: { basis: 'guidance', cites: [{ paper: 'party-flag-2023' }] },
  params: { pair: 3 },
  scope: 'group',
  group: (placement, type) =>
    type === undefined || !isFlagItself(type) || placement.roadId === null ? null : placement.roadId,
  check(all, context) {
    const members = all.filter((m) => m.isNotRemoved);
    const national = members.filter((m) => m.type?.emblem === 'national');
    const party = members.filter((m) => m.type?.emblem === 'party');
    return party.flatMap((p) => national.flatMap((n) => pairOf(p, n, context)));
  },
};

function pairOf(party: PlacementFacts, national: PlacementFacts, { params }: Context): Found[] {
  const near = params.pair ?? 3;
  if (party.from > national.to + near || national.from > party.to + near) return [];
  const wrong: { readonly spot: Standing; readonly apart: number }[] = [];
  let pairs = 0;
  for (const spot of party.spots) {
    const other = national.spotIndex.nearest(spot.side, spot.chainage, false);
    const apart = spot.chainage - (other?.chainage ?? Infinity);
    if (Math.abs(apart) > near) continue;
    pairs++;
    if (spot.side === 'right' ? apart < 0 : spot.side === 'left' && apart > 0) wrong.push({ spot, apart });
  }
  if (pairs === 0) return [];
  const later = party.row.id > national.row.id ? party : national;
  const place = { placementId: later.row.id, roadId: party.row.roadId ?? '' };
  const found: Found[] = [];
  const [first] = wrong;
  if (first !== undefined) {
    const at = first.spot.chainage;
    found.push({
      suffix: `${(later === party ? national : party).row.id}`,
      params: { count: wrong.length, at: formatChainage(at) },
      place: { ...place, from: at, to: wrong[wrong.length - 1]?.spot.chainage ?? at },
      fix: swap(party, wrong.length === pairs ? first.apart : null),
    });
  }
  if (!sameSize(party.type, national.type))
    found.push({
      code: 'flag-order.size',
      suffix: `size-${(later === party ? national : party).row.id}`,
      params: { party: party.type?.size ?? '', national: national.type?.size ?? '' },
      place,
    });
  return found;
}

/** One side alone can be put right by moving every Party flag to the other side of its neighbour. */
function swap(party: PlacementFacts, apart: number | null): Fix | null {
  const { row } = party;
  if (apart === null || row.from === null) return null;
  const shift = -2 * apart;
  const [from, to] = [row.from + shift, row.to === null ? null : row.to + shift];
  const { measured } = party;
  if (measured === undefined || from < measured.minChainage || (to ?? from) > measured.maxChainage)
    return null;
  const sides = row.rule === null ? row.side : row.rule.sides;
  if (sides === 'both') return null;
  return {
    code: 'swap-flags',
    params: { metres: Math.abs(shift) },
    ops: [party.set(to === null ? { from } : { from, to })],
  };
}

function sameSize(a: AssetType | undefined, b: AssetType | undefined): boolean {
  return a?.widthCm === b?.widthCm && a?.heightCm === b?.heightCm;
}
