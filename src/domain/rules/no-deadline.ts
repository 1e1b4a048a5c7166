import type { Rule } from '../checks/rule.ts';
import { printDay } from '../schedule/days.ts';
import { installDue, removeDue } from '../schedule/window.ts';

/**
 * Every placement has a day by which it stands and one by which it is down: those of its type's window, or so many days
 * before the opening and after the closing. Health of the plan.
 */
export const rule: Rule = {
  id: 'no-deadline',
  severity: 'warning',
  source: { basis: 'plan' },
  params: { before: 3, after: 5 },
  scope: 'placement',
  check(placed, { params, timeline, dayOf }) {
    const { row } = placed;
    // Without an occasion no day can be told, also where one is set.
    if (!placed.isNotRemoved || timeline.opening === null) return [];
    const [up, down] = [dayOf(row.installBy), dayOf(row.removeBy)];
    if (up !== null && down !== null) return [];
    const installBy = up === null ? installDue(params.before ?? 3, placed.type, dayOf) : row.installBy;
    const removeBy = down === null ? removeDue(params.after ?? 5, placed.type, dayOf) : row.removeBy;
    const [install, remove] = [dayOf(installBy), dayOf(removeBy)].map((day) => printDay(day ?? ''));
    return [
      {
        code: up === null ? 'no-deadline' : 'no-deadline.remove',
        place: { placementId: row.id },
        fix: {
          code: 'set-days',
          params: { install: install ?? '', remove: remove ?? '' },
          ops: [
            placed.set({ ...(up === null ? { installBy } : {}), ...(down === null ? { removeBy } : {}) }),
          ],
        },
      },
    ];
  },
};
