import { insideAreas } from '../checks/noGo.ts';
import type { Rule } from '../checks/rule.ts';

/** Nothing stands on a dyke's corridor. Law on Advertising 16/2012/QH13, art. 27; the areas are data. */
export const rule: Rule = {
  id: 'dyke',
  severity: 'error',
  params: {},
  scope: 'placement',
  check: (placed, context) => insideAreas(placed, context, 'dyke'),
};
