import { describe, expect, test } from 'vitest';
import { PROTOCOL } from '../../api/contract/protocol.ts';
import { BLANK_ITEM } from '../model/entities/assetType.ts';
import { aCampaign, aPlacement, aRoad, aType, idOf } from '../testing.ts';
import type { Op } from './edit.ts';
import {
  rowsToUpcast,
  STEPS,
  upcastKept,
  upcastName,
  upcastOps,
  upcastRow,
  upcastWritten,
} from './upcast.ts';

const unknown = () => undefined;

const MADE = { at: '2020-10-20T03:00:00.000Z', campaignId: idOf('C', 1) };

const { approvedQuantity: _, support: _hangs, id, version, ...old } = aPlacement({ state: 'ready' });
/** As far as it comes by itself: what later protocols add stands beside it. */
const later = { support: 'unknown' };

test('a placement of the first protocol has no approved quantity yet', () => {
  expect(upcastRow(1, 'placement', { ...old, id, version })).toEqual(aPlacement({ state: 'ready' }));
  const create = { kind: 'create', entity: 'placement', id, fields: old } as unknown as Op;
  expect(upcastOps(1, [create], unknown, MADE)).toEqual([
    { ...create, fields: { ...old, approvedQuantity: null, ...later } },
  ]);
});

test('a step back to before approval drops the quantity, others leave it alone', () => {
  const step = (state: string) =>
    ({ kind: 'set', entity: 'placement', id, version, fields: { state } }) as Op;
  expect(upcastOps(1, [step('draft'), step('approved'), step('ready')], unknown, MADE)).toEqual([
    { ...step('draft'), fields: { state: 'draft', approvedQuantity: null } },
    step('approved'),
    step('ready'),
  ]);
});

test('what the log kept is upcast on both sides', () => {
  const gone = { kind: 'delete' as const, entity: 'placement' as const, before: old, fields: {} };
  expect(upcastWritten(1, gone)).toEqual({ ...gone, before: { ...old, approvedQuantity: null, ...later } });
  const stepped = {
    kind: 'set' as const,
    entity: 'placement' as const,
    before: { state: 'submitted' },
    fields: { state: 'approved' },
  };
  expect(upcastWritten(1, stepped)).toEqual({
    ...stepped,
    before: { state: 'submitted', approvedQuantity: null },
  });
});

test('a copy that a page of the first protocol makes of an approved row is a draft without a quantity', () => {
  const copy = {
    kind: 'create',
    entity: 'placement',
    id,
    fields: { ...old, state: 'draft', approvedQuantity: 82 },
  };
  expect(upcastOps(1, [copy as unknown as Op], unknown, MADE)).toMatchObject([
    { fields: { approvedQuantity: null } },
  ]);
});

test('today’s stays as it is, and so does what a step does not speak of', () => {
  const row = aPlacement({ state: 'approved', approvedQuantity: 12 });
  expect(upcastRow(PROTOCOL, 'placement', row)).toBe(row);
  expect(upcastRow(1, 'placement', row)).toEqual(row);
  expect(upcastRow(1, 'road', aRoad())).toEqual(aRoad());
  const ops: Op[] = [{ kind: 'delete', entity: 'placement', id, version }];
  expect(upcastOps(1, ops, unknown, MADE)).toEqual(ops);
});

test('the protocol grows by each step', () => {
  expect(PROTOCOL).toBe(1 + STEPS.length);
});

/** What items of before have that nobody had said. */
const { counts: _counts, does: _does, ...NEW_OF_ITEM } = BLANK_ITEM;

