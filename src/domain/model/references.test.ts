import { expect, test } from 'vitest';
import { aPlacement, aPlan, aType, idOf } from '../testing.ts';
import { BLANK_ITEM, type ChecklistItem } from './entities/assetType.ts';
import type { DressingSet } from './entities/dressingSet.ts';
import type { Slogan } from './entities/slogan.ts';
import { referencesOf, referrersOf, usesOf } from './references.ts';

const milestone = { id: idOf('M', 1), version: 1, name: 'Xong đợt 1', day: null, offsetDays: -7 };
const item: ChecklistItem = {
  id: 'survey',
  name: { vi: 'Khảo sát', en: '' },
  due: { milestone: milestone.id, days: 0 },
  ...BLANK_ITEM,
};
const slogan: Slogan = {
  id: idOf('S', 1),
  version: 1,
  text: 'Việt Nam muôn năm!',
  typeIds: [aType().id],
  priority: 0,
  approved: true,
  approvalDocument: '',
  approvalDay: null,
};
const set: DressingSet = {
  id: idOf('D', 1),
  version: 1,
  name: 'Trục chính',
  items: [
    {
      assetTypeId: aType().id,
      sloganId: slogan.id,
      rule: null,
      anchor: 'start',
      offset: 0,
      side: 'right',
      pointQuantity: 1,
    },
  ],
};

test('references are found in fields and inside values, each with its path', () => {
  const row = aPlacement({ installBy: { milestone: milestone.id, days: 0 } });
  expect(referencesOf('placement', row)).toEqual([
    { path: 'assetTypeId', entity: 'assetType', id: row.assetTypeId },
    { path: 'unitId', entity: 'unit', id: row.unitId },
    { path: 'roadId', entity: 'road', id: row.roadId },
    { path: 'installBy.milestone', entity: 'milestone', id: milestone.id },
  ]);
  expect(referencesOf('assetType', aType({ checklist: [item] }))).toEqual([
    { path: 'checklist.0.due.milestone', entity: 'milestone', id: milestone.id },
  ]);
  const window = {
    notBefore: { milestone: milestone.id, days: -1 },
    until: { milestone: 'closing', days: 1 },
  };
  expect(referencesOf('assetType', aType(window))).toEqual([
    { path: 'notBefore.milestone', entity: 'milestone', id: milestone.id },
  ]);
  expect(referencesOf('dressingSet', set).map((r) => r.path)).toEqual([
    'items.0.assetTypeId',
    'items.0.sloganId',
  ]);
});

test('fields that an op does not name refer to nothing; opening and closing are no rows', () => {
  expect(referencesOf('placement', { note: '' })).toEqual([]);
  expect(referencesOf('placement', { removeBy: { milestone: 'closing', days: 5 }, unitId: null })).toEqual(
    [],
  );
});

test('who uses a row is told row by row', () => {
  const plan = aPlan({
    milestone: [milestone],
    assetType: [aType({ checklist: [item] })],
    slogan: [slogan],
    dressingSet: [set],
    placement: [aPlacement({ removeBy: { milestone: milestone.id, days: 1 } })],
  });
  expect(usesOf(plan, 'milestone', milestone.id)).toEqual([
    { entity: 'assetType', id: aType().id, path: 'checklist.0.due.milestone' },
    { entity: 'placement', id: aPlacement().id, path: 'removeBy.milestone' },
  ]);
  expect(usesOf(plan, 'assetType', aType().id).map((u) => `${u.entity} ${u.path}`)).toEqual([
    'slogan typeIds.0',
    'placement assetTypeId',
    'dressingSet items.0.assetTypeId',
  ]);
  expect(usesOf(plan, 'slogan', slogan.id)).toEqual([
    { entity: 'dressingSet', id: set.id, path: 'items.0.sloganId' },
  ]);
  expect(usesOf(plan, 'milestone', idOf('M', 2))).toEqual([]);
});

test('nothing refers to what is referred to by nobody', () => {
  expect(referrersOf('task')).toEqual([]);
  expect(referrersOf('placement').map((r) => r.entity)).toEqual(['report', 'task', 'acceptance']);
});
