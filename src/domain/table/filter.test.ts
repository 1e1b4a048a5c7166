import { describe, expect, test } from 'vitest';
import type { Severity } from '../checks/finding.ts';
import type { Placement } from '../model/entities/placement.ts';
import type { Unit } from '../model/entities/unit.ts';
import { daysOf } from '../schedule/occasions.ts';
import { timelineOf } from '../schedule/timeline.ts';
import {
  aCampaign,
  anOccasion,
  aPlacement,
  aPlan,
  aRoad,
  aSlogan,
  aType,
  idOf,
  TABLE_WORDS,
} from '../testing.ts';
import { COLUMN_IDS } from './columns.ts';
import {
  filterFrom,
  filterWith,
  isFiltering,
  matcher,
  NO_FILTER,
  narrows,
  type PlanFilter,
} from './filter.ts';
import { linesOf } from './lines.ts';

const unit = (n: number, name: string): Unit => ({
  id: idOf('V', n),
  version: 1,
  code: '',
  name,
  kind: 'xã',
  centre: null,
  parentId: null,
  boundary: null,
  contact: '',
  phone: '',
});

function passes(
  filter: Partial<PlanFilter>,
  row: Placement = aPlacement(),
  severities: Severity[] = [],
): boolean {
  const tables = aPlan({
    campaign: [aCampaign()],
    assetType: [aType({ price: 90_000 })],
    road: [aRoad()],
    slogan: [aSlogan()],
    unit: [unit(1, 'Đồng Tâm'), unit(2, 'Nông Hạ')],
    placement: [row],
  });
  const [line] = linesOf(tables, timelineOf(daysOf(anOccasion()), []), TABLE_WORDS);
  if (line === undefined) throw new Error('no line');
  return matcher({ ...NO_FILTER, ...filter }, tables)(line, new Set(severities));
}
const columns = (of: PlanFilter['columns']) => ({ columns: of });

test('finds without diacritics, by every word, in whatever a column says', () => {
  const row = aPlacement({ unitId: idOf('V', 2), note: 'Gần chợ', phase: 'Đợt 1' });
  for (const text of ['Nông Hạ  QL', 'quoc lo 3', 'gan cho', 'dot 1 nhap', 'hai ben', '1+000'])
    expect(passes({ text }, row), text).toBe(true);
  for (const text of ['Nông Thôn', 'ql.4']) expect(passes({ text }, row), text).toBe(false);
});

test('every list narrows, findings too', () => {
  const row = aPlacement({ unitId: idOf('V', 1) });
  expect(passes(columns({ unit: [idOf('V', 2)] }), row)).toBe(false);
  expect(passes(columns({ unit: [idOf('V', 2), idOf('V', 1)], state: ['draft'] }), row)).toBe(true);
  expect(passes(columns({ state: ['submitted'] }), row)).toBe(false);
  expect(passes(columns({ type: [aType().id], road: [aRoad().id] }), row)).toBe(true);
  expect(passes(columns({ phase: ['Đợt 1'] }), row)).toBe(false);
  expect(passes(columns({ slogan: [idOf('S', 1)] }), row)).toBe(false);
  expect(passes(columns({ slogan: [] }), row)).toBe(true);
  expect(passes({ severities: ['warning'] }, row, ['error'])).toBe(false);
  expect(passes({ severities: ['warning', 'error'] }, row, ['error'])).toBe(true);
});

