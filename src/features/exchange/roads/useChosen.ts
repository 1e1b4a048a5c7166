import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { commit, newRowId } from '../../../data/campaign/commit.ts';
import { useTable } from '../../../data/campaign/rows.ts';
import { goTo } from '../../../data/workbench/view.ts';
import { perObject } from '../../../domain/memo.ts';
import type { Road } from '../../../domain/model/entities/road.ts';
import { fail, ok, type Result } from '../../../domain/model/result.ts';
import { asideRoads } from '../../../domain/road/import/asideRoads.ts';
import {
  fateOf,
  importOf,
  knownRoads,
  type OfferedRoad,
  sameRoad,
} from '../../../domain/road/import/planImport.ts';

export interface Chosen {
  /** All that can be taken: the roads, each followed by what was left aside of it. */
  readonly all: readonly OfferedRoad[];
  readonly taken: ReadonlySet<string>;
  readonly asidesOf: (road: OfferedRoad) => readonly OfferedRoad[];
  readonly exists: (road: OfferedRoad) => boolean;
  /** The road of the campaign that it is another line of. */
  readonly sameAs: (road: OfferedRoad) => Road | null;
  readonly set: (keys: readonly string[], take: boolean) => void;
  /** Imports what is taken as one edit; gives how many roads. */
  readonly accept: () => Result<number>;
}

/**
 * What is taken: by default all that `isMeant`, but unnamed ways, footways, what was left aside of a road, and what the
 * campaign has already.
 */
export function useChosen(
  roads: readonly OfferedRoad[],
  file: string,
  isMeant: (road: OfferedRoad) => boolean,
): Chosen {
  const { t } = useTranslation();
  const existing = useTable('road');
  const [decided, setDecided] = useState<ReadonlyMap<string, boolean>>(new Map());
  const exists = useMemo(() => knownRoads(existing.values()), [existing]);
  const sameAs = useMemo(() => sameRoad(existing.values()), [existing]);
  const asidesOf = useMemo(
    () =>
      perObject((road: OfferedRoad) =>
        asideRoads(road, (name, kind, number) => t(`import.asideName.${kind}`, { name, number })),
      ),
    [t],
  );
  const all = useMemo(() => roads.flatMap((r) => [r, ...asidesOf(r)]), [roads, asidesOf]);
  const taken = useMemo(() => {
    const byDefault = (r: OfferedRoad) => fateOf(r, exists) === 'taken' && isMeant(r);
    return new Set(
      all.filter((r) => r.road !== null && (decided.get(r.key) ?? byDefault(r))).map((r) => r.key),
    );
  }, [all, decided, exists, isMeant]);
  const set = useCallback((keys: readonly string[], take: boolean) => {
    setDecided((before) => new Map([...before, ...keys.map((k) => [k, take] as const)]));
  }, []);
  const accept = (): Result<number> => {
    const { note, ops } = importOf(
      all.filter((r) => taken.has(r.key)),
      file,
      newRowId,
    );
    if (ops.length === 0) return fail('import.nothing');
    const done = commit(note, ops);
    if (!done.ok) return done;
    goTo({ roadIds: ops.map((op) => op.id) });
    return ok(ops.length);
  };
  return { all, taken, asidesOf, exists, sameAs, set, accept };
}
