import type { Rule } from '../checks/rule.ts';
import { daysBetween, printDay } from '../schedule/days.ts';
import { installDue } from '../schedule/window.ts';

/** Everything stands some days (3) before the opening, or when its type may first stand. The campaign's plan. */
export const rule: Rule = {
  id: 'installed-before-opening',
  severity: 'error',
  source: { basis: 'plan' },
  params: { days: 3 },
  scope: 'placement',
  check(placed, { params, dayOf }) {
    const day = dayOf(placed.row.installBy);
    if (day === null || !placed.isNotRemoved) return [];
    const due = installDue(params.days ?? 3, placed.type, dayOf);
    const limit = dayOf(due);
    if (limit === null || day <= limit) return [];
    return [
      {
        params: { day: printDay(day), limit: printDay(limit), days: daysBetween(limit, day) },
        place: { placementId: placed.row.id },
        fix: {
          code: 'install-by',
          params: { day: printDay(limit) },
          ops: [placed.set({ installBy: due })],
        },
      },
    ];
  },
};
