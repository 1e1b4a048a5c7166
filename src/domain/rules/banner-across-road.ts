import type { Rule } from '../checks/rule.ts';
import { advertising } from '../checks/source.ts';

/**
 * Nothing is strung across a carriageway. Law on Advertising 16/2012/QH13, art. 27(1), by custom: art. 1(2) leaves
 * political propaganda outside the law, so it warns and forbids nothing.
 */
export const rule: Rule = {
  id: 'banner-across-road',
  severity: 'warning',
  source: { basis: 'custom', cites: advertising(1) },
  params: {},
  scope: 'placement',
  check(placed, { plan }) {
    const { row, type } = placed;
    if (type?.mount !== 'across' || !placed.isNotRemoved) return [];
    const beside = [...plan.tables.assetType.values()].find(
      (t) => t.shape === 'banner' && t.layout === type.layout && t.mount !== 'across',
    );
    const place =
      row.rule === null ? { side: 'right' as const } : { rule: { ...row.rule, sides: 'right' as const } };
    return [
      {
        place: { placementId: row.id },
        fix:
          beside === undefined
            ? null
            : {
                code: 'hang-beside',
                params: { type: beside.name },
                ops: [placed.set({ assetTypeId: beside.id, ...place })],
              },
      },
    ];
  },
};
