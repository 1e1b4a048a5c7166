import type { Rule } from '../checks/rule.ts';
import { printDay } from '../schedule/days.ts';

/** Nothing stands after the window of its type has ended. The campaign's plan. */
export const rule: Rule = {
  id: 'until',
  severity: 'warning',
  source: { basis: 'plan' },
  params: {},
  scope: 'placement',
  check(placed, { today, dayOf }) {
    const { row, type } = placed;
    const last = type?.until ?? null;
    const limit = dayOf(last);
    if (limit === null || !placed.isNotRemoved) return [];
    const place = { placementId: row.id };
    const day = dayOf(row.removeBy);
    // With a day of its own `removed-in-time` says that it is over.
    if (day === null)
      return placed.stands && today > limit
        ? [{ code: 'until.stands', suffix: 'stands', params: { limit: printDay(limit) }, place }]
        : [];
    if (day <= limit) return [];
    return [
      {
        params: { day: printDay(day), limit: printDay(limit) },
        place,
        fix: {
          code: 'remove-by',
          params: { day: printDay(limit) },
          ops: [placed.set({ removeBy: last })],
        },
      },
    ];
  },
};
