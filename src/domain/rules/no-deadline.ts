import type { Rule } from '../checks/rule.ts';

/** Every placement has a day by which it stands and one by which it is down. Health of the plan. */
export const rule: Rule = {
  id: 'no-deadline',
  severity: 'warning',
  source: { basis: 'plan' },
  params: { before: 3, after: 5 },
  scope: 'placement',
  check(placed, { params, dayOf }) {
    const { row } = placed;
    if (!placed.isNotRemoved) return [];
    const [up, down] = [dayOf(row.installBy), dayOf(row.removeBy)];
    if (up !== null && down !== null) return [];
    const [before, after] = [params.before ?? 3, params.after ?? 5];
    const fields = {
      ...(up === null ? { installBy: { milestone: 'opening', days: -before } } : {}),
      ...(down === null ? { removeBy: { milestone: 'closing', days: after } } : {}),
    };
    return [
      {
        code: up === null ? 'no-deadline' : 'no-deadline.remove',
        place: { placementId: row.id },
        fix: { code: 'set-days', params: { before, after }, ops: [placed.set(fields)] },
      },
    ];
  },
};
