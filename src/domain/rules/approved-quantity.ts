import type { Rule } from '../checks/rule.ts';
import { BEFORE_APPROVAL } from '../edit/states.ts';

/**
 * What is carried out is what was approved: a bridge that somebody drew later, or a gap of a rule, changes how many
 * pieces a stretch has. The campaign's own data.
 */
export const rule: Rule = {
  id: 'approved-quantity',
  severity: 'warning',
  source: { basis: 'plan' },
  params: {},
  scope: 'placement',
  check(placed) {
    const { row, quantity: now } = placed;
    const { approvedQuantity: approved } = row;
    // Null: approved by a page that did not count yet. Nobody knows, so nothing is found.
    if (approved === null || approved === now) return [];
    if (BEFORE_APPROVAL.has(row.state) || !placed.isNotRemoved) return [];
    // Whoever accepted one figure has not accepted the next.
    return [{ suffix: String(now), params: { approved, now }, place: { placementId: row.id } }];
  },
};
