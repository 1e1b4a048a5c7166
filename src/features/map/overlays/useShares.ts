/** How much of its part of the plan stands in each unit, worked out while the hand rests. */
import { useEffect, useState } from 'react';
import { useCampaign } from '../../../data/campaign/campaign.ts';
import { latest } from '../../../domain/memo.ts';
import type { Id } from '../../../domain/model/rows.ts';
import { installedShares } from '../../../domain/plan/shares.ts';

/** Several ask for them. */
const sharesOf = latest(installedShares);
const NONE: ReadonlyMap<Id, number> = new Map();
/** Milliseconds without a change: in a plan of a million positions it is counted whose ground each stands on. */
const REST = 250;

export function useShares(): ReadonlyMap<Id, number> {
  const tables = useCampaign((s) => s.tables);
  const [shares, setShares] = useState(NONE);
  useEffect(() => {
    const timer = setTimeout(() => {
      const next = sharesOf(tables);
      setShares((before) => (same(before, next) ? before : next));
    }, REST);
    return () => clearTimeout(timer);
  }, [tables]);
  return shares;
}

function same(a: ReadonlyMap<Id, number>, b: ReadonlyMap<Id, number>): boolean {
  return a.size === b.size && [...a].every(([id, share]) => b.get(id) === share);
}
