/** A plan that left as a map file comes back as itself: nothing of it is new, and nothing cannot be read. */
import { expect, test } from 'vitest';
import { demoEdit } from '../../../mocks/demo/choMoi/campaign.ts';
import { readGeoFile, WRITTEN } from '../../formats/formats.ts';
import { table as vi } from '../../words/vi/table.ts';
import { emptyTables } from '../edit/tables.ts';
import { planFeatures } from '../plan/planFeatures.ts';
import { withOps } from '../reshape/moved.ts';
import { measuredOf } from '../road/measuredOf.ts';
import { blankRow } from './blankRow.ts';
import { COLUMN_IDS, type ColumnId } from './columns.ts';
import { blockOf, fileRows } from './fileRows.ts';
import { alreadyThere, pasteNew } from './paste.ts';

const tables = withOps(emptyTables(), demoEdit('K', 'R').ops);
const NAMES = Object.fromEntries(COLUMN_IDS.map((id) => [id, [vi[`table.${id}`]]])) as unknown as Readonly<
  Record<ColumnId, readonly string[]>
>;
const SIDES = {
  offRoad: 'ngoài tuyến',
  left: 'Trái',
  right: 'Phải',
  both: 'Hai bên',
  staggered: 'So le',
  median: 'Giữa',
};

/** A second road of one name and number, beside the first, with a pano of its own. */
function withTwin(): typeof tables {
  const [road] = [...tables.road.values()].filter((r) => r.code === 'QL.3');
  const [pano] = [...tables.placement.values()].filter((p) => p.rule === null && p.roadId === road?.id);
  if (road === undefined || pano === undefined) throw new Error('no road');
  const twin = { ...road, id: 'TWIN', line: road.line.map(([x, y]) => [x + 0.003, y] as const) };
  const other = { ...pano, id: 'OTHER', roadId: twin.id };
  return {
    ...tables,
    road: new Map([...tables.road, [twin.id, twin]]),
    placement: new Map([...tables.placement, [other.id, other]]),
  };
}

test.each(
  WRITTEN.flatMap((f) => [
    [f.id, 'the demonstration', tables] as const,
    [f.id, 'two roads of one name', withTwin()] as const,
  ]),
)('as %s: %s', async (id, _, tables) => {
  const format = WRITTEN.find((f) => f.id === id);
  const features = planFeatures(tables, 'placements', {
    nameOf: (name) => name.vi,
    state: (s) => s,
    side: (s) => SIDES[s],
    kind: (_, k) => k,
    offRoad: 'ngoài tuyến',
  });
  const read = await readGeoFile(
    `x.${format?.extensions[0]}`,
    new TextEncoder().encode(format?.write(features, 'Đợt') ?? ''),
  );
  const rows = read.ok ? fileRows(read.value.features) : read;
  if (!rows.ok) throw new Error(rows.reason.code);
  const block = blockOf(rows.value, NAMES, SIDES, tables);
  const blank = (text: string) => blankRow(tables, text);
  const context = {
    tables,
    days: undefined,
    measured: (r: string) => {
      const road = tables.road.get(r);
      return road === undefined ? null : measuredOf(road);
    },
  };
  const plan = pasteNew(block.rows, block.heading, blank, context, block.found);
  const there = alreadyThere(plan.rows, tables.placement.values());
  expect(plan.rows.filter((row) => !there.has(row))).toEqual([]);
  expect(plan.rows).toHaveLength(tables.placement.size);
  expect(plan.rows.flatMap((r) => r.notes).filter((n) => n.code === 'cell.elsewhere')).toEqual([]);
  // A slogan that nobody has approved is not laid anew, also where it hangs.
  expect(new Set(plan.bad.map((b) => b.reason.code))).toEqual(new Set(['cell.slogan-unapproved']));
});
