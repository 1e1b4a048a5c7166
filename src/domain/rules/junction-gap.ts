import { tooNear } from '../checks/nearFeatures.ts';
import type { Rule } from '../checks/rule.ts';

/** Junctions keep their view: nothing within 20 m. Practice. */
export const rule: Rule = {
  id: 'junction-gap',
  severity: 'warning',
  source: { basis: 'custom' },
  params: { distance: 20 },
  scope: 'placement',
  check: (placed, { params }) =>
    placed.type?.shape === 'gate' ? [] : tooNear(placed, ['junction'], params.distance ?? 20),
};
