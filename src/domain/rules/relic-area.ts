import { insideAreas } from '../checks/noGo.ts';
import type { Rule } from '../checks/rule.ts';

/** Nothing stands on a protected relic's ground. Law on Cultural Heritage; the areas are data. */
export const rule: Rule = {
  id: 'relic-area',
  severity: 'error',
  source: {
    basis: 'law',
    cites: [
      { paper: 'heritage-2001', article: 32 },
      { paper: 'heritage-2024', article: 27 },
    ],
  },
  params: {},
  scope: 'placement',
  check: (placed, context) => insideAreas(placed, context, 'relic'),
};
