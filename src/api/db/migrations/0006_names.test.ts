/** Two names become one field, in rows and in the log, also where a change told of one of them. */
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { expect, test } from 'vitest';
import { idOf } from '../../../domain/testing.ts';
import { type Database, migrate } from '../database.ts';

const CAMPAIGN = idOf('C', 1);
const [FLAG, GONE] = [idOf('A', 1), idOf('A', 2)];
const DUE = { milestone: 'opening', days: -3 };

test('rows and the log say both names as they were at each change', async () => {
  const pglite = await PGlite.create();
  const db = drizzle(pglite, { casing: 'snake_case' }) as unknown as Database;
  await migrate(db, '0005_accounts');
  const add = (table: string, row: object) =>
    pglite.query(`insert into ${table} select * from jsonb_populate_record(null::${table}, $1)`, [
      JSON.stringify(row),
    ]);
  const texts = [
    'name',
    'theme',
    'term',
    'congress_name',
    'organising_body',
    'parent_body',
    'place',
    'map_notice',
  ];
  await add('campaign', {
    ...Object.fromEntries(texts.map((t) => [t, ''])),
    id: CAMPAIGN,
    version: 1,
    change_number: 5,
    body_kind: 'state',
    opening_day: '2020-10-27',
    closing_day: '2020-10-28',
    time_zone: 'Asia/Ho_Chi_Minh',
    budget: 0,
    rule_settings: {},
    base_maps: [],
  });
  const item = { id: 'install', name: 'Lắp đặt', nameEn: 'Install', due: DUE, counts: true };
  await add('asset_type', {
    campaign_id: CAMPAIGN,
    id: FLAG,
    version: 3,
    code: 'flag',
    name: 'Cờ to',
    name_en: 'Big flag',
    shape: 'flag',
    colour: 'red',
    glyph: '',
    unit_name: 'lá',
    unit_name_en: 'flags',
    size: '',
    layout: 'stretch',
    default_spacing: 25,
    default_sides: 'both',
    price: 1,
    in_stock: 0,
    ordered: 0,
    carries_text: false,
    mount: 'pole',
    emblem: 'none',
    rules_off: [],
    checklist: [item, { ...item, id: 'x', nameEn: '' }],
  });
  let n = 0;
  const log = async (kind: string, row: string, before: object, after: object) => {
    await add('change', {
      campaign_id: CAMPAIGN,
      number: ++n,
      edit_key: String(n),
      replica: 'r',
      at: '2020-10-01T00:00:00Z',
      by_user: 'u',
      by_name: 'Ai',
      note: '{"code":"x"}',
      protocol: 2,
    });
    const op = {
      campaign_id: CAMPAIGN,
      number: n,
      seq: 0,
      kind,
      entity: 'assetType',
      row_id: row,
      before,
      after,
    };
    await add('change_op', op);
  };
  const first = { name: 'Cờ', nameEn: 'Flag', unitName: 'cờ', unitNameEn: 'flags', price: 1, checklist: [] };
  await log('create', FLAG, {}, first);
  await log('set', FLAG, { name: 'Cờ', checklist: [] }, { name: 'Cờ to', checklist: [item] });
  await log('set', FLAG, { nameEn: 'Flag', unitName: 'cờ' }, { nameEn: 'Big flag', unitName: 'lá' });
  await log('create', GONE, {}, { ...first, name: 'Cũ' });
  await log('set', GONE, { unitNameEn: 'flags' }, { unitNameEn: 'old' });
  await log('delete', GONE, { ...first, name: 'Cũ', unitNameEn: 'old' }, {});
  await log('set', FLAG, { price: 1 }, { price: 2 });

  expect(await migrate(db, '0012_parts')).toContain('0006_names');

  const rows = await pglite.query('select name, unit_name, checklist from asset_type');
  const named = { id: 'install', name: { vi: 'Lắp đặt', en: 'Install' }, due: DUE, counts: true };
  expect(rows.rows).toEqual([
    {
      name: { vi: 'Cờ to', en: 'Big flag' },
      unit_name: { vi: 'lá', en: 'flags' },
      checklist: [named, { ...named, id: 'x', name: { vi: 'Lắp đặt', en: '' } }],
    },
  ]);
  const { rows: ops } = await pglite.query<{ before: object; after: object }>(
    'select before, after from change_op order by number',
  );
  const was = {
    name: { vi: 'Cờ', en: 'Flag' },
    unitName: { vi: 'cờ', en: 'flags' },
    price: 1,
    checklist: [],
  };
  const old = { ...was, name: { vi: 'Cũ', en: 'Flag' } };
  expect(ops).toEqual([
    { before: {}, after: was },
    {
      before: { name: { vi: 'Cờ', en: 'Flag' }, checklist: [] },
      after: { name: { vi: 'Cờ to', en: 'Flag' }, checklist: [named] },
    },
    {
      before: { name: { vi: 'Cờ to', en: 'Flag' }, unitName: { vi: 'cờ', en: 'flags' } },
      after: { name: { vi: 'Cờ to', en: 'Big flag' }, unitName: { vi: 'lá', en: 'flags' } },
    },
    { before: {}, after: old },
    { before: { unitName: { vi: 'cờ', en: 'flags' } }, after: { unitName: { vi: 'cờ', en: 'old' } } },
    { before: { ...old, unitName: { vi: 'cờ', en: 'old' } }, after: {} },
    { before: { price: 1 }, after: { price: 2 } },
  ]);
  await pglite.close();
});
