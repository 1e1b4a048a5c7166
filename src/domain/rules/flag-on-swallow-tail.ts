import { isTailed } from '../checks/flags.ts';
import type { Rule } from '../checks/rule.ts';

/**
 * The star and the hammer and sickle stand on a rectangle, never on a swallow-tail or pennant; upright banner flags are
 * right. Practice (Tiền Giang 2020).
 */
export const rule: Rule = {
  id: 'flag-on-swallow-tail',
  severity: 'warning',
  source: { basis: 'custom' },
  params: {},
  scope: 'type',
  check(type) {
    if (type.emblem === 'none' || !isTailed(type)) return [];
    return [{ code: `flag-on-swallow-tail.${type.emblem}`, place: { assetTypeId: type.id } }];
  },
};
