/** What was told in whatever way, map, diagram, table, tasks, paper and the shares of units make the same figures of it. */
import { expect, test } from 'vitest';
import { makeSheet } from '../../src/documents/checklist/makeSheet.ts';
import { tasksIn } from '../../src/domain/checklist/work.ts';
import type { Report } from '../../src/domain/model/entities/report.ts';
import type { Tables } from '../../src/domain/model/rows.ts';
import { installedShares } from '../../src/domain/plan/shares.ts';
import { progressOf } from '../../src/domain/progress/progress.ts';
import { timelineIn } from '../../src/domain/schedule/timeline.ts';
import { sheetLines } from '../../src/domain/sheet/sheetLines.ts';
import { installed } from '../../src/domain/table/columns/installed.ts';
import {
  aCampaign,
  anOccasion,
  aPlacement,
  aPlan,
  aReport,
  aRoad,
  aType,
  idOf,
  TABLE_WORDS,
} from '../../src/domain/testing.ts';
import { drawnIn } from '../../src/features/map/overlays/useDrawings.ts';
import { stripRoad } from '../../src/features/strip/stripModel.ts';

const INSTALL = {
  id: 'install',
  name: { vi: 'Lắp đặt', en: 'Install' },
  due: { milestone: 'opening', days: -4 },
  counts: true,
  does: 'installed',
  role: null,
  unitId: null,
  photo: false,
  signature: false,
  supports: [],
} as const;
/** 25 m apart on both sides from Km 1 to Km 2: 41 flags a side. */
const ROW = aPlacement({ state: 'ready', approvedQuantity: 82 });
const QUANTITY = 82;

function planOf(reports: readonly Partial<Report>[]): Tables {
  return aPlan({
    campaign: [aCampaign()],
    occasion: [anOccasion()],
    assetType: [aType({ checklist: [INSTALL] })],
    placement: [ROW],
    report: reports.map((report, i) => aReport({ id: idOf('R', i), ...report })),
  });
}

/** How many pieces each of them says are up; the parts of a picture are counted one by one. */
function saidBy(tables: Tables) {
  const timeline = timelineIn(tables);
  const counted = (states: readonly string[] | null | undefined, all: string, count: number) =>
    (states ?? Array.from({ length: count }, () => all)).filter((s) => s === 'installed').length;
  const batch = drawnIn(tables, ROW);
  const strip = stripRoad(tables, aRoad(), [ROW]);
  const [task] = tasksIn(tables, ROW, { timeline, today: '2020-10-20' });
  const choice = { by: 'road', id: aRoad().id } as const;
  const lines = sheetLines(tables, choice, { work: 'install', drafts: false });
  const sheet = makeSheet(tables, choice, lines, {
    campaign: aCampaign(),
    timeline,
    number: 1,
    work: 'install',
    onlyLeft: false,
    until: null,
    printedAt: '',
    link: { url: '', words: '' },
  });
  const rows = sheet.parts.flatMap((part) => part.rows);
  return {
    domain: progressOf(tables, ROW).installed,
    map: batch === null ? null : counted(batch.states, batch.state, batch.x.length),
    diagram: Object.values(strip?.lanes ?? {})
      .flat()
      .reduce((sum, { item, states, chainage }) => sum + counted(states, item.state, chainage.length), 0),
    table: installed.value(ROW, { tables, words: TABLE_WORDS } as never),
    tasks: task?.counted?.done,
    list: lines.reduce((sum, { done }) => sum + done, 0),
    paper: rows.reduce((sum, { done }) => sum + done, 0),
    share: Math.round((installedShares(tables).get(idOf('V', 1)) ?? 0) * QUANTITY),
  };
}

const HALF = { from: 1000, to: 1500, sides: 'both' } as const;
const REST = { from: 1525, to: 2000, sides: 'both' } as const;
const ALL_OF = (n: number) => ({
  domain: n,
  map: n,
  diagram: n,
  table: n,
  tasks: n,
  list: n,
  paper: n,
  share: n,
});

test.each<[string, number, Partial<Report>[]]>([
  ['nothing', 0, []],
  ['all of it in one', QUANTITY, [{}]],
  ['all of it by its range', QUANTITY, [{ spots: [{ from: 1000, to: 2000, sides: 'both' }] }]],
  ['in two halves', QUANTITY, [{ spots: [HALF] }, { spots: [REST] }]],
  [
    'side by side',
    QUANTITY,
    [{ spots: [{ ...HALF, to: 2000, sides: 'left' }] }, { spots: [{ ...HALF, to: 2000, sides: 'right' }] }],
  ],
  ['by its number', QUANTITY, [{ quantity: QUANTITY }]],
  ['twice', QUANTITY, [{}, { day: '2020-10-21' }]],
  ['half of it', 42, [{ spots: [HALF] }]],
  ['half of it by its number', 42, [{ quantity: 42 }]],
  ['half of it twice', 42, [{ spots: [HALF] }, { spots: [HALF] }]],
  ['all of it, corrected to half', 42, [{}, { spots: [HALF], corrects: idOf('R', 0) }]],
  ['all of it, withdrawn', 0, [{}, { kind: 'withdrawn', corrects: idOf('R', 0) }]],
  [
    'what fell down and was put up again',
    QUANTITY,
    [{}, { kind: 'taken-down', spots: [HALF], day: '2020-10-21' }, { spots: [HALF], day: '2020-10-22' }],
  ],
])('%s: %i', (_, pieces, reports) => {
  expect(saidBy(planOf(reports))).toEqual(ALL_OF(pieces));
});
