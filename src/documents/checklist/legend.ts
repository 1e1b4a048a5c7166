/** What the marks on a strip say, in the words of its rows. */

import type { Laying } from './laying.ts';
import type { LegendEntry, Strip } from './sheet.ts';
import type { Portion } from './sheetRows.ts';
import { typeTitle } from './words.ts';

export function legendOf(
  { tables, work, marks }: Pick<Laying, 'tables' | 'work' | 'marks'>,
  portions: readonly Portion[],
  strip: Strip,
): LegendEntry[] {
  const drawn = portions.filter((p) => p.positions !== null);
  const byMark = Map.groupBy(drawn, (p) => marks.get(p.line.placement.assetTypeId));
  const entries = [...byMark].flatMap(([mark, here]): LegendEntry[] =>
    mark === undefined ? [] : [{ mark, text: wordsOf(here) }],
  );
  if (strip.positions.some(({ done }) => done.length > 0))
    entries.push({ mark: 'done', text: work === 'install' ? 'đã lắp' : 'đã tháo' });
  if (strip.places.length > 0) entries.push({ mark: 'place', text: 'chỗ có số trong bảng' });
  return entries;

  /** Types that share a mark are all named; the distance where all stand equally far apart. */
  function wordsOf(here: readonly Portion[]): string {
    const types = new Set(here.map((p) => typeTitle(tables.assetType.get(p.line.placement.assetTypeId))));
    const spacings = new Set(here.map((p) => p.line.placement.rule?.spacing));
    const [spacing] = spacings;
    return `${[...types].join('; ')}${spacings.size === 1 ? `, cách ${spacing}\u00a0m` : ''}`;
  }
}
