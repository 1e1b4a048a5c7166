import { insideAreas } from '../checks/noGo.ts';
import type { Rule } from '../checks/rule.ts';

/**
 * Nothing stands in the safety corridor of a road: in an area that staff drew, or nearer to the edge than the class of
 * the road asks for. Law on Roads; distances are the campaign's own, 0 until it sets them, so that they only warn.
 */
export const rule: Rule = {
  id: 'road-safety-corridor',
  severity: 'error',
  source: {
    basis: 'law',
    cites: [
      { paper: 'roads-2008', article: 43 },
      { paper: 'roads-2024', article: 15 },
    ],
  },
  params: { national: 0, provincial: 0, district: 0, commune: 0, street: 0, other: 0 },
  scope: 'placement',
  check(placed, context) {
    const found = insideAreas(placed, context, 'road-safety-corridor');
    const { row, road } = placed;
    const least = road === undefined ? 0 : (context.params[road.class] ?? 0);
    if (
      row.rule === null ||
      row.rule.sides === 'median' ||
      row.rule.edgeOffset >= least ||
      !placed.isNotRemoved
    )
      return found;
    return [
      ...found,
      {
        code: 'road-safety-corridor.offset',
        severity: 'warning',
        suffix: 'offset',
        params: { offset: row.rule.edgeOffset, least },
        place: { placementId: row.id },
        fix: {
          code: 'offset',
          params: { metres: least },
          ops: [placed.set({ rule: { ...row.rule, edgeOffset: least } })],
        },
      },
    ];
  },
};
