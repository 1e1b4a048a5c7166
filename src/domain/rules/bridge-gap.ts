import { tooNear } from '../checks/nearFeatures.ts';
import type { Rule } from '../checks/rule.ts';

/** Nothing that needs a pole stands on a bridge. Practice. */
export const rule: Rule = {
  id: 'bridge-gap',
  severity: 'warning',
  source: { basis: 'custom' },
  params: {},
  scope: 'placement',
  check: (placed) => (placed.type?.mount === 'pole' ? tooNear(placed, ['bridge'], 0) : []),
};
