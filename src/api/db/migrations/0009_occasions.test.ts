/** The congress that a campaign's row named is its first occasion; the log says of it what it said of the campaign. */
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { beforeAll, expect, test } from 'vitest';
import { type Database, migrate, migrationNames } from '../database.ts';

let pglite: PGlite;
const rows = async (query: string) => (await pglite.query<Record<string, unknown>>(query)).rows;

beforeAll(async () => {
  pglite = await PGlite.create();
  const db = drizzle(pglite, { casing: 'snake_case' }) as unknown as Database;
  const names = migrationNames();
  await migrate(db, names[names.indexOf('0009_occasions') - 1]);
  const campaign = (id: string, name: string, closing: string) => `
    insert into campaign (id, version, change_number, name, theme, term, congress_name, organising_body, parent_body,
      body_kind, place, opening_day, closing_day, time_zone, map_notice, budget, rule_settings, base_maps)
    values ('${id}', 4, 5, 'Đợt', '', '2020 - 2025', '${name}', '', '', 'state', '', '2020-10-27', '${closing}',
      'Asia/Ho_Chi_Minh', '', 0, '{}', '[]');`;
  const change = (number: number) => `
    insert into change (campaign_id, number, edit_key, replica, at, by_user, by_name, note, protocol)
    values ('a', ${number}, 'k${number}', 'r', now(), 'u', 'U', '{"code":"test"}', 4);`;
  const op = (number: number, seq: number, kind: string, entity: string, before: object, after: object) => `
    insert into change_op values ('a', ${number}, ${seq}, '${kind}', '${entity}', 'a', '${JSON.stringify(before)}',
      '${JSON.stringify(after)}');`;
  await pglite.exec(
    [
      campaign('a', 'Đại hội đại biểu Đảng bộ tỉnh Bắc Kạn lần thứ XII', '2020-10-28'),
      campaign('b', '', '2020-10-27'),
      change(1),
      op(
        1,
        0,
        'create',
        'campaign',
        {},
        { name: 'Đợt', term: '2020', congressName: '', openingDay: '2020-10-20' },
      ),
      op(1, 1, 'create', 'unit', {}, { name: 'Xã' }),
      change(2),
      op(2, 0, 'set', 'campaign', { term: '2020' }, { term: '2020 - 2025' }),
      change(3),
      op(
        3,
        0,
        'set',
        'campaign',
        { theme: 'a', openingDay: '2020-10-20' },
        { theme: 'b', openingDay: '2020-10-27' },
      ),
    ].join('\n'),
  );
  await migrate(db);
});

test('each campaign has one occasion, under its own id, with what its name says', async () => {
  expect(
    await rows(
      'select id, campaign_id, version, kind, level, name, body, number, years, opening_day::text, last_day::text from occasion order by id',
    ),
  ).toEqual([
    {
      id: 'a',
      campaign_id: 'a',
      version: 4,
      kind: 'congress',
      level: 'province',
      name: 'Đại hội đại biểu Đảng bộ tỉnh Bắc Kạn lần thứ XII',
      body: 'Đảng bộ tỉnh Bắc Kạn',
      number: 'XII',
      years: '2020 - 2025',
      opening_day: '2020-10-27',
      last_day: '2020-10-28',
    },
    expect.objectContaining({ id: 'b', name: '', number: '', level: 'none', last_day: '2020-10-27' }),
  ]);
  expect(await rows('select id, main_occasion_id as main from campaign order by id')).toEqual([
    { id: 'a', main: 'a' },
    { id: 'b', main: 'b' },
  ]);
});

test('the log tells the campaign’s fields and the occasion’s apart, and loses none', async () => {
  const log = await rows(
    "select number, kind, entity, before, after from change_op where entity <> 'unit' order by number, seq",
  );
  expect(log).toEqual([
    { number: 1, kind: 'create', entity: 'campaign', before: {}, after: { name: 'Đợt' } },
    {
      number: 1,
      kind: 'create',
      entity: 'occasion',
      before: {},
      after: expect.objectContaining({ years: '2020', name: '', openingDay: '2020-10-20', firstDay: null }),
    },
    {
      number: 2,
      kind: 'set',
      entity: 'occasion',
      before: { years: '2020' },
      after: { years: '2020 - 2025' },
    },
    { number: 3, kind: 'set', entity: 'campaign', before: { theme: 'a' }, after: { theme: 'b' } },
    {
      number: 3,
      kind: 'set',
      entity: 'occasion',
      before: { openingDay: '2020-10-20' },
      after: { openingDay: '2020-10-27' },
    },
  ]);
  // A number of its own for each op of a change.
  expect(await rows('select count(*)::int as n from change_op')).toEqual([{ n: 6 }]);
});
