import type { Rule } from '../checks/rule.ts';

/** What carries text uses an approved slogan that may stand on it. Practice; the approving document is on the slogan. */
export const rule: Rule = {
  id: 'slogan-approved',
  severity: 'error',
  source: { basis: 'plan' },
  params: {},
  scope: 'placement',
  check(placed) {
    const { row, type, slogan } = placed;
    if (type?.carriesText !== true || !placed.isNotRemoved) return [];
    const place = { placementId: row.id };
    if (slogan === undefined) return [{ code: 'slogan-approved.none', place }];
    const params = { slogan: slogan.text };
    if (!slogan.approved) return [{ params, place: { ...place, sloganId: slogan.id } }];
    if (slogan.typeIds.length > 0 && !slogan.typeIds.includes(type.id))
      return [{ code: 'slogan-approved.type', params, place: { ...place, sloganId: slogan.id } }];
    return [];
  },
};
