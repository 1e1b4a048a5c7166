/** What can be done with what is selected. */

import type { Op } from '../../domain/edit/edit.ts';
import { cutAtAll, join } from '../../domain/layout/operations/cut.ts';
import { copiedTo, copyOf, mirrored } from '../../domain/layout/operations/turn.ts';
import type { Placement } from '../../domain/model/entities/placement.ts';
import type { Result } from '../../domain/model/result.ts';
import { fail, ok } from '../../domain/model/result.ts';
import type { FieldsOf, Id } from '../../domain/model/rows.ts';
import { positionsIn } from '../../domain/plan/amounts.ts';
import { featuresOf } from '../../domain/plan/roads.ts';
import { parseChainage } from '../../domain/road/chainageText.ts';
import { measuredOf } from '../../domain/road/measuredOf.ts';
import { unitAt, unitIndex, unitRanges } from '../../domain/unit/units.ts';
import { newRowId, useCampaign } from '../campaign.ts';
import { may } from '../may.ts';
import { select, selectMany } from '../workbench/choose.ts';
import { useSelection } from '../workbench/selection.ts';
import { goTo } from '../workbench/view.ts';
import {
  allOf,
  deleteOps,
  mayPlanSelection,
  mayPlanStretch,
  selectedRows,
  selectedStretch,
  setOp,
  whereOf,
  whereOfAll,
} from './chosen.ts';
import type { Command, Outcome } from './command.ts';
import { selectedGround } from './ground.ts';
import { POSITION_COMMANDS } from './positions.ts';

type Fields = FieldsOf<'placement'>;

function create(fields: Fields, id: Id): Op {
  return { kind: 'create', entity: 'placement', id, fields };
}

/** Makes rows and selects them. */
function creating(code: string, all: readonly Fields[], where: string): Outcome {
  const rows = all.map((fields) => ({ id: newRowId(), fields }));
  return {
    note: { code, params: { where, count: rows.length } },
    ops: rows.map(({ id, fields }) => create(fields, id)),
    after: () => selectMany(rows.map((r) => r.id)),
  };
}

const onRows = mayPlanSelection;

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
      setOp(row, { ...first }),
      ...made.map(({ id, part }) => create({ ...copyOf(row), state: row.state, ...part }, id)),
    ],
    after: () => selectMany([row.id, ...made.map((m) => m.id)]),
  });
}

function chainageFrom(text: string, row: Placement): Result<number> {
  const road = useCampaign.getState().tables.road.get(row.roadId ?? '');
  return parseChainage(text, (road?.calibration.length ?? 0) > 0);
}

