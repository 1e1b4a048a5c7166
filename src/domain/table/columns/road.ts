import { perObject } from '../../memo.ts';
import type { Road } from '../../model/entities/road.ts';
import { fail, ok } from '../../model/result.ts';
import type { Id } from '../../model/rows.ts';
import { placeAround } from '../../place/placeOf.ts';
import { titleOf } from '../../plan/roadFacts.ts';
import { roadLabel, shownRoads } from '../../plan/roads.ts';
import { codeKey } from '../../road/import/reading/names.ts';
import { plainText } from '../../text/plainText.ts';
import { type Column, sorted } from './column.ts';

/** Roads by what they are called: number, name, or both; numbers as people write them («QL3», «ql.3»). */
const roadsCalled = perObject((roads: ReadonlyMap<Id, Road>) =>
  Map.groupBy(
    shownRoads(roads).flatMap((road) =>
      [...new Set([road.code, road.name, titleOf(road)].filter((n) => n !== '').map(keyOf))].map((key) => ({
        key,
        road,
      })),
    ),
    ({ key }) => key,
  ),
);
const keyOf = (text: string): string =>
  /\d/u.test(text) && text.length < 12 ? codeKey(text) : plainText(text);
/** More are no help while one types. */
const SUGGESTED = 200;

/** The road, or off the roads the place. */
export const road: Column<string> = {
  width: 112,
  value(row, { tables, words }) {
    const road = tables.road.get(row.roadId ?? '');
    if (road !== undefined) return roadLabel(road);
    return (row.coordinate === null ? undefined : placeAround(tables, row.coordinate)?.name) ?? words.offRoad;
  },
  sort: 'words',
  searched: (value, row, { road }) => `${value} ${road.get(row.roadId ?? '')?.name ?? ''}`,
  filter: {
    kind: 'choice',
    keys: (row) => [row.roadId ?? ''],
    choices: ({ road }) => sorted(Array.from(road.values(), (r) => ({ value: r.id, label: roadLabel(r) }))),
  },
  read(text, _, { tables }) {
    const [found, ...others] = roadsCalled(tables.road).get(keyOf(text.trim())) ?? [];
    if (found === undefined) return fail(text === '' ? 'cell.road-empty' : 'cell.road', { text });
    // Which of several is meant, nobody but the writer knows.
    if (others.length > 0) return fail('cell.road-many', { text, count: others.length + 1 });
    return ok({ roadId: found.road.id, coordinate: null });
  },
  required: true,
  suggested: ({ road }) => shownRoads(road).slice(0, SUGGESTED).map(roadLabel),
};
