import { useCallback, useMemo, useState } from 'react';
import { commit, newRowId } from '../../data/campaign/commit.ts';
import { useTable } from '../../data/campaign/rows.ts';
import { goTo } from '../../data/workbench/view.ts';
import { fail, ok, type Result } from '../../domain/model/result.ts';
import { fateOf, importOf, knownRoads, type OfferedRoad } from '../../domain/road/import/planImport.ts';

export interface Chosen {
  readonly taken: ReadonlySet<string>;
  readonly exists: (road: OfferedRoad) => boolean;
  readonly set: (keys: readonly string[], take: boolean) => void;
  /** Imports what is taken as one edit; gives how many roads. */
  readonly accept: () => Result<number>;
}

/** What is taken: by default all that can be, but unnamed ways, footways and what the campaign has already. */
export function useChosen(roads: readonly OfferedRoad[], file: string): Chosen {
  const existing = useTable('road');
  const [decided, setDecided] = useState<ReadonlyMap<string, boolean>>(new Map());
  const exists = useMemo(() => knownRoads(existing.values()), [existing]);
  const taken = useMemo(
    () =>
      new Set(
        roads
          .filter((r) => r.road !== null && (decided.get(r.key) ?? fateOf(r, exists, false) === 'taken'))
          .map((r) => r.key),
      ),
    [roads, decided, exists],
  );
  const set = useCallback((keys: readonly string[], take: boolean) => {
    setDecided((before) => new Map([...before, ...keys.map((k) => [k, take] as const)]));
  }, []);
  const accept = (): Result<number> => {
    const { note, ops } = importOf(
      roads.filter((r) => taken.has(r.key)),
      file,
      newRowId,
    );
    if (ops.length === 0) return fail('import.nothing');
    const done = commit(note, ops);
    if (!done.ok) return done;
    goTo({ roadIds: ops.map((op) => op.id) });
    return ok(ops.length);
  };
  return { taken, exists, set, accept };
}
