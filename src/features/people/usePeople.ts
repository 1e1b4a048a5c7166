import { useCallback, useEffect, useState } from 'react';
import { fetchPeople, type People } from '../../data/net/people.ts';
import { reasonOf } from '../../data/net/reasonOf.ts';

type Known =
  | { readonly state: 'coming' }
  | { readonly state: 'failed'; readonly why: ReturnType<typeof reasonOf> }
  | { readonly state: 'there'; readonly people: People };

export interface PeopleKnown {
  readonly known: Known;
  /** Asks anew; what is shown stays until the answer is there. */
  readonly again: () => Promise<void>;
}

/** Everybody whom one administers, asked when the screen opens and after each act. */
export function usePeople(): PeopleKnown {
  const [known, setKnown] = useState<Known>({ state: 'coming' });
  const again = useCallback(async () => {
    try {
      setKnown({ state: 'there', people: await fetchPeople() });
    } catch (error) {
      const why = reasonOf(error);
      setKnown((before) => (before.state === 'there' ? before : { state: 'failed', why }));
    }
  }, []);
  useEffect(() => void again(), [again]);
  return { known, again };
}
