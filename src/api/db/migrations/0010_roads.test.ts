/** Roads of before are all shown, and no change of before carried anything. */
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { expect, test } from 'vitest';
import { type Database, migrate } from '../database.ts';

test('roads and changes of before', async () => {
  const pglite = await PGlite.create();
  const db = drizzle(pglite, { casing: 'snake_case' }) as unknown as Database;
  await migrate(db, '0009_occasions');
  for (const table of ['road', 'change']) {
    const { rows } = await pglite.query<{ name: string }>(
      `select column_name as name from information_schema.columns where table_name = '${table}' and is_nullable = 'NO'`,
    );
    for (const { name } of rows)
      if (!['id', 'campaign_id', 'number'].includes(name))
        await pglite.exec(`alter table ${table} alter column "${name}" drop not null`);
  }
  await pglite.exec('alter table road alter column campaign_id drop not null');
  await pglite.exec('alter table change drop constraint change_campaign_id_fkey');
  await pglite.exec(`insert into road (id) values ('a')`);
  await pglite.exec(`insert into change (campaign_id, number) values ('c', 1)`);
  expect(await migrate(db)).toContain('0010_roads');
  expect((await pglite.query('select id, hidden from road')).rows).toEqual([{ id: 'a', hidden: false }]);
  expect((await pglite.query('select number::int as number, carry from change')).rows).toEqual([
    { number: 1, carry: null },
  ]);
  await pglite.close();
});
