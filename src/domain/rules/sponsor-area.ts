import type { Rule } from '../checks/rule.ts';
import { advertising } from '../checks/source.ts';

/**
 * A sponsor's name stands at the bottom of a vertical piece, at the right of a horizontal one, on at most 20 % of it.
 * Law on Advertising 16/2012/QH13, art. 27(3), which speaks of boards with political content: law.
 */
export const rule: Rule = {
  id: 'sponsor-area',
  severity: 'error',
  source: { basis: 'law', cites: advertising(3) },
  params: { share: 20 },
  scope: 'placement',
  check(placed, { params }) {
    const { row, type } = placed;
    if (row.sponsor === null || !placed.isNotRemoved) return [];
    const limit = params.share ?? 20;
    const upright = (type?.heightCm ?? 0) > (type?.widthCm ?? 0);
    const place = upright ? ('bottom' as const) : ('right' as const);
    const { share, place: now, name } = row.sponsor;
    if (share <= limit && now === place) return [];
    const code = share > limit ? 'sponsor-area' : upright ? 'sponsor-area.bottom' : 'sponsor-area.right';
    const sponsor = { ...row.sponsor, share: Math.min(share, limit), place };
    return [
      {
        code,
        params: { share, limit, sponsor: name },
        place: { placementId: row.id },
        fix: { code: 'limit-sponsor', params: { limit: sponsor.share }, ops: [placed.set({ sponsor })] },
      },
    ];
  },
};
