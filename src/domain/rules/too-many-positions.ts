import type { Rule } from '../checks/rule.ts';
import { STRETCH_LIMIT } from '../layout/limits.ts';

/**
 * A stretch has no more positions than can be laid out. New ones are refused; one that was stored before is drawn and
 * checked only as far as the limit, which nobody would see without this.
 */
export const rule: Rule = {
  id: 'too-many-positions',
  severity: 'error',
  source: { basis: 'limit' },
  params: {},
  scope: 'placement',
  check({ row, quantity }) {
    if (row.rule === null || quantity <= STRETCH_LIMIT) return [];
    return [{ params: { count: quantity, limit: STRETCH_LIMIT }, place: { placementId: row.id } }];
  },
};
