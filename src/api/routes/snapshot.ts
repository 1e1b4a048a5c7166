/** All rows of a campaign, today's or those of a past change, page by page, with the change number that they stand at. */
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
import { deletedSince, undoneIn } from '../past/undoing.ts';
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

/**
 * One page of what a member may read, as JSON text (`snapshotAnswer`): rows become text one by one, so that no second copy of
 * them is held. `at`: the change whose rows are asked for, undefined for the newest; throws 400 where there is none such.
 */
export async function snapshotPage(
  db: Database,
  campaignId: Id,
  member: Membership,
  { after, at: asked }: { readonly after: string | undefined; readonly at: string | undefined },
): Promise<string> {
  const start = cursorOf(after);
  return db.transaction(
    async (tx) => {
      const inside = tx as unknown as Database;
      await limitTime(inside, { lockSeconds: 5, statementSeconds: 30 });
      // Rows come in the order of an index. After an import the database does not know yet how many there are, and would
      // sort all that are left for each few that it gives.
      await inside.execute(sql`select set_config('enable_sort', 'off', true)`);
      const now = await newest(inside, campaignId);
      const at = asked === undefined ? null : pastOf(asked, now);
      const lineage = await lineageIn(inside);
      const page = new Page();
      const tables: string[] = [];
      let next: string | null = null;
      for (const entity of ENTITIES.slice(ENTITIES.indexOf(start.entity))) {
        const from = entity === start.entity ? start.id : '';
        const read = await readTable(inside, { entity, campaignId, at }, member, from, page);
        tables.push(`"${entity}":{"fields":${JSON.stringify(fieldsOf(entity))},"rows":[${read.rows}]}`);
        if (read.whole) continue;
        next = `${entity}:${read.last}`;
        break;
      }
      const head = `"number":${at ?? now},"lineage":${JSON.stringify(lineage)}`;
      return `{${head},"tables":{${tables.join()}},"next":${JSON.stringify(next)}}`;
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
}

/** Throws 400 for what is no change of this campaign. */
function pastOf(text: string, now: number): number {
  const at = Number(text);
  if (!Number.isSafeInteger(at) || at < 0 || at > now)
    throw new ApiError(400, 'request.invalid', { field: 'at', params: { problem: 'no-such-change' } });
  return at;
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

interface Table {
  readonly entity: Entity;
  readonly campaignId: Id;
  /** Null: as it is today. */
  readonly at: number | null;
}

async function readTable(
  db: Database,
  of: Table,
  member: Membership,
  after: string,
  page: Page,
): Promise<Read> {
  const { entity } = of;
  const fields = fieldsOf(entity);
  const rows: string[] = [];
  const batch = new Batch();
  let last = after;
  for (;;) {
    const { size } = batch;
    const { records, whole } = await readRecords(db, of, last, size);
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
    if (whole) return { rows: rows.join(), last, whole: true };
    batch.adapt();
  }
}

interface Records {
  readonly records: readonly Record<string, unknown>[];
  /** Whether these were the last. */
  readonly whole: boolean;
}

async function readRecords(db: Database, of: Table, after: Id | '', size: number): Promise<Records> {
  const { entity, campaignId, at } = of;
  const table = TABLES[entity] as unknown as typeof TABLES.unit;
  const own = entity === 'campaign' ? eq(table.id, campaignId) : eq(table.campaignId, campaignId);
  const today: Record<string, unknown>[] = await db
    .select()
    .from(table as PgTable)
    .where(and(own, gt(table.id, after)))
    .orderBy(asc(table.id))
    .limit(size);
  const whole = today.length < size;
  if (at === null) return { records: today, whole };
  const byId = new Map(today.map((record) => [String(record.id), record]));
  // Up to the last of these, or to the end: what was deleted since belongs among them.
  const upTo = whole ? null : String(today.at(-1)?.id);
  const gone = await deletedSince(db, campaignId, entity, at, after, upTo);
  const ids = [...new Set([...byId.keys(), ...gone])].sort();
  const past = await undoneIn(db, campaignId, entity, ids, byId, at);
  return { records: ids.map((id) => past.get(id) ?? null).filter((row) => row !== null), whole };
}
