import { useMemo } from 'react';
import { useCampaign } from '../../data/campaign/campaign.ts';
import { guardSlogan, type SloganFault } from '../../domain/slogan/guard.ts';
import { guardedIn } from '../../domain/slogan/guarded.ts';

/** What the guard sees in a text. Of a list every line is asked at every letter: what has been asked once is known. */
export function useGuard(): (text: string) => readonly SloganFault[] {
  const guarded = guardedIn(useCampaign((s) => s.tables));
  return useMemo(() => {
    const known = new Map<string, readonly SloganFault[]>();
    return (text) => {
      const before = known.get(text);
      if (before !== undefined) return before;
      const faults = guardSlogan(text, guarded);
      known.set(text, faults);
      return faults;
    };
  }, [guarded]);
}