test('numbers and days narrow by range, ends included; sides; words of a note', () => {
  const stretch = aPlacement({
    from: 1000,
    to: 6000,
    note: 'Gần chợ Nông Hạ',
    installBy: { milestone: 'opening', days: -3 },
    removeBy: null,
  });
  const point = aPlacement({ from: 3000, to: null, rule: null, side: 'left', pointQuantity: 2 });
  const within = (min: number | string | null, max: number | string | null) => ({ min, max }) as never;
  // A stretch is where any part of it is.
  expect(passes(columns({ where: within(6000, null) }), stretch)).toBe(true);
  expect(passes(columns({ where: within(6001, null) }), stretch)).toBe(false);
  expect(passes(columns({ where: within(null, 999) }), stretch)).toBe(false);
  expect(passes(columns({ where: within(null, null) }), { ...point, from: null })).toBe(true);
  expect(passes(columns({ where: within(0, null) }), { ...point, from: null })).toBe(false);
  expect(passes(columns({ spacing: within(20, 25) }), stretch)).toBe(true);
  expect(passes(columns({ spacing: within(20, 25) }), point)).toBe(false);
  expect(passes(columns({ quantity: within(3, null) }), point)).toBe(false);
  expect(passes(columns({ quantity: within(2, 2), cost: within(null, 180_000) }), point)).toBe(true);
  expect(passes(columns({ cost: within(null, 179_999) }), point)).toBe(false);
  expect(passes(columns({ installBy: within('2020-10-24', '2020-10-24') }), stretch)).toBe(true);
  expect(passes(columns({ installBy: within('2020-10-25', null) }), stretch)).toBe(false);
  expect(passes(columns({ removeBy: within(null, '2020-12-31') }), stretch)).toBe(false);
  expect(passes(columns({ side: ['both'] }), stretch)).toBe(true);
  expect(passes(columns({ side: ['staggered', 'left'] }), stretch)).toBe(false);
  expect(passes(columns({ side: ['staggered', 'left'] }), point)).toBe(true);
  expect(passes(columns({ note: 'nong cho' }), stretch)).toBe(true);
  expect(passes(columns({ note: 'nong truong' }), stretch)).toBe(false);
  expect(isFiltering({ ...NO_FILTER, columns: { cost: within(null, null), road: [], note: '' } })).toBe(
    false,
  );
  expect(isFiltering({ ...NO_FILTER, columns: { cost: within(0, null) } })).toBe(true);
});

test('a column knows whether it narrows, and opens again alone', () => {
  const filter = filterFrom({
    columns: {
      state: ['draft'],
      note: 'cau',
      cost: { min: 1 },
      where: { max: 5000 },
      installBy: { min: '2020-10-01' },
    },
  });
  const narrowing = COLUMN_IDS.filter((id) => narrows(filter, id));
  expect(narrowing).toEqual(['where', 'cost', 'state', 'installBy', 'note']);
  for (const id of narrowing) {
    const open = filterWith(filter, id, undefined);
    expect(COLUMN_IDS.filter((c) => narrows(open, c))).toEqual(narrowing.filter((c) => c !== id));
  }
});

describe('a filter from outside', () => {
  test('is read without being trusted', () => {
    expect(
      filterFrom({
        text: 5,
        severities: ['error', 'x'],
        columns: {
          state: ['draft', 'x', 7],
          road: 'no',
          where: { min: 5, max: 'x' },
          cost: { min: '1' },
          installBy: { min: '', max: '2020-10-24' },
          removeBy: 7,
          note: 'x'.repeat(300),
          bad: ['y'],
        },
      }),
    ).toEqual({
      text: '',
      severities: ['error'],
      columns: {
        state: ['draft'],
        where: { min: 5, max: null },
        installBy: { min: null, max: '2020-10-24' },
        note: 'x'.repeat(200),
      },
    });
    for (const json of [null, 5, [], { columns: null }]) expect(isFiltering(filterFrom(json))).toBe(false);
  });

  test('of an earlier view says the same', () => {
    const earlier = {
      text: 'cầu',
      roadIds: ['r'],
      unitIds: ['u'],
      typeIds: [],
      states: ['draft'],
      phases: ['Đợt 1'],
      severities: ['error'],
      sides: ['both'],
      sloganIds: ['s'],
      note: 'chợ',
      numbers: { cost: { min: 1, max: null } },
      days: { installBy: { min: null, max: '2020-10-24' } },
    };
    expect(filterFrom(earlier)).toEqual({
      text: 'cầu',
      severities: ['error'],
      columns: {
        road: ['r'],
        side: ['both'],
        unit: ['u'],
        slogan: ['s'],
        state: ['draft'],
        phase: ['Đợt 1'],
        note: 'chợ',
        cost: { min: 1, max: null },
        installBy: { min: null, max: '2020-10-24' },
      },
    });
  });
});