describe('two names in one field', () => {
  const { id, version, name, unitName, ...rest } = aType();
  const item = { id: 'install', due: { milestone: 'opening', days: -3 }, counts: true };
  const old = {
    ...rest,
    name: name.vi,
    nameEn: name.en,
    unitName: unitName.vi,
    unitNameEn: unitName.en,
    checklist: [{ ...item, name: 'Lắp đặt', nameEn: 'Install' }],
  };
  const today = {
    ...rest,
    name,
    unitName,
    checklist: [{ ...BLANK_ITEM, ...item, name: { vi: 'Lắp đặt', en: 'Install' }, does: 'installed' }],
  };
  const set = (fields: object) =>
    ({ kind: 'set', entity: 'assetType', id, version, fields }) as unknown as Op;

  test('of a row', () => {
    expect(upcastRow(2, 'assetType', old)).toEqual(today);
    expect(upcastRow(1, 'assetType', { ...old, id, version })).toEqual({ ...today, id, version });
    expect(upcastRow(2, 'assetType', today)).toEqual(today);
  });

  test('of an op that sets one of them: the other is the row’s, or what an op before it made of it', () => {
    const row = { ...today, id, version };
    const ops = [set({ name: 'Cờ to' }), set({ nameEn: 'Big flag', price: 5 }), set({ price: 6 })];
    expect(rowsToUpcast(2, ops)).toEqual([1, 2, 3].map(() => ({ entity: 'assetType', id })));
    expect(rowsToUpcast(PROTOCOL, ops)).toEqual([]);
    expect(upcastOps(2, ops, () => row, MADE)).toEqual([
      set({ name: { vi: 'Cờ to', en: name.en } }),
      set({ name: { vi: 'Cờ to', en: 'Big flag' }, price: 5 }),
      set({ price: 6 }),
    ]);
    const made = { kind: 'create', entity: 'assetType', id, fields: old } as unknown as Op;
    expect(upcastOps(2, [made, set({ unitNameEn: 'rolls' })], unknown, MADE)).toEqual([
      { ...made, fields: today },
      set({ unitName: { vi: unitName.vi, en: 'rolls' } }),
    ]);
  });

  test('of a row that is gone what is said stands for both: its absence is what is refused', () => {
    expect(upcastOps(2, [set({ nameEn: 'Flag' })], unknown, MADE)).toEqual([
      set({ name: { vi: 'Flag', en: 'Flag' } }),
    ]);
  });

  test('of a field, by what it is called today', () => {
    expect(['name', 'nameEn', 'unitNameEn', 'price'].map((f) => upcastName(2, 'assetType', f))).toEqual([
      'name',
      'name',
      'unitName',
      'price',
    ]);
    expect(upcastName(2, 'unit', 'nameEn')).toBe('nameEn');
  });

  test('what is no name is left for the schema to refuse', () => {
    expect(upcastOps(2, [set({ name: 5, checklist: [null, 'x', { nameEn: 1 }] })], unknown, MADE)).toEqual([
      set({
        name: { vi: 5, en: '' },
        checklist: [null, 'x', { ...NEW_OF_ITEM, name: { vi: 1, en: 1 }, does: null }],
      }),
    ]);
  });
});

test('kinds of units come in words; a Party flag is drawn as one', () => {
  const unit = { code: '', name: 'Xã', kind: 'commune', centre: null, parentId: null, boundary: null };
  expect(upcastRow(3, 'unit', unit)).toEqual({ ...unit, kind: 'xã', contact: '', phone: '' });
  const set = { kind: 'set', entity: 'unit', id: 'u', version: 1, fields: { kind: 'organisation' } };
  expect(upcastOps(3, [set as unknown as Op], unknown, MADE)).toEqual([
    { ...set, fields: { kind: 'cơ quan' } },
  ]);
  const party = aType({ emblem: 'party', shape: 'flag', glyph: 'Đ' });
  expect(upcastRow(3, 'assetType', party)).toEqual({ ...party, shape: 'party-flag', glyph: '' });
  const nation = aType({ emblem: 'national', shape: 'flag' });
  expect(upcastRow(3, 'assetType', nation)).toEqual(nation);
});

test('what a placement hangs on was not said before, and no type had a window', () => {
  const { support: _, ...placement } = aPlacement();
  expect(upcastRow(4, 'placement', placement)).toEqual(aPlacement());
  const { notBefore: _from, until: _to, periodDays: _most, ...type } = aType();
  expect(upcastRow(4, 'assetType', type)).toEqual(aType());
  const create = { kind: 'create', entity: 'placement', id, fields: placement } as unknown as Op;
  expect(upcastOps(4, [create], unknown, MADE)).toMatchObject([{ fields: { support: 'unknown' } }]);
  const gone = { kind: 'delete' as const, entity: 'placement' as const, before: placement, fields: {} };
  expect(upcastWritten(4, gone).before).toEqual(aPlacement());
  // A change of something else says nothing of it.
  const set = { kind: 'set', entity: 'placement', id, version, fields: { note: 'Gần chợ' } } as Op;
  expect(upcastOps(4, [set], unknown, MADE)).toEqual([set]);
  const hung = aPlacement({ support: 'tree' });
  expect(upcastRow(4, 'placement', hung)).toEqual(hung);
});

describe('the congress of a campaign’s row is its first occasion, under the campaign’s id', () => {
  const from = 5;
  const { id } = aCampaign();
  const { mainOccasionId: _none, ...own } = aCampaign();
  const then = {
    congressName: 'Đại hội Đảng bộ tỉnh Bắc Kạn lần thứ XII',
    term: '2020 - 2025',
    openingDay: '2020-10-27',
    closingDay: '2020-10-28',
  };
  const occasion = {
    kind: 'congress',
    level: 'province',
    name: then.congressName,
    body: 'Đảng bộ tỉnh Bắc Kạn',
    number: 'XII',
    years: then.term,
    firstDay: null,
    openingDay: then.openingDay,
    lastDay: then.closingDay,
  };

  test('a row that a device kept is two', () => {
    expect(upcastKept(from, 'campaign', { ...own, ...then })).toEqual([
      { entity: 'campaign', row: { ...own, mainOccasionId: id } },
      { entity: 'occasion', row: { id, version: 1, ...occasion } },
    ]);
    expect(upcastKept(PROTOCOL, 'campaign', aCampaign())).toEqual([{ entity: 'campaign', row: aCampaign() }]);
  });

  test('an op is one of each, of the occasion alone where it sets nothing else', () => {
    const set = (entity: string, fields: object) =>
      ({ kind: 'set', entity, id, version: 3, fields }) as unknown as Op;
    expect(upcastOps(from, [set('campaign', { openingDay: '2020-11-01' })], unknown, MADE)).toEqual([
      set('occasion', { openingDay: '2020-11-01' }),
    ]);
    expect(
      upcastOps(
        from,
        [set('campaign', { theme: 'x', term: '2021' }), set('campaign', { theme: 'y' })],
        unknown,
        MADE,
      ),
    ).toEqual([
      set('campaign', { theme: 'x' }),
      set('occasion', { years: '2021' }),
      set('campaign', { theme: 'y' }),
    ]);
    const { id: _id, version: _v, ...fields } = own;
    const create = {
      kind: 'create',
      entity: 'campaign',
      id,
      fields: { ...fields, ...then },
    } as unknown as Op;
    expect(upcastOps(from, [create], unknown, MADE)).toEqual([
      { kind: 'create', entity: 'campaign', id, fields: { ...fields, mainOccasionId: null } },
      { kind: 'create', entity: 'occasion', id, fields: occasion },
    ]);
  });

  test('what a field was called is told by its name of today', () => {
    expect(upcastName(from, 'campaign', 'term')).toBe('years');
    expect(upcastName(from, 'campaign', 'theme')).toBe('theme');
  });
});

