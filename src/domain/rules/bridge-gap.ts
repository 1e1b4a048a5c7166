import { tooNear } from '../checks/nearFeatures.ts';
import type { Rule } from '../checks/rule.ts';
import type { Support } from '../model/entities/placement.ts';

const NEEDS_NO_GROUND: ReadonlySet<Support> = new Set(['lamp-post', 'wall', 'frame']);

/**
 * Nothing is put up on a bridge: there is no ground for a pole, nor for the footing of a pano. What hangs on the bridge's
 * own lamp posts or on a frame that is there needs neither; what is strung across has a rule of its own, and a vehicle
 * drives on. Practice.
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
    if (NEEDS_NO_GROUND.has(placed.row.support)) return [];
    return tooNear(placed, ['bridge'], 0);
  },
};
