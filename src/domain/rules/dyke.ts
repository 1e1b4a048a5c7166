import { insideAreas } from '../checks/noGo.ts';
import type { Rule } from '../checks/rule.ts';

/** Nothing stands on a dyke's corridor. Law on Dykes; the areas are data. */
export const rule: Rule = {
  id: 'dyke',
  severity: 'error',
  source: { basis: 'law', cites: [{ paper: 'dykes-2006', article: 7 }] },
  params: {},
  scope: 'placement',
  check: (placed, context) => insideAreas(placed, context, 'dyke'),
};
