import { isFlagItself, isOneSize } from '../checks/flags.ts';
import type { Found, Rule } from '../checks/rule.ts';
import type { AssetType } from '../model/entities/assetType.ts';
import type { PlacementFacts } from '../plan/placementFacts.ts';
import { formatChainage } from '../road/chainageText.ts';

const isParty = (type: AssetType) => type.emblem === 'party' && isFlagItself(type);
const isNational = (type: AssetType | undefined) =>
  type !== undefined && type.emblem === 'national' && isFlagItself(type);

/** Panos and flags of every kind but the Party's, which belongs beside the national flag (`flag-order`). */
const OTHERS: ReadonlySet<AssetType['shape']> = new Set(['pano', 'flag', 'vertical-flag', 'pennant']);

/**
 * No pano and no other flag of the same size stands in one row with the national flag: on its side of the road and
 * nearer than some metres (15, practice) to one of them. Practice (Tiền Giang 2020).
 */
export const rule: Rule = {
  id: 'beside-national-flag',
  severity: 'hint',
  source: { basis: 'custom' },
  params: { distance: 15 },
  scope: 'group',
  group: (placement, type) =>
    type === undefined || placement.roadId === null || !(isNational(type) || OTHERS.has(type.shape))
      ? null
      : placement.roadId,
  check(all, { params }) {
    const members = all.filter((m) => m.isNotRemoved);
    const national = members.filter((m) => isNational(m.type));
    const types = [...new Set(national.flatMap((m) => m.type ?? []))];
    // Few things are as large as a flag: what is not need not be held against each row of flags of a long road.
    const others = members.filter(
      ({ type }) =>
        type !== undefined && !isNational(type) && !isParty(type) && types.some((t) => isOneSize(t, type)),
    );
    const distance = params.distance ?? 15;
    return others.flatMap((other) => national.flatMap((flags) => inOneRow(other, flags, distance)));
  },
};

function inOneRow(other: PlacementFacts, flags: PlacementFacts, distance: number): Found[] {
  if (other.from > flags.to + distance || flags.from > other.to + distance) return [];
  if (other.type === undefined || flags.type === undefined || !isOneSize(other.type, flags.type)) return [];
  const beside = other.spots.filter(({ side, chainage }) => {
    const nearest = flags.spotIndex.nearest(side, chainage, true);
    return nearest !== null && Math.abs(nearest.chainage - chainage) < distance;
  });
  if (beside.length === 0) return [];
  const at = beside.map((spot) => spot.chainage);
  const [from, to] = [at.reduce((a, b) => Math.min(a, b)), at.reduce((a, b) => Math.max(a, b))];
  const [earlier, later] = other.row.id < flags.row.id ? [other, flags] : [flags, other];
  return [
    {
      suffix: earlier.row.id,
      params: { count: beside.length, type: other.type.name, at: formatChainage(from) },
      place: { placementId: later.row.id, roadId: other.row.roadId ?? '', from, to },
    },
  ];
}
