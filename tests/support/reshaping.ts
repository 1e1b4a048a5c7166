/** Plans on one road for tests of reshaping, as random as properties want them. */
import fc from 'fast-check';
import { expect } from 'vitest';
import type { Placement } from '../../src/domain/model/entities/placement.ts';
import type { Road } from '../../src/domain/model/entities/road.ts';
import type { FeatureKind, RoadFeature } from '../../src/domain/model/entities/roadFeature.ts';
import type { PositionKey, StretchRule } from '../../src/domain/model/entities/stretchRule.ts';
import type { Result } from '../../src/domain/model/result.ts';
import type { LngLatPair, Tables } from '../../src/domain/model/rows.ts';
import { quantityIn } from '../../src/domain/plan/amounts.ts';
import { carry } from '../../src/domain/reshape/carry.ts';
import { withOps } from '../../src/domain/reshape/moved.ts';
import type { Reshaped } from '../../src/domain/reshape/reshape.ts';
import { measuredOf } from '../../src/domain/road/measuredOf.ts';
import { aPlacement, aPlan, aRoad, bendingLine, idOf, RULE } from '../../src/domain/testing.ts';

export const LINE = bendingLine(3, 60);
export const OTHER_ID = idOf('R', 9);
export const NORTH: LngLatPair[] = bendingLine(2, 50).map(([lng, lat]) => [lng, lat + 0.0275]);

let made = 0;
export const newId = () => idOf('N', made++);

export interface Drawn {
  readonly road: Road;
  readonly placements: readonly Placement[];
  readonly features: readonly RoadFeature[];
}

export const rules = fc.record({
  spacing: fc.constantFrom(5, 12.5, 25, 30, 47),
  startOffset: fc.constantFrom(0, 3, 10),
  sides: fc.constantFrom('left', 'right', 'both', 'median'),
  staggered: fc.boolean(),
  except: fc.constantFrom<FeatureKind[]>([], ['bridge'], ['bridge', 'junction']),
  skips: fc.array(fc.constantFrom<PositionKey>('L0', 'L3', 'R2', 'R5', 'M1'), { maxLength: 3 }),
  moves: fc.constantFrom<StretchRule['moves']>({}, { L1: 2.25 }, { R4: -3, L0: 1 }, { L2: 40, R1: -22 }),
});

export const drawn = fc
  .record({
    zero: fc.constantFrom(0, 146_000, 1234.567),
    posts: fc.constantFrom(
      [],
      [
        { along: 400, chainage: 1000 },
        { along: 1430, chainage: 2000 },
      ],
    ),
    stretches: fc.array(
      fc.record({
        from: fc.double({ min: 0, max: 0.7, noNaN: true }),
        share: fc.double({ min: 0.02, max: 0.3, noNaN: true }),
        rule: rules,
      }),
      { minLength: 1, maxLength: 4 },
    ),
    point: fc.double({ min: 0, max: 1, noNaN: true }),
    bridge: fc.double({ min: 0.1, max: 0.9, noNaN: true }),
  })
  .map(({ zero, posts, stretches, point, bridge }): Drawn => {
    const road = aRoad({
      line: LINE,
      zeroChainage: zero,
      calibration: posts.map((p) => ({ ...p, chainage: p.chainage + zero })),
    });
    const measured = measuredOf(road);
    if (measured === null) throw new Error('no road');
    const { minChainage: min, maxChainage: max } = measured;
    const at = (share: number) => Math.round((min + share * (max - min)) * 10) / 10;
    return {
      road,
      placements: [
        ...stretches.map((s, i) =>
          aPlacement({
            id: idOf('P', i),
            roadId: road.id,
            from: at(s.from),
            to: at(s.from + s.share),
            rule: { ...RULE, ...s.rule },
            state: i === 0 ? 'ready' : 'draft',
          }),
        ),
        aPlacement({
          id: idOf('P', 90),
          roadId: road.id,
          from: at(point),
          to: null,
          rule: null,
          side: 'left',
          pointQuantity: 1,
        }),
      ],
      features: [
        {
          id: idOf('F', 1),
          version: 1,
          roadId: road.id,
          kind: 'bridge',
          name: 'Cầu',
          from: at(bridge),
          to: at(bridge) + 40,
        },
        {
          id: idOf('F', 2),
          version: 1,
          roadId: road.id,
          kind: 'junction',
          name: '',
          from: at(bridge / 2),
          to: at(bridge / 2),
        },
      ],
    };
  });

export function rows({ road, placements, features }: Drawn, more: readonly Road[] = []): Tables {
  return aPlan({ road: [road, ...more], placement: [...placements], roadFeature: [...features] });
}

export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.reason.code);
  return result.value;
}

export const total = (tables: Tables) =>
  [...tables.placement.values()].reduce((sum, p) => sum + quantityIn(tables, p), 0);

/** Carries, and gives the rows afterwards; nothing may have moved, come or gone. */
export function carriedInPlace(tables: Tables, reshaped: Reshaped): Tables {
  const { ops, displaced } = must(carry(tables, reshaped, newId));
  expect(displaced).toEqual([]);
  const after = withOps(tables, ops);
  expect(total(after)).toBe(total(tables));
  for (const row of after.placement.values()) expect(after.road.has(row.roadId ?? '')).toBe(true);
  return after;
}
