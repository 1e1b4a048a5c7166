/** A stretch is cut, at one place, at what lies on the road or where the ground changes hands; several are joined. */
import { deletionOf } from '../../domain/edit/deletion.ts';
import { setOp } from '../../domain/edit/edit.ts';
import { cutAtAll, join } from '../../domain/layout/operations/cut.ts';
import { copyOf } from '../../domain/layout/operations/turn.ts';
import type { Placement } from '../../domain/model/entities/placement.ts';
import { fail, ok, type Result } from '../../domain/model/result.ts';
import type { Id } from '../../domain/model/rows.ts';
import { featuresOf } from '../../domain/plan/roads.ts';
import { bareChainage, parseChainage } from '../../domain/road/chainageText.ts';
import { measuredOf } from '../../domain/road/measuredOf.ts';
import { unitIndex, unitRanges } from '../../domain/unit/units.ts';
import { useCampaign } from '../campaign/campaign.ts';
import { newRowId } from '../campaign/commit.ts';
import { whereOf } from '../campaign/where.ts';
import { select, selectMany } from '../workbench/choose.ts';
import { useSelection } from '../workbench/selection.ts';
import type { Command, Outcome } from './command.ts';
import { mayPlanSelection, mayPlanStretch, selectedRows, selectedStretch } from './selected.ts';

/** Cuts the selected stretch: the first part stays the row that it was, the others are new. */
function cutting(
  code: string,
  chainages: readonly number[],
  units?: (from: number, to: number) => Id | null,
): Result<Outcome> {
  const row = selectedStretch();
  if (row === null) return fail('command.nothing');
  const parts = cutAtAll(row, chainages);
  if (!parts.ok) return parts;
  const [first, ...others] = parts.value.map((part) => ({
    ...part,
    ...(units === undefined ? {} : { unitId: units(part.from, part.to) ?? row.unitId }),
  }));
  const made = others.map((part) => ({ id: newRowId(), part }));
  return ok({
    note: { code, params: { where: whereOf(row), count: parts.value.length } },
    ops: [
      setOp('placement', row, { ...first }),
      ...made.map(
        ({ id, part }) =>
          ({
            kind: 'create',
            entity: 'placement',
            id,
            fields: { ...copyOf(row), state: row.state, ...part },
          }) as const,
      ),
    ],
    after: () => selectMany([row.id, ...made.map((m) => m.id)]),
  });
}

function chainageFrom(text: string, row: Placement): Result<number> {
  const road = useCampaign.getState().tables.road.get(row.roadId ?? '');
  return parseChainage(text, (road?.calibration.length ?? 0) > 0);
}

export const CUT_COMMANDS: readonly Command[] = [
  {
    id: 'split',
    on: ['menu', 'inspector'],
    icon: 'cut',
    key: 'X',
    group: 'selection',
    asks: true,
    available: mayPlanStretch,
    proposed: () => {
      const row = selectedStretch();
      const { pointed } = useSelection.getState();
      if (row === null) return '';
      const at =
        pointed?.roadId === row.roadId && pointed.chainage > row.from && pointed.chainage < row.to
          ? pointed.chainage
          : Math.round((row.from + row.to) / 2);
      return bareChainage(Math.round(at));
    },
    runWith: (text) => {
      const row = selectedStretch();
      if (row === null) return fail('command.nothing');
      const at = chainageFrom(text, row);
      return at.ok ? cutting('placement.split', [at.value]) : at;
    },
  },
  {
    id: 'split-features',
    on: ['menu', 'inspector'],
    icon: 'bridge',
    key: null,
    group: 'selection',
    available: () => {
      const row = selectedStretch();
      return (
        row !== null && mayPlanStretch() && featuresOf(useCampaign.getState().tables, row.roadId).length > 0
      );
    },
    run: () => {
      const row = selectedStretch();
      if (row === null) return fail('command.nothing');
      const features = featuresOf(useCampaign.getState().tables, row.roadId);
      return cutting(
        'placement.split',
        features.flatMap((f) => (f.from === f.to ? [f.from] : [f.from, f.to])),
      );
    },
  },
  {
    id: 'split-units',
    on: ['menu', 'inspector'],
    icon: 'units',
    key: null,
    group: 'selection',
    available: () => mayPlanStretch() && unitIndex(useCampaign.getState().tables.unit).length > 0,
    run: () => {
      const row = selectedStretch();
      const { tables } = useCampaign.getState();
      const road = tables.road.get(row?.roadId ?? '');
      const measured = road === undefined ? null : measuredOf(road);
      if (row === null || measured === null) return fail('command.nothing');
      const ranges = unitRanges(unitIndex(tables.unit), measured, row.from, row.to);
      const unitOf = (from: number, to: number) => {
        const middle = (from + to) / 2;
        return ranges.find((r) => middle >= r.from && middle <= r.to)?.unitId ?? null;
      };
      return cutting(
        'placement.split-units',
        ranges.slice(1).map((r) => r.from),
        unitOf,
      );
    },
  },
  {
    id: 'join',
    on: ['menu', 'inspector', 'selection'],
    icon: 'join',
    key: 'J',
    group: 'selection',
    available: () =>
      selectedRows().length > 1 && selectedRows().every((r) => r.rule !== null) && mayPlanSelection(),
    run: () => {
      const rows = selectedRows().sort((a, b) => (a.from ?? 0) - (b.from ?? 0));
      const joined = join(rows);
      if (!joined.ok) return joined;
      const [first, ...others] = rows;
      if (first === undefined) return fail('join.two');
      return ok({
        note: {
          code: 'placement.joined',
          params: { where: whereOf({ ...first, ...joined.value }), count: rows.length },
        },
        ops: [
          setOp('placement', first, { ...joined.value }),
          ...deletionOf(useCampaign.getState().tables, 'placement', new Set(others.map((r) => r.id))),
        ],
        after: () => select(first.id),
      });
    },
  },
];
