/** Tasks of before are of the whole placement; there is still one of each, part by part. */
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { expect, test } from 'vitest';
import { type Database, migrate } from '../database.ts';

test('units and tasks of before', async () => {
  const pglite = await PGlite.create();
  const db = drizzle(pglite, { casing: 'snake_case' }) as unknown as Database;
  await migrate(db, '0011_people');
  // Rows of a task and a unit alone: what they refer to is not looked at here.
  for (const table of ['unit', 'task']) {
    const { rows } = await pglite.query<{ name: string }>(
      `select conname as name from pg_constraint where conrelid = '${table}'::regclass and contype = 'f'`,
    );
    for (const { name } of rows) await pglite.exec(`alter table ${table} drop constraint "${name}"`);
  }
  await pglite.exec(
    `insert into unit (id, campaign_id, version, code, name, kind) values ('u', 'c', 1, '', 'Xã', 'xã')`,
  );
  const task = (id: string, more = '', values = '') =>
    pglite.exec(
      `insert into task (id, campaign_id, version, placement_id, item_id, done_day, done_by, note${more})
       values ('${id}', 'c', 1, 'p', 'install', '2020-10-20', '', ''${values})`,
    );
  await task('before');
  expect(await migrate(db, '0012_parts')).toContain('0012_parts');
  expect((await pglite.query('select contact, phone from unit')).rows).toEqual([{ contact: '', phone: '' }]);
  expect((await pglite.query('select whole, unit_id from task')).rows).toEqual([
    { whole: true, unit_id: null },
  ]);
  await task('part', ', whole, unit_id', `, false, 'u'`);
  await task('rest', ', whole', ', false');
  await expect(task('twice', ', whole', ', false')).rejects.toThrow(/task_part_key/);
  await expect(task('again')).rejects.toThrow(/task_part_key/);
  await pglite.close();
});
