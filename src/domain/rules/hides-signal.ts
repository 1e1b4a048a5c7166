import { tooNear } from '../checks/nearFeatures.ts';
import type { Rule } from '../checks/rule.ts';
import { advertising } from '../checks/source.ts';

/**
 * Nothing stands so near a signal, sign or level crossing that it hides it. Law on Advertising 16/2012/QH13, art.
 * 27(1), by custom; the distance (10 m) is practice.
 */
export const rule: Rule = {
  id: 'hides-signal',
  severity: 'warning',
  source: { basis: 'custom', cites: advertising(1) },
  params: { distance: 10 },
  scope: 'placement',
  check: (placed, { params }) => tooNear(placed, ['signal', 'level-crossing'], params.distance ?? 10),
};
