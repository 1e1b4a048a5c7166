/** What the slogans of a plan are measured by, made once for its occasions and its slogans. */
import { latest, perObject } from '../memo.ts';
import type { Slogan } from '../model/entities/slogan.ts';
import type { Id, Tables } from '../model/rows.ts';
import { plainText } from '../text/plainText.ts';
import type { Guarded } from './guard.ts';
import { plainName } from './occasionName.ts';

const approvedIn = perObject((slogans: ReadonlyMap<Id, Slogan>) => {
  const approved = [...slogans.values()].filter((slogan) => slogan.approved);
  return Map.groupBy(
    approved.map((slogan) => slogan.text),
    plainText,
  );
});

/** With names as they are read: pasted from a document they may hold spaces that do not break. */
function readable(occasions: Tables['occasion']): Guarded['occasions'] {
  return [...occasions.values()].map((o) => ({ ...o, name: plainName(o.name), body: plainName(o.body) }));
}

const guarded = latest((occasions: Tables['occasion'], slogans: Tables['slogan']): Guarded => {
  return { occasions: readable(occasions), approved: approvedIn(slogans) };
});

export function guardedIn({ occasion, slogan }: Pick<Tables, 'occasion' | 'slogan'>): Guarded {
  return guarded(occasion, slogan);
}

/** For a text that is approved itself: what is seen in it is a hint, and not that it is what it is. */
export function guardedAlone({ occasion }: Pick<Tables, 'occasion'>): Guarded {
  return { occasions: readable(occasion), approved: new Map() };
}
