/** Reading a campaign: the list, the snapshot, the changes since a number, and the stream that says there are more. */
import { and, asc, eq, gt, inArray } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { membershipIn } from '../../domain/edit/roles.ts';
import { ENTITIES, type Entity } from '../../domain/model/rows.ts';
import type { CampaignsAnswer, ChangesAnswer, SnapshotAnswer } from '../contract/answers.ts';
import { edit as editSchema } from '../contract/edits.ts';
import { FIELDS } from '../contract/rows.ts';
import type { Database } from '../db/database.ts';
import { campaign, change, changeOp, TABLES } from '../db/schema.ts';
import { applyEdit } from '../edits/applyEdit.ts';
import { ApiError } from '../errors.ts';
import type { ApiEnv, ApiHome } from '../home.ts';
import { bodyOf } from './body.ts';
import { historyOf } from './history.ts';

/** Changes sent at once; a client that is farther behind asks again. */
const PAGE = 500;
const HEARTBEAT_MS = 25_000;

export function campaignRoutes(home: ApiHome) {
  const { db, live } = home;
  return new Hono<ApiEnv>()
    .get('/', async (c) => {
      const all = await db
        .select({
          id: campaign.id,
          name: campaign.name,
          openingDay: campaign.openingDay,
          number: campaign.changeNumber,
        })
        .from(campaign)
        .orderBy(asc(campaign.openingDay), asc(campaign.id));
      const { memberships } = c.var.author;
      const answer: CampaignsAnswer = {
        campaigns: all.filter((x) => membershipIn(memberships, x.id) !== null),
      };
      return c.json(answer);
    })
    .use('/:id/*', async (c, next) => {
      if (membershipIn(c.var.author.memberships, c.req.param('id')) === null)
        throw new ApiError(403, 'denied.scope');
      await next();
    })
    .get('/:id/snapshot', async (c) => c.json(await snapshot(db, c.req.param('id'))))
    .get('/:id/changes', async (c) => {
      const since = Number(c.req.query('since'));
      if (!Number.isSafeInteger(since) || since < 0)
        throw new ApiError(400, 'request.invalid', { field: 'since' });
      return c.json(await changesSince(db, c.req.param('id'), since));
    })
    .get('/:id/history', async (c) => {
      const { before, entity, row } = c.req.query();
      return c.json(await historyOf(db, c.req.param('id'), { before, entity, row }));
    })
    .get('/:id/events', async (c) => {
      const id = c.req.param('id');
      const first = await newest(db, id);
      return streamSSE(c, async (stream) => {
        const say = (number: number) => stream.writeSSE({ data: String(number) });
        const unsubscribe = live.subscribe(id, (number) => void say(number));
        stream.onAbort(unsubscribe);
        await say(first);
        while (!stream.aborted) {
          await stream.sleep(HEARTBEAT_MS);
          if (!stream.aborted) await stream.writeSSE({ event: 'alive', data: '' });
        }
      });
    })
    .post('/:id/edits', async (c) => {
      const edit = await bodyOf(c.req.raw, editSchema);
      if (edit.campaignId !== c.req.param('id'))
        throw new ApiError(400, 'edit.other-campaign', { field: 'campaignId' });
      return c.json(await applyEdit(db, edit, c.var.author, home.now()));
    });
}

async function newest(db: Database, id: string): Promise<number> {
  const [row] = await db.select({ number: campaign.changeNumber }).from(campaign).where(eq(campaign.id, id));
  if (row === undefined) throw new ApiError(404, 'campaign.missing');
  return row.number;
}

/** All rows of a campaign and the change they stand at, read at one moment. */
async function snapshot(db: Database, id: string): Promise<SnapshotAnswer> {
  return db.transaction(
    async (tx) => {
      const number = await newest(tx as unknown as Database, id);
      const tables: Partial<SnapshotAnswer['tables']> = {};
      for (const entity of ENTITIES)
        tables[entity] = await tableSnapshot(tx as unknown as Database, entity, id);
      return { number, lineage: '', tables: tables as SnapshotAnswer['tables'], next: null };
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
}

async function tableSnapshot(db: Database, entity: Entity, id: string) {
  const table = TABLES[entity] as unknown as typeof TABLES.unit;
  const where = entity === 'campaign' ? eq(table.id, id) : eq(table.campaignId, id);
  const records: Record<string, unknown>[] = await db
    .select()
    .from(table as PgTable)
    .where(where)
    .orderBy(asc(table.id));
  const fields = ['id', 'version', ...Object.keys(FIELDS[entity].shape)];
  return { fields, rows: records.map((r) => fields.map((f) => r[f] ?? null)) };
}

async function changesSince(db: Database, id: string, since: number): Promise<ChangesAnswer> {
  const number = await newest(db, id);
  const heads = await db
    .select()
    .from(change)
    .where(and(eq(change.campaignId, id), gt(change.number, since)))
    .orderBy(asc(change.number))
    .limit(PAGE);
  if (heads.length === 0) return { number, lineage: '', changes: [] };
  const ops = await db
    .select()
    .from(changeOp)
    .where(
      and(
        eq(changeOp.campaignId, id),
        inArray(
          changeOp.number,
          heads.map((h) => h.number),
        ),
      ),
    )
    .orderBy(asc(changeOp.number), asc(changeOp.seq));
  const byNumber = Map.groupBy(ops, (op) => op.number);
  return {
    lineage: '',
    number: Math.max(number, heads[heads.length - 1]?.number ?? 0),
    changes: heads.map((h) => ({
      number: h.number,
      key: h.editKey,
      at: h.at,
      by: h.byName,
      note: h.note as ChangesAnswer['changes'][number]['note'],
      ops: (byNumber.get(h.number) ?? []).map((op) => ({
        kind: op.kind,
        entity: op.entity,
        id: op.rowId,
        fields: op.after,
      })),
    })),
  };
}
