/** What the rules on no-go areas share; each kind of area is a rule of its own, so that each can be switched off. */

import { positionKey } from '../layout/layOut.ts';
import type { NoGoKind } from '../model/entities/noGoArea.ts';
import type { PositionKey } from '../model/entities/stretchRule.ts';
import type { PlacementFacts } from '../plan/placementFacts.ts';
import { isInside, prepareArea } from '../unit/area.ts';
import type { Context, Found } from './rule.ts';

/** One finding an area in which something of the placement would stand. */
export function insideAreas(placed: PlacementFacts, context: Context, kind: NoGoKind): Found[] {
  if (!placed.isNotRemoved) return [];
  const areas = context.areas(kind);
  if (areas.length === 0) return [];
  const { row } = placed;
  return areas.flatMap(({ id, name, area }): Found[] => {
    if (isFar(placed, area)) return [];
    const { count, lng, lat, side, ordinal, chainage } = placed.positions;
    const keys: PositionKey[] = [];
    let [from, to] = [Infinity, -Infinity];
    for (let i = 0; i < count; i++) {
      if (!isInside(area, lng[i] as number, lat[i] as number)) continue;
      keys.push(positionKey(side[i] as number, ordinal[i] as number));
      from = Math.min(from, chainage[i] as number);
      to = Math.max(to, chainage[i] as number);
    }
    if (keys.length === 0) return [];
    return [
      {
        suffix: id,
        params: { count: keys.length, area: name },
        place: { placementId: row.id, ...(row.roadId === null ? {} : { roadId: row.roadId, from, to }) },
        fix:
          row.rule === null || keys.length === count || !placed.maySkip(keys.length)
            ? null
            : { code: 'skip-positions', params: { count: keys.length }, ops: [placed.skipping(keys)] },
      },
    ];
  });
}

/** Whether a road's box and an area's box are apart: nothing then has to be laid out. */
function isFar(placed: PlacementFacts, area: Parameters<typeof prepareArea>[0]): boolean {
  if (placed.measured === undefined) return false;
  const [w, s, e, n] = prepareArea(area).box;
  const { boxes } = placed.measured.line;
  // A position stands some metres beside its road: a thousandth of a degree is room enough.
  const room = 0.001;
  for (let i = 0; i < boxes.length; i += 4) {
    const [bw, bs, be, bn] = boxes.subarray(i, i + 4);
    if (
      (be as number) + room >= w &&
      (bw as number) - room <= e &&
      (bn as number) + room >= s &&
      (bs as number) - room <= n
    )
      return false;
  }
  return true;
}
