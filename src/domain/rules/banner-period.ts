import type { Rule } from '../checks/rule.ts';
import { advertising } from '../checks/source.ts';
import { daysBetween } from '../schedule/days.ts';

/**
 * A banner hangs at most 15 days, or as many as its type says; of other types only what says a number has one. Law on
 * Advertising 16/2012/QH13, art. 27(4), by custom (art. 1(2)).
 */
export const rule: Rule = {
  id: 'banner-period',
  severity: 'warning',
  source: { basis: 'custom', cites: advertising(4) },
  params: { days: 15 },
  scope: 'placement',
  check(placed, { params, timeline, dayOf }) {
    const { row, type } = placed;
    const isBanner = type?.shape === 'banner' || type?.shape === 'banner-across';
    const limit = type?.periodDays ?? (isBanner ? (params.days ?? 15) : null);
    if (limit === null || !placed.isNotRemoved) return [];
    const [up, down] = [dayOf(row.installBy), dayOf(row.removeBy)];
    if (up === null || down === null || row.removeBy === null) return [];
    const days = daysBetween(up, down);
    if (days <= limit) return [];
    const removeBy = { ...row.removeBy, days: row.removeBy.days - (days - limit) };
    // Taken down before the closing it would be gone when it is needed: then somebody must say which end moves.
    const closing = timeline.days.get('closing');
    const then = dayOf(removeBy);
    const isTooEarly = closing !== undefined && then !== null && then < closing;
    return [
      {
        params: { days, limit },
        place: { placementId: row.id },
        fix: isTooEarly
          ? null
          : { code: 'shorten-period', params: { days: limit }, ops: [placed.set({ removeBy })] },
      },
    ];
  },
};
