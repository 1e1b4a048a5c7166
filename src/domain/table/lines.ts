/** Placements as lines in the reader's words: table, filter, search and export work on these. */
import { latest, perObject, perObjectWhile, stableList } from '../memo.ts';
import type { AssetType } from '../model/entities/assetType.ts';
import type { Placement } from '../model/entities/placement.ts';
import type { Id, Tables } from '../model/rows.ts';
import { amountsOf } from '../plan/amounts.ts';
import { reportsOf } from '../progress/reportsOf.ts';
import type { Day, DueRule } from '../schedule/days.ts';
import { dueDay, type Timeline } from '../schedule/timeline.ts';
import { plainText } from '../text/plainText.ts';
import type { Around, TableWords } from './columns/column.ts';
import { type Cells, COLUMN_IDS, columnOf } from './columns.ts';

export interface Line {
  readonly id: Id;
  readonly row: Placement;
  readonly type: AssetType | undefined;
  readonly cells: Cells;
}

const known = perObjectWhile<Placement, Line>();
const made = perObjectWhile<Placement, Line>();
/** Everything but the placements that lines are made of. */
const surroundings = stableList<readonly unknown[]>();

/** Several views ask for the same lines in one moment: they are made once. */
export const linesOf = latest(
  (tables: Tables, timeline: Timeline | null, words: TableWords): readonly Line[] => {
    const { campaign, assetType, place, report, road, roadFeature, slogan, unit } = tables;
    // While nothing but placements changed, a placement that is the same has the same line: no need to look closer.
    const around = surroundings([
      campaign,
      assetType,
      place,
      report,
      road,
      roadFeature,
      slogan,
      unit,
      words,
      timeline,
    ]);
    return Array.from(tables.placement.values(), (p) =>
      known(p, around, () => lineOf(p, tables, timeline, words)),
    );
  },
);

function lineOf(row: Placement, tables: Tables, timeline: Timeline | null, words: TableWords): Line {
  const type = tables.assetType.get(row.assetTypeId);
  const road = tables.road.get(row.roadId ?? '');
  const slogan = tables.slogan.get(row.sloganId ?? '');
  const reports = reportsOf(tables, row.id);
  const of = [
    amountsOf(tables, row),
    reports,
    words,
    type,
    road,
    slogan,
    tables.place,
    tables.unit,
    timeline,
  ];
  return made(row, of, () => {
    const dayOf = (rule: DueRule | null) => (rule === null || timeline === null ? '' : dayIn(rule, timeline));
    return { id: row.id, row, type, cells: cellsOf(row, { tables, type, words, dayOf }) };
  });
}

function cellsOf(row: Placement, around: Around): Cells {
  const cells: Record<string, unknown> = {};
  for (const id of COLUMN_IDS) cells[id] = columnOf(id).value(row, around);
  return cells as Cells;
}

/** Thousands of placements share a handful of due rules. */
const daysIn = perObject((_timeline: Timeline) => new Map<string, Day | ''>());

function dayIn(rule: DueRule, timeline: Timeline): Day | '' {
  const days = daysIn(timeline);
  const key = `${rule.milestone} ${rule.days}`;
  let day = days.get(key);
  if (day === undefined) {
    const due = dueDay(rule, timeline);
    day = due.ok ? due.value : '';
    days.set(key, day);
  }
  return day;
}

const searchTexts = perObjectWhile<Line, string>();

/**
 * Everything that one may search a line by, in plain text; made when somebody searches. A line is another one as soon as
 * something has changed that it was made of.
 */
export function searchTextOf(line: Line, tables: Tables): string {
  return searchTexts(line, [], () =>
    plainText(
      COLUMN_IDS.flatMap((id) => columnOf(id).searched?.(line.cells[id], line.row, tables) ?? []).join(' '),
    ),
  );
}
