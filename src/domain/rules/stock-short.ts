import type { Rule } from '../checks/rule.ts';

/**
 * There is as much in the store, or ordered, as the plan needs. An empty store counts as one: it is where flags are
 * missing most. What no store holds, such as a vehicle, has the rule switched off in its type. The campaign's own data.
 */
export const rule: Rule = {
  id: 'stock-short',
  severity: 'warning',
  source: { basis: 'plan' },
  params: {},
  scope: 'type',
  check(type, placements) {
    const needed = placements.reduce((sum, p) => sum + (p.isNotRemoved ? p.quantity : 0), 0);
    const there = type.inStock + type.ordered;
    if (needed <= there) return [];
    const missing = needed - there;
    return [
      {
        params: { needed, there, missing },
        place: { assetTypeId: type.id },
        fix: {
          code: 'order',
          params: { count: missing },
          ops: [
            {
              kind: 'set',
              entity: 'assetType',
              id: type.id,
              version: type.version,
              fields: { ordered: type.ordered + missing },
            },
          ],
        },
      },
    ];
  },
};
