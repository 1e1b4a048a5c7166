/** All rows of a campaign, page by page, each with the change number that it stands at. */
import { and, asc, eq, gt, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import { mayRead } from '../../domain/edit/reading.ts';
import type { Membership } from '../../domain/edit/roles.ts';
import { ENTITIES, type Entity, type Id } from '../../domain/model/rows.ts';
import { FIELDS, id as idSchema } from '../contract/rows.ts';
import type { Database } from '../db/database.ts';
import { lineageIn } from '../db/installation.ts';
import { TABLES } from '../db/rowTables.ts';
import { limitTime } from '../db/timeouts.ts';
import { ApiError } from '../errors.ts';
import { newest } from './newest.ts';
import { Batch, Page } from './page.ts';

/** The last row of the page before: the next one begins after it. */
interface Cursor {
  readonly entity: Entity;
  readonly id: Id | '';
}

/** Throws 400 for what is no cursor of ours. */
function cursorOf(text: string | undefined): Cursor {
  if (text === undefined) return { entity: ENTITIES[0], id: '' };
  const [name, id = ''] = text.split(':');
  const entity = ENTITIES.find((e) => e === name);
  if (entity === undefined || (id !== '' && !idSchema.safeParse(id).success))
    throw new ApiError(400, 'request.invalid', { field: 'after', params: { problem: 'cursor' } });
  return { entity, id };
}

/** One page of what a member may read, as JSON text (`snapshotAnswer`): rows become text one by one, so that no second copy of them is held. */
export async function snapshotPage(
  db: Database,
  campaignId: Id,
  member: Membership,
  after: string | undefined,
): Promise<string> {
  const start = cursorOf(after);
  return db.transaction(
    async (tx) => {
      const inside = tx as unknown as Database;
      await limitTime(inside, { lockSeconds: 5, statementSeconds: 30 });
      // Rows come in the order of an index. After an import the database does not know yet how many there are, and would
      // sort all that are left for each few that it gives.
      await inside.execute(sql`select set_config('enable_sort', 'off', true)`);
      const number = await newest(inside, campaignId);
      const lineage = await lineageIn(inside);
      const page = new Page();
      const tables: string[] = [];
      let next: string | null = null;
      for (const entity of ENTITIES.slice(ENTITIES.indexOf(start.entity))) {
        const from = entity === start.entity ? start.id : '';
        const read = await readTable(inside, entity, campaignId, member, from, page);
        tables.push(`"${entity}":{"fields":${JSON.stringify(fieldsOf(entity))},"rows":[${read.rows}]}`);
        if (read.whole) continue;
        next = `${entity}:${read.last}`;
        break;
      }
      const head = `"number":${number},"lineage":${JSON.stringify(lineage)}`;
      return `{${head},"tables":{${tables.join()}},"next":${JSON.stringify(next)}}`;
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
}

function fieldsOf(entity: Entity): string[] {
  return ['id', 'version', ...Object.keys(FIELDS[entity].shape)];
}

interface Read {
  readonly rows: string;
  /** The last row taken; where none was, what the table was to be read after. */
  readonly last: string;
  readonly whole: boolean;
}

async function readTable(
  db: Database,
  entity: Entity,
  campaignId: Id,
  member: Membership,
  after: string,
  page: Page,
): Promise<Read> {
  const table = TABLES[entity] as unknown as typeof TABLES.unit;
  const own = entity === 'campaign' ? eq(table.id, campaignId) : eq(table.campaignId, campaignId);
  const fields = fieldsOf(entity);
  const rows: string[] = [];
  const batch = new Batch();
  let last = after;
  for (;;) {
    const { size } = batch;
    const records: Record<string, unknown>[] = await db
      .select()
      .from(table as PgTable)
      .where(and(own, gt(table.id, last)))
      .orderBy(asc(table.id))
      .limit(size);
    for (const record of records) {
      const id = String(record.id);
      if (!mayRead(member, { entity, id, fields: record })) {
        last = id;
        continue;
      }
      const text = JSON.stringify(fields.map((f) => record[f] ?? null));
      if (!page.take(text)) return { rows: rows.join(), last, whole: false };
      batch.saw(text);
      rows.push(text);
      last = id;
    }
    if (records.length < size) return { rows: rows.join(), last, whole: true };
    batch.adapt();
  }
}
