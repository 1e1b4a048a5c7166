/** Whether a printed sheet is still right. */

import { and, eq } from 'drizzle-orm';
import { roadLabel } from '../../domain/plan/roads.ts';
import { changedSince, type SinceThen } from '../../domain/sheet/changedSince.ts';
import type { SheetAnswer } from '../contract/sheets.ts';
import type { Database } from '../db/database.ts';
import { lineageIn } from '../db/installation.ts';
import { campaign, TABLES } from '../db/rowTables.ts';
import { limitTime } from '../db/timeouts.ts';
import { ApiError } from '../errors.ts';
import { newest } from '../routes/newest.ts';
import { paperTables, touchedSince } from './paperTables.ts';
import { pastOf, type SheetToken } from './token.ts';

const NOTHING_DONE: SinceThen = { rows: [], due: null, done: { before: 0, now: 0, of: 0 } };

/** Throws 404 where the campaign is no more. */
export async function sheetAnswerOf(db: Database, sheet: SheetToken): Promise<SheetAnswer> {
  return db.transaction(
    async (transaction) => {
      const tx = transaction as unknown as Database;
      await limitTime(tx, { lockSeconds: 5, statementSeconds: 15 });
      const number = await newest(tx, sheet.campaignId);
      const [row] = await tx
        .select({ name: campaign.name })
        .from(campaign)
        .where(eq(campaign.id, sheet.campaignId));
      if (row === undefined) throw new ApiError(404, 'campaign.missing');
      const told = {
        campaign: { id: sheet.campaignId, name: row.name },
        list: { by: sheet.by, id: sheet.id, name: await nameOf(tx, sheet) },
        printed: sheet.number,
        number,
      };
      if (sheet.past !== pastOf(await lineageIn(tx)) || sheet.number > number)
        return { ...told, standing: 'restored', since: null };
      const touched = await touchedSince(tx, sheet.campaignId, sheet.number);
      if (touched === null) return { ...told, standing: 'changed', since: null };
      if (touched.size === 0) return { ...told, standing: 'right', since: mutable(NOTHING_DONE) };
      const { before, now } = await paperTables(tx, sheet.campaignId, touched, sheet.number);
      const since = changedSince(before, now, sheet);
      const isRight = since.rows.length === 0 && since.due === null;
      return { ...told, standing: isRight ? 'right' : 'changed', since: mutable(since) };
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
}

function mutable(since: SinceThen): NonNullable<SheetAnswer['since']> {
  return { ...since, rows: since.rows.map((row) => ({ ...row, changes: [...row.changes] })) };
}

/** Of the campaign's road or unit; empty where it is no more, or there is none. */
async function nameOf(db: Database, { by, id, campaignId }: SheetToken): Promise<string> {
  if (id === null) return '';
  if (by === 'unit') {
    const { unit } = TABLES;
    const [row] = await db
      .select({ name: unit.name })
      .from(unit)
      .where(and(eq(unit.id, id), eq(unit.campaignId, campaignId)));
    return row?.name ?? '';
  }
  const { road } = TABLES;
  const [row] = await db
    .select({ code: road.code, name: road.name })
    .from(road)
    .where(and(eq(road.id, id), eq(road.campaignId, campaignId)));
  return row === undefined ? '' : roadLabel(row);
}
