import { useState } from 'react';
import { reasonOf } from '../../data/net/reasonOf.ts';
import { useReason } from '../../ui/reason.ts';

interface Problem {
  readonly text: string;
  /** Of what was sent, e.g. `people.0.userName`. */
  readonly field: string | undefined;
}

export interface Act {
  readonly busy: boolean;
  readonly problem: Problem | null;
  /** Whether it was done; else `problem` says why not. */
  readonly does: (work: () => Promise<unknown>) => Promise<boolean>;
}

/** One act at a time on the server, and what it has against it. */
export function useAct(): Act {
  const reason = useReason();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  return {
    busy,
    problem,
    does: async (work) => {
      setBusy(true);
      setProblem(null);
      try {
        await work();
        return true;
      } catch (error) {
        const why = reasonOf(error);
        setProblem({ text: reason(why), field: why.field });
        return false;
      } finally {
        setBusy(false);
      }
    },
  };
}
