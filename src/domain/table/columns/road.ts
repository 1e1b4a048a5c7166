import { fail, ok } from '../../model/result.ts';
import { placeAround } from '../../place/placeOf.ts';
import { roadsCalled } from '../../plan/roadNames.ts';
import { roadLabel, shownRoads } from '../../plan/roads.ts';
import { type Column, sorted } from './column.ts';

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
    const [found, ...others] = roadsCalled(tables.road, text);
    if (found === undefined) return fail(text === '' ? 'cell.road-empty' : 'cell.road', { text });
    // Which of several is meant, nobody but the writer knows.
    if (others.length > 0) return fail('cell.road-many', { text, count: others.length + 1 });
    return ok({ roadId: found.id, coordinate: null });
  },
  required: true,
  suggested: ({ road }) => shownRoads(road).slice(0, SUGGESTED).map(roadLabel),
};
