import type { Rule } from '../checks/rule.ts';
import type { Side } from '../model/entities/stretchRule.ts';
import type { PlacementFacts } from '../plan/placementFacts.ts';
import { formatChainage } from '../road/chainageText.ts';

/** The same slogan does not follow itself within 200 m on one side. Practice. */
export const rule: Rule = {
  id: 'slogan-repeats',
  severity: 'hint',
  source: { basis: 'custom' },
  params: { distance: 200 },
  scope: 'group',
  group: (placement) =>
    placement.roadId === null || placement.sloganId === null
      ? null
      : `${placement.roadId}|${placement.sloganId}`,
  check(all, { params }) {
    const members = all.filter((m) => m.isNotRemoved);
    const within = params.distance ?? 200;
    const last = new Map<Side, { readonly chainage: number; readonly placed: PlacementFacts }>();
    const told = new Set<string>();
    const spots = members
      .flatMap((placed) => placed.spots.map((spot) => ({ placed, ...spot })))
      .sort((a, b) => a.chainage - b.chainage);
    return spots.flatMap((spot) => {
      const before = last.get(spot.side);
      last.set(spot.side, spot);
      if (before === undefined) return [];
      const metres = Math.round(spot.chainage - before.chainage);
      if (metres >= within) return [];
      const [a, b] = [before.placed.row.id, spot.placed.row.id];
      const later = a > b ? before.placed : spot.placed;
      const other = a > b ? b : a;
      if (told.has(`${later.row.id}:${other}`)) return [];
      told.add(`${later.row.id}:${other}`);
      return [
        {
          suffix: other,
          params: { metres, distance: within, at: formatChainage(before.chainage) },
          place: {
            placementId: later.row.id,
            roadId: later.row.roadId ?? '',
            from: before.chainage,
            to: spot.chainage,
            side: spot.side,
          },
        },
      ];
    });
  },
};
