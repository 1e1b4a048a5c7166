import type { Road } from '../../model/entities/road.ts';
import { fail, ok } from '../../model/result.ts';
import { placeAround } from '../../place/placeOf.ts';
import { roadLabel, shownRoads } from '../../plan/roads.ts';
import { type Column, sorted } from './column.ts';
import { named } from './named.ts';

const roadNamed = named<Road>((r) => [r.code, r.name]);
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
    const road = roadNamed(tables.road, text);
    return road === undefined ? fail('cell.road', { text }) : ok({ roadId: road.id, coordinate: null });
  },
  required: true,
  suggested: ({ road }) => shownRoads(road).slice(0, SUGGESTED).map(roadLabel),
};