export const SELECTION_COMMANDS: readonly Command[] = [
  {
    id: 'show',
    icon: 'focus',
    key: 'Z',
    group: 'selection',
    available: () => selectedRows().length > 0,
    run: () => {
      const [first] = selectedRows();
      if (first !== undefined) goTo({ placementId: first.id });
      return ok(null);
    },
  },
  {
    id: 'delete',
    icon: 'trash',
    key: 'Delete',
    group: 'selection',
    available: () => onRows() || selectedGround() !== null,
    run: () => {
      const ground = selectedGround();
      if (ground !== null) return ok({ ...ground, after: () => select(null) });
      const rows = selectedRows();
      return ok({
        note: { code: 'placement.deleted', params: { where: whereOfAll(rows), count: rows.length } },
        ops: deleteOps(rows),
        after: () => select(null),
      });
    },
  },
  {
    id: 'split',
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
      return `${Math.floor(at / 1000)}+${String(Math.round(at % 1000)).padStart(3, '0')}`;
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
    icon: 'join',
    key: 'J',
    group: 'selection',
    available: () => selectedRows().length > 1 && selectedRows().every((r) => r.rule !== null) && onRows(),
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
        ops: [setOp(first, { ...joined.value }), ...deleteOps(others)],
        after: () => select(first.id),
      });
    },
  },
  {
    id: 'mirror',
    icon: 'mirror',
    key: 'Shift+M',
    group: 'selection',
    available: onRows,
    run: () => {
      const rows = selectedRows();
      const turned = allOf(rows.map(mirrored));
      if (!turned.ok) return turned;
      return ok({
        note: { code: 'placement.mirrored', params: { where: whereOfAll(rows) } },
        ops: rows.map((row, i) => setOp(row, turned.value[i] ?? {})),
      });
    },
  },
  {
    id: 'mirror-copy',
    icon: 'mirror-copy',
    key: null,
    group: 'selection',
    available: () => selectedRows().length > 0 && may.add('placement'),
    run: () => {
      const rows = selectedRows();
      const turned = allOf(rows.map(mirrored));
      if (!turned.ok) return turned;
      const copies = rows.map((row, i) => ({ ...copyOf(row), ...turned.value[i] }));
      return ok(creating('placement.copied', copies, whereOfAll(rows)));
    },
  },
  {
    id: 'copy-to',
    icon: 'copy-plus',
    key: 'Ctrl+D',
    group: 'selection',
    asks: true,
    available: () => selectedRows().some((r) => r.roadId !== null) && may.add('placement'),
    proposed: () => {
      const rows = selectedRows();
      const end = Math.max(...rows.map((r) => r.to ?? r.from ?? 0));
      const spacing = Math.max(...rows.map((r) => r.rule?.spacing ?? 100));
      const road = useCampaign.getState().tables.road.get(rows[0]?.roadId ?? '');
      const at = Math.round(end + spacing);
      return `${road?.code ?? ''} ${Math.floor(at / 1000)}+${String(at % 1000).padStart(3, '0')}`.trim();
    },
    runWith: copyTo,
  },
  ...POSITION_COMMANDS,
  {
    id: 'assign-by-boundary',
    icon: 'units',
    key: 'U',
    group: 'selection',
    available: () => onRows() && unitIndex(useCampaign.getState().tables.unit).length > 0,
    run: assignByBoundary,
  },
];

/** Reads «QL.3 Km 146+250» or a bare chainage of the first row's own road. */
function copyTo(text: string): Result<Outcome> {
  const rows = selectedRows().filter((r) => r.from !== null && r.roadId !== null);
  const [first] = rows;
  if (first === undefined) return fail('command.nothing');
  const { road: roads } = useCampaign.getState().tables;
  const named = [...roads.values()]
    .filter((r) => r.code !== '' && text.trim().toLowerCase().startsWith(r.code.toLowerCase()))
    .sort((a, b) => b.code.length - a.code.length)[0];
  const road = named ?? roads.get(first.roadId ?? '');
  const measured = road === undefined ? null : measuredOf(road);
  if (road === undefined || measured === null) return fail('command.nothing');
  const rest = named === undefined ? text : text.trim().slice(named.code.length);
  const at = parseChainage(rest, road.calibration.length > 0);
  if (!at.ok) return at;
  const origin = Math.min(...rows.map((r) => r.from ?? 0));
  const copies = allOf(rows.map((r) => copiedTo(r, road.id, measured, at.value + (r.from ?? 0) - origin)));
  if (!copies.ok) return copies;
  const [copy] = copies.value;
  return ok(creating('placement.copied', copies.value, copy === undefined ? '' : whereOf(copy)));
}

/** A point is given to the unit that it stands in; a stretch is left to all whose ground it passes. */
function assignByBoundary(): Result<Outcome> {
  const { tables } = useCampaign.getState();
  const index = unitIndex(tables.unit);
  const rows = selectedRows();
  const ops = rows.flatMap((row) => {
    const { count, lng, lat } = positionsIn(tables, row);
    const at = count === 0 ? null : unitAt(index, lng[0] as number, lat[0] as number);
    const unitId = row.rule === null ? (at?.id ?? row.unitId) : null;
    return unitId === row.unitId ? [] : [setOp(row, { unitId })];
  });
  if (ops.length === 0) return fail('assign.nothing');
  return ok({
    note: { code: 'placement.assigned', params: { where: whereOfAll(rows), count: ops.length } },
    ops,
  });
}
