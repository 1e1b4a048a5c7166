import { useCallback, useMemo, useState } from 'react';
import { commit, newRowId } from '../../data/campaign.ts';
import { useTable } from '../../data/hooks.ts';
import { goTo } from '../../data/workbench.ts';
import { fail, ok, type Result } from '../../domain/model/result.ts';
import { cleanText, cutText } from '../../domain/text/cleanText.ts';
import type { PreviewRoad } from './importWorker.ts';

export interface Chosen {
  readonly taken: ReadonlySet<string>;
  readonly exists: (road: PreviewRoad) => boolean;
  readonly set: (keys: readonly string[], take: boolean) => void;
  /** Imports what is taken as one edit; gives how many roads. */
  readonly accept: () => Result<number>;
}

/** What is taken: by default all that can be, but unnamed ways, footways and what the campaign has already. */
export function useChosen(roads: readonly PreviewRoad[], file: string): Chosen {
  const existing = useTable('road');
  const [decided, setDecided] = useState<ReadonlyMap<string, boolean>>(new Map());
  const names = useMemo(() => new Set([...existing.values()].map((r) => `${r.code}|${r.name}`)), [existing]);
  const exists = useCallback(
    (r: PreviewRoad) => r.road !== null && names.has(`${r.road.fields.code}|${r.road.fields.name}`),
    [names],
  );
  const taken = useMemo(
    () =>
      new Set(
        roads
          .filter((r) => r.road !== null && (decided.get(r.key) ?? (r.leftOut === null && !exists(r))))
          .map((r) => r.key),
      ),
    [roads, decided, exists],
  );
  const set = useCallback((keys: readonly string[], take: boolean) => {
    setDecided((before) => new Map([...before, ...keys.map((k) => [k, take] as const)]));
  }, []);
  const accept = (): Result<number> => {
    const ops = roads.flatMap((r) =>
      r.road !== null && taken.has(r.key)
        ? [{ kind: 'create' as const, entity: 'road' as const, id: newRowId(), fields: r.road.fields }]
        : [],
    );
    if (ops.length === 0) return fail('import.nothing');
    const done = commit(
      { code: 'roads.imported', params: { count: ops.length, file: cutText(cleanText(file), 200) } },
      ops,
    );
    if (!done.ok) return done;
    goTo({ roadIds: ops.map((op) => op.id) });
    return ok(ops.length);
  };
  return { taken, exists, set, accept };
}
