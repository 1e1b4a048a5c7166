import type { Rule } from '../checks/rule.ts';

/** The plan costs no more than the campaign may spend. The campaign's own data. */
export const rule: Rule = {
  id: 'budget-over',
  severity: 'error',
  source: { basis: 'plan' },
  params: {},
  scope: 'campaign',
  check({ plan }) {
    const budget = plan.campaign?.budget ?? 0;
    if (budget === 0) return [];
    let cost = 0;
    for (const id of plan.tables.placement.keys()) cost += plan.placed(id)?.cost ?? 0;
    if (cost <= budget) return [];
    return [{ params: { cost, budget, over: cost - budget }, place: {} }];
  },
};
