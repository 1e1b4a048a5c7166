import type { Rule } from '../checks/rule.ts';
import { addDays, daysBetween, printDay } from '../schedule/days.ts';

/** Everything stands some days (3) before the opening. The campaign's plan. */
export const rule: Rule = {
  id: 'installed-before-opening',
  severity: 'error',
  source: { basis: 'plan' },
  params: { days: 3 },
  scope: 'placement',
  check(placed, { params, timeline, dayOf }) {
    const day = dayOf(placed.row.installBy);
    if (day === null || !placed.isNotRemoved) return [];
    const before = params.days ?? 3;
    const limit = addDays(timeline.opening, -before);
    if (day <= limit) return [];
    return [
      {
        params: { day: printDay(day), limit: printDay(limit), days: daysBetween(limit, day) },
        place: { placementId: placed.row.id },
        fix: {
          code: 'install-by',
          params: { day: printDay(limit) },
          ops: [placed.set({ installBy: { milestone: 'opening', days: -before } })],
        },
      },
    ];
  },
};
