import { insideAreas } from '../checks/noGo.ts';
import type { Rule } from '../checks/rule.ts';

/** Nothing stands on a protected relic's ground. Law on Advertising 16/2012/QH13, art. 27; the areas are data. */
export const rule: Rule = {
  id: 'relic-area',
  severity: 'error',
  params: {},
  scope: 'placement',
  check: (placed, context) => insideAreas(placed, context, 'relic'),
};
