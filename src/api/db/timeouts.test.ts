import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { TestApi } from '../../../mocks/testApi.ts';
import type { Database } from './database.ts';
import { limitTime } from './timeouts.ts';

test('the limits hold in the transaction and nowhere else', async () => {
  const { db } = await TestApi.open();
  const shown = async (inside: Database, name: string) =>
    (
      (await inside.execute(sql`select current_setting(${name}) as v`)) as unknown as {
        rows: { v: string }[];
      }
    ).rows[0]?.v;
  await db.transaction(async (tx) => {
    const inside = tx as unknown as Database;
    await limitTime(inside, { lockSeconds: 5, statementSeconds: 30 });
    expect(await shown(inside, 'lock_timeout')).toBe('5s');
    expect(await shown(inside, 'statement_timeout')).toBe('30s');
  });
  expect(await shown(db, 'lock_timeout')).toBe('0');
  expect(await shown(db, 'statement_timeout')).toBe('0');
});
