import { useCallback, useMemo, useState } from 'react';
import { useTable } from '../../../data/campaign/rows.ts';
import type { OfferedRoad } from '../../../domain/road/import/planImport.ts';
import { type Frame, inFrame, onGround, type Scope } from './scope.ts';

export interface Scoped {
  readonly scope: Scope;
  readonly setScope: (scope: Scope) => void;
  /** Whether the campaign has units with borders to take roads from. */
  readonly hasGround: boolean;
  readonly isWanted: (road: OfferedRoad) => boolean;
  /** What is taken unless somebody says otherwise: whoever looks at all of a country does not mean all of it. */
  readonly isMeant: (road: OfferedRoad) => boolean;
  readonly setFrame: (frame: Frame) => void;
}

/** Where roads are taken from: the ground of the campaign where a file reaches beyond it, until somebody says otherwise. */
export function useScope(roads: readonly OfferedRoad[], usual: Scope | null = null): Scoped {
  const units = useTable('unit');
  const [chosen, setScope] = useState<Scope | null>(usual);
  const [frame, setFrame] = useState<Frame | null>(null);
  const isOnGround = useMemo(() => onGround([...units.values()]), [units]);
  const hasGround = useMemo(() => [...units.values()].some((u) => u.boundary !== null), [units]);
  const reachesBeyond = useMemo(
    () => hasGround && roads.some(isOnGround) && roads.some((r) => r.road !== null && !isOnGround(r)),
    [hasGround, roads, isOnGround],
  );
  const scope = chosen ?? (reachesBeyond ? 'units' : 'all');
  const isWanted = useMemo(() => {
    if (scope === 'units') return isOnGround;
    return scope === 'frame' && frame !== null ? inFrame(frame) : () => true;
  }, [scope, frame, isOnGround]);
  const isMeant = scope === 'all' && reachesBeyond ? isOnGround : isWanted;
  // A frame that nobody looks at makes no new list.
  const onFrame = useCallback((now: Frame) => setFrame(now), []);
  return { scope, setScope, hasGround, isWanted, isMeant, setFrame: onFrame };
}
