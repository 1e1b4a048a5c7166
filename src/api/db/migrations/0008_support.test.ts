/** Rows of before say nothing of what they hang on, and their types have no window. */
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { expect, test } from 'vitest';
import { type Database, migrate } from '../database.ts';

test('placements and types of before', async () => {
  const pglite = await PGlite.create();
  const db = drizzle(pglite, { casing: 'snake_case' }) as unknown as Database;
  await migrate(db, '0007_places');
  // Only these two tables matter here, and of them only that there are rows.
  for (const table of ['placement', 'asset_type']) {
    const { rows } = await pglite.query<{ name: string }>(
      `select column_name as name from information_schema.columns where table_name = '${table}' and is_nullable = 'NO'`,
    );
    for (const { name } of rows)
      if (name !== 'id') await pglite.exec(`alter table ${table} alter column "${name}" drop not null`);
    await pglite.exec(`insert into ${table} (id) values ('a')`);
  }
  expect(await migrate(db)).toContain('0008_support');
  expect((await pglite.query('select id, support from placement')).rows).toEqual([
    { id: 'a', support: 'unknown' },
  ]);
  expect((await pglite.query('select id, not_before, until, period_days from asset_type')).rows).toEqual([
    { id: 'a', not_before: null, until: null, period_days: null },
  ]);
  await pglite.close();
});
