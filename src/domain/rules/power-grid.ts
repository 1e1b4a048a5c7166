import { insideAreas } from '../checks/noGo.ts';
import type { Rule } from '../checks/rule.ts';

/** Nothing stands on the corridor of the power grid. Law on Electricity; the areas are data. */
export const rule: Rule = {
  id: 'power-grid',
  severity: 'error',
  source: {
    basis: 'law',
    cites: [
      { paper: 'electricity-2004', article: 50 },
      { paper: 'electricity-2024', article: 9 },
    ],
  },
  params: {},
  scope: 'placement',
  check: (placed, context) => insideAreas(placed, context, 'power-grid'),
};