test('a task of before is of the whole placement, and nobody is named in a unit', () => {
  const task = {
    placementId: 'p',
    itemId: 'install',
    doneDay: '2020-10-20',
    doneBy: '',
    quantity: 4,
    note: '',
  };
  const { doneDay: day, doneBy: who, ...rest } = task;
  const work = { standing: 'done', day, who, assignedUnitId: null, assignedTo: '', due: null };
  expect(upcastRow(8, 'task', task)).toEqual({ ...rest, ...work, whole: true, unitId: null });
  expect(upcastRow(8, 'unit', { name: 'Xã' })).toEqual({ name: 'Xã', contact: '', phone: '' });
  // What says them already keeps what it says.
  const said = { ...task, whole: false, unitId: 'u' };
  expect(upcastRow(8, 'task', said)).toEqual({ ...rest, ...work, whole: false, unitId: 'u' });
});

describe('what was done becomes reports', () => {
  const [row, task] = [aPlacement({ state: 'ready', approvedQuantity: 82 }), idOf('T', 1)];
  const campaign = aCampaign({ demoToday: '2020-10-15' });
  const known = (entity: string) => (entity === 'campaign' ? campaign : row);
  const upcast = (...ops: object[]) => upcastOps(9, ops as Op[], known as () => object as never, MADE);
  const step = (fields: object) => ({ kind: 'set', entity: 'placement', id: row.id, version: 1, fields });
  const report = (kind: string, more: object = {}) => ({
    kind: 'create',
    entity: 'report',
    fields: {
      ...{ placementId: row.id, kind, spots: null, quantity: null, day: '2020-10-15' },
      ...{ who: '', note: '', corrects: null, ...more },
    },
  });

  test('a step to what stands is told, on the campaign’s day, under one id however often it is read', () => {
    const once = upcast(step({ state: 'installed' }));
    expect(once).toMatchObject([report('installed')]);
    expect(upcast(step({ state: 'installed' }))).toEqual(once);
    expect(once[0]?.id).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
    expect(upcast(step({ state: 'inspected', note: 'Đẹp' }))).toMatchObject([
      step({ note: 'Đẹp' }),
      report('accepted'),
    ]);
    expect(upcast(step({ state: 'damaged' }), step({ state: 'removed' }))).toMatchObject([
      report('damaged'),
      report('taken-down'),
    ]);
  });

  test('other steps stay what they are', () => {
    const steps = ['draft', 'submitted', 'sent-back', 'approved', 'in-production', 'ready'].map((state) =>
      step({ state }),
    );
    expect(upcast(...steps)).toEqual(steps);
  });

  test('a row that is made so far is made ready, and told', () => {
    const { id, version: _, ...fields } = row;
    const made = { kind: 'create', entity: 'placement', id, fields: { ...fields, state: 'inspected' } };
    expect(upcast(made)).toMatchObject([
      { ...made, fields: { ...fields, state: 'ready' } },
      report('installed'),
      report('accepted'),
    ]);
  });

  test('a tick of what was put up is a report of the same id, by the same people; others stay ticks', () => {
    const tick = (itemId: string) => ({
      kind: 'create',
      entity: 'task',
      id: task,
      fields: {
        ...{ placementId: row.id, itemId, whole: true, unitId: null },
        ...{ doneDay: '2020-10-12', doneBy: 'Tổ 2', quantity: 5, note: 'Gió' },
      },
    });
    const said = { day: '2020-10-12', who: 'Tổ 2', quantity: 5, note: 'Gió' };
    expect(upcast(tick('install'))).toEqual([{ ...report('installed', said), id: task }]);
    expect(upcast(tick('take-down'))).toMatchObject([report('taken-down', said)]);
    expect(upcast(tick('survey'))).toMatchObject([
      { ...tick('survey'), fields: { placementId: row.id, itemId: 'survey', standing: 'done', ...said } },
    ]);
  });
});
