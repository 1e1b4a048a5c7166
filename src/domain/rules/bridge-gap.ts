import { tooNear } from '../checks/nearFeatures.ts';
import type { Rule } from '../checks/rule.ts';

/**
 * Nothing is put up on a bridge: there is no ground for a pole, nor for the footing of a pano. What is strung across has a
 * rule of its own, and a vehicle drives on. Practice.
 */
export const rule: Rule = {
  id: 'bridge-gap',
  severity: 'warning',
  source: { basis: 'custom' },
  params: {},
  scope: 'placement',
  check: (placed) => {
    const { type } = placed;
    if (type === undefined || type.mount === 'across' || type.shape === 'vehicle') return [];
    return tooNear(placed, ['bridge'], 0);
  },
};
