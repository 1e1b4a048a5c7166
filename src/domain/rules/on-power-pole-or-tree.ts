import type { Rule } from '../checks/rule.ts';
import type { Support } from '../model/entities/placement.ts';

/** What nothing is hung on: what carries current or signals would be hidden or harmed, and a tree is. */
const NOT_ON: ReadonlySet<Support> = new Set(['power-pole', 'signal-post', 'tree']);

/**
 * Nothing hangs on power poles, signal posts or trees. Decree 38/2021/NĐ-CP, art. 34, which speaks of adverts: by
 * custom. Where nobody said what something hangs on, nothing is found.
 */
export const rule: Rule = {
  id: 'on-power-pole-or-tree',
  severity: 'warning',
  source: { basis: 'custom', cites: [{ paper: 'penalties-2021', article: 34 }] },
  params: {},
  scope: 'placement',
  check(placed) {
    const { id, support } = placed.row;
    if (!NOT_ON.has(support) || !placed.isNotRemoved) return [];
    // Whoever accepted the tree has not accepted the power pole.
    return [{ code: `on-power-pole-or-tree.${support}`, suffix: support, place: { placementId: id } }];
  },
};
