/** Kinds of units come in words, and the Party flag is drawn as what it is. */
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { expect, test } from 'vitest';
import { type Database, migrate } from '../database.ts';

test('units and Party flags of before', async () => {
  const pglite = await PGlite.create();
  const db = drizzle(pglite, { casing: 'snake_case' }) as unknown as Database;
  await migrate(db, '0006_names');
  // Only these two tables matter here, not the campaign and the other fields of a type.
  await pglite.exec(`
    alter table unit drop constraint unit_campaign_id_fkey;
    insert into unit (id, campaign_id, version, code, name, kind) values
      ('a', 'c', 1, '', 'Nông Hạ', 'commune'), ('b', 'c', 1, '', 'Trường', 'organisation');
    alter table asset_type drop constraint asset_type_campaign_id_fkey;`);
  const { rows } = await pglite.query<{ name: string }>(
    "select column_name as name from information_schema.columns where table_name = 'asset_type' and is_nullable = 'NO'",
  );
  for (const { name } of rows)
    if (name !== 'id') await pglite.exec(`alter table asset_type alter column "${name}" drop not null`);
  await pglite.exec(`
    insert into asset_type (id, shape, emblem, glyph) values
      ('d', 'flag', 'party', 'Đ'), ('n', 'flag', 'national', ''), ('v', 'vertical-flag', 'party', '')`);
  expect(await migrate(db)).toContain('0007_places');
  expect((await pglite.query('select id, kind from unit order by id')).rows).toEqual([
    { id: 'a', kind: 'xã' },
    { id: 'b', kind: 'cơ quan' },
  ]);
  expect((await pglite.query('select id, shape, glyph from asset_type order by id')).rows).toEqual([
    { id: 'd', shape: 'party-flag', glyph: '' },
    { id: 'n', shape: 'flag', glyph: '' },
    { id: 'v', shape: 'vertical-flag', glyph: '' },
  ]);
});
