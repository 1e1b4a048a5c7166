/** Migrations are written by hand: the tables that they make are those that the model says. */
import { sql } from 'drizzle-orm';
import { getTableConfig } from 'drizzle-orm/pg-core';
import { expect, test } from 'vitest';
import { TestApi } from '../../../mocks/testApi.ts';
import { ENTITIES, shapeOf } from '../../domain/model/rows.ts';
import { TABLES } from './rowTables.ts';
import { rowsOf } from './shortTransaction.ts';

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

test('each table has the columns of its entity, of the same type, null where the field may be', async () => {
  const { db } = await TestApi.open();
  const found = rowsOf(
    await db.execute(sql`
      select table_name || '.' || column_name as place, data_type || case is_nullable when 'YES' then ' null' else '' end as type
      from information_schema.columns where table_schema = 'public'`),
  ) as { place: string; type: string }[];
  for (const entity of ENTITIES) {
    const { name, columns } = getTableConfig(TABLES[entity]);
    const said = columns.map((c) => [
      `${name}.${snake(c.name)}`,
      `${c.getSQLType()}${c.notNull ? '' : ' null'}`,
    ]);
    const there = found.filter((c) => c.place.startsWith(`${name}.`)).map((c) => [c.place, c.type]);
    expect(there.sort(), entity).toEqual(said.sort());
    expect(there.length, entity).toBeGreaterThan(4);
  }
});

test('what an entity has once only, the database has once only', async () => {
  const { db } = await TestApi.open();
  const found = rowsOf(
    await db.execute(
      sql`select indexdef as text from pg_indexes where schemaname = 'public' and indexdef like 'CREATE UNIQUE%'`,
    ),
  ) as { text: string }[];
  for (const entity of ENTITIES)
    for (const key of shapeOf(entity).unique ?? []) {
      const columns = key.map(snake).join(', ');
      const table = getTableConfig(TABLES[entity]).name;
      expect(
        found.some(({ text }) =>
          new RegExp(` ON public\\.${table} .*\\((campaign_id, )?${columns}\\)`).test(text),
        ),
        `${table} (${columns})`,
      ).toBe(true);
    }
});

test('an entity refers to entities alone, and to none that comes after it but what the campaign is for', () => {
  for (const [at, entity] of ENTITIES.entries()) {
    const { references = {}, inside = {}, ownedBy } = shapeOf(entity);
    const named = [...Object.values(references), ...Object.values(inside).flatMap((i) => i.targets)];
    const before = entity === 'campaign' ? ENTITIES : ENTITIES.slice(0, at + 1);
    for (const target of named) expect(before, `${entity} → ${target}`).toContain(target);
    if (ownedBy !== undefined) expect(references, entity).toHaveProperty(ownedBy);
  }
});
