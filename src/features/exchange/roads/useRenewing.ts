import { useMemo, useState } from 'react';
import { askReshape } from '../../../data/workbench/reshaping.ts';
import type { Road } from '../../../domain/model/entities/road.ts';
import { fail, ok } from '../../../domain/model/result.ts';
import { nearestLines } from '../../../domain/road/import/nearestLines.ts';
import type { OfferedRoad } from '../../../domain/road/import/planImport.ts';
import type { Chosen } from './useChosen.ts';

const NONE: readonly OfferedRoad[] = [];

/** One line of a file that a road is to have: proposed is the nearest; taking it shows what it makes of the plan. */
export function useRenewing(roads: readonly OfferedRoad[], renewed: Road): Chosen {
  const [decided, setDecided] = useState<string | null>(null);
  const near = useMemo(() => nearestLines(renewed, roads), [renewed, roads]);
  const all = useMemo(() => {
    const place = new Map([...near.keys()].map((key, i) => [key, i]));
    return roads
      .filter((r) => r.road !== null)
      .sort((a, b) => (place.get(a.key) ?? Infinity) - (place.get(b.key) ?? Infinity) || 0);
  }, [roads, near]);
  const proposed = near.keys().next().value ?? (all.length === 1 ? all[0]?.key : undefined);
  const key = decided ?? proposed;
  const taken = useMemo(() => new Set(key === undefined ? [] : [key]), [key]);
  return {
    all,
    taken,
    asidesOf: () => NONE,
    exists: () => false,
    sameAs: () => null,
    set: ([first], take) => setDecided(take ? (first ?? null) : null),
    accept: () => {
      const fields = all.find((r) => taken.has(r.key))?.road?.fields;
      if (fields === undefined) return fail('import.nothing');
      askReshape({
        kind: 'renew',
        roadId: renewed.id,
        line: fields.line,
        gaps: fields.gaps,
        source: fields.source,
      });
      return ok(1);
    },
  };
}
