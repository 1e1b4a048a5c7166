/** The changes of a campaign after a number: what another screen lacks. */
import { and, asc, eq, gt, inArray } from 'drizzle-orm';
import type { Membership } from '../../domain/edit/roles.ts';
import type { ChangeAnswer } from '../contract/answers.ts';
import type { Database } from '../db/database.ts';
import { lineageIn } from '../db/installation.ts';
import { change, changeOp } from '../db/schema.ts';
import { newest } from './newest.ts';
import { Batch, Page } from './page.ts';
import { readableOps } from './readableOps.ts';

/** Changes sent at once; a client that is farther behind asks again. */
const MOST = 500;

type Head = typeof change.$inferSelect;

/**
 * One page as JSON text (`changesAnswer`): at most 500 changes and about a megabyte, at least one if there is one. Of a
 * change a member learns the number, and of its ops those on rows that they may read.
 */
export async function changesPage(
  db: Database,
  campaignId: string,
  member: Membership,
  since: number,
): Promise<string> {
  const number = await newest(db, campaignId);
  const lineage = await lineageIn(db);
  const heads = await db
    .select()
    .from(change)
    .where(and(eq(change.campaignId, campaignId), gt(change.number, since)))
    .orderBy(asc(change.number))
    .limit(MOST);
  const changes = await fill(db, campaignId, member, heads);
  const last = heads[changes.length - 1]?.number ?? 0;
  const head = `"number":${Math.max(number, last)},"lineage":${JSON.stringify(lineage)}`;
  return `{${head},"changes":[${changes.join()}]}`;
}

async function fill(
  db: Database,
  campaignId: string,
  member: Membership,
  heads: readonly Head[],
): Promise<string[]> {
  const page = new Page();
  const batch = new Batch();
  const changes: string[] = [];
  while (changes.length < heads.length) {
    const some = heads.slice(changes.length, changes.length + batch.size);
    for (const answer of await withOps(db, campaignId, member, some)) {
      const text = JSON.stringify(answer);
      if (!page.take(text)) return changes;
      batch.saw(text);
      changes.push(text);
    }
    batch.adapt();
  }
  return changes;
}

async function withOps(
  db: Database,
  campaignId: string,
  member: Membership,
  heads: readonly Head[],
): Promise<ChangeAnswer[]> {
  const numbers = heads.map((h) => h.number);
  const ops = await db
    .select()
    .from(changeOp)
    .where(and(eq(changeOp.campaignId, campaignId), inArray(changeOp.number, numbers)))
    .orderBy(asc(changeOp.number), asc(changeOp.seq));
  const byNumber = Map.groupBy(ops, (op) => op.number);
  return heads.map((h) => ({
    number: h.number,
    key: h.editKey,
    at: h.at,
    by: h.byName,
    note: h.note as ChangeAnswer['note'],
    ops: readableOps(member, h.protocol, byNumber.get(h.number) ?? []).map(
      ({ kind, entity, id, fields }) => ({ kind, entity, id, fields }),
    ),
  }));
}
