import type { Rule } from '../checks/rule.ts';
import { printDay } from '../schedule/days.ts';

/** Nothing stands before the window of its type begins. The campaign's plan. */
export const rule: Rule = {
  id: 'not-before',
  severity: 'warning',
  source: { basis: 'plan' },
  params: {},
  scope: 'placement',
  check(placed, { today, dayOf }) {
    const { row, type } = placed;
    const first = type?.notBefore ?? null;
    const limit = dayOf(first);
    if (limit === null || !placed.isNotRemoved) return [];
    const place = { placementId: row.id };
    if (placed.stands && today < limit)
      return [{ code: 'not-before.stands', suffix: 'stands', params: { limit: printDay(limit) }, place }];
    const day = dayOf(row.installBy);
    if (day === null || day >= limit) return [];
    return [
      {
        params: { day: printDay(day), limit: printDay(limit) },
        place,
        fix: {
          code: 'install-by',
          params: { day: printDay(limit) },
          ops: [placed.set({ installBy: first })],
        },
      },
    ];
  },
};
