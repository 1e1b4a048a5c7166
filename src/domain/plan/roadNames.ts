/** Roads by what people call them in a list. */
import { perObject } from '../memo.ts';
import type { Road } from '../model/entities/road.ts';
import type { Id } from '../model/rows.ts';
import { codeKey } from '../road/import/reading/names.ts';
import { plainText } from '../text/plainText.ts';
import { titleOf } from './roadFacts.ts';
import { shownRoads } from './roads.ts';

type Roads = ReadonlyMap<Id, Road>;

/** Number, name, or both; numbers as people write them («QL3», «ql.3»). */
const byName = perObject((roads: Roads): ReadonlyMap<string, readonly Road[]> => {
  const found = new Map<string, Road[]>();
  for (const road of shownRoads(roads))
    for (const key of new Set([road.code, road.name, titleOf(road)].filter((n) => n !== '').map(keyOf))) {
      const here = found.get(key);
      if (here === undefined) found.set(key, [road]);
      else here.push(road);
    }
  return found;
});

/** Composed first: files of some systems write letters and their marks apart. */
function keyOf(written: string): string {
  const text = written.normalize('NFC');
  return /\d/u.test(text) && text.length < 12 ? codeKey(text) : plainText(text);
}

/** The roads that bear a name; more than one where nobody but the writer knows which is meant. */
export function roadsCalled(roads: Roads, text: string): readonly Road[] {
  return byName(roads).get(keyOf(text.trim())) ?? [];
}

/** The shortest of a road's names by which no other is meant; all of it where there is none. */
export function nameAlone(roads: Roads, road: Road): string {
  const isAlone = (name: string) => name !== '' && roadsCalled(roads, name).length === 1;
  return [road.code, road.name].find(isAlone) ?? titleOf(road);
}
