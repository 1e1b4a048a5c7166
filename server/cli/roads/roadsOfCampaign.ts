/** What the import has to know of a campaign, and how its roads get there. */
import { asc, eq } from 'drizzle-orm';
import { newId } from '../../../src/api/contract/newId.ts';
import type { Database } from '../../../src/api/db/database.ts';
import { campaign, TABLES } from '../../../src/api/db/rowTables.ts';
import { applyEdit } from '../../../src/api/edits/applyEdit.ts';
import { ApiError } from '../../../src/api/errors.ts';
import type { EditNote, Op } from '../../../src/domain/edit/edit.ts';
import { inParts } from '../../../src/domain/edit/parts.ts';
import { groundBox } from '../../../src/domain/ground/box.ts';
import { inWords } from '../words.ts';

/** The campaign that is meant: the one named, or the only one there is. */
export async function campaignFor(db: Database, wanted: string | null): Promise<string> {
  const all = await db.select({ id: campaign.id }).from(campaign).orderBy(asc(campaign.id));
  const id = wanted ?? (all.length === 1 ? all[0]?.id : undefined);
  if (id !== undefined && all.some((c) => c.id === id)) return id;
  throw new Error(
    wanted === null
      ? 'Say which campaign: --campaign ID (see campaign list).'
      : `There is no campaign ${wanted}.`,
  );
}

export async function roadsOf(db: Database, id: string): Promise<{ code: string; name: string }[]> {
  const { road } = TABLES;
  return db.select({ code: road.code, name: road.name }).from(road).where(eq(road.campaignId, id));
}

/** Where a campaign is: its borders say it, else its roads. */
export async function groundOf(db: Database, id: string): Promise<ReturnType<typeof groundBox>> {
  const { unit, road } = TABLES;
  const units = await db.select({ boundary: unit.boundary }).from(unit).where(eq(unit.campaignId, id));
  const hasBorders = units.some((u) => u.boundary !== null);
  return groundBox(
    units,
    hasBorders ? [] : await db.select({ line: road.line }).from(road).where(eq(road.campaignId, id)),
  );
}

/** Stores the roads by the administrator of the machine, in parts that every device can take; one failing stops it. */
export async function store(db: Database, id: string, note: EditNote, ops: readonly Op[]): Promise<void> {
  const parts = inParts(ops);
  const replica = newId();
  let stored = 0;
  for (const [i, part] of parts.entries()) {
    const params = parts.length === 1 ? note.params : { ...note.params, part: i + 1, parts: parts.length };
    const named = { code: note.code, ...(params === undefined ? {} : { params }) };
    try {
      await applyEdit(db, { key: newId(), replica, campaignId: id, note: named, ops: part }, BY, new Date());
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      const done = stored === 0 ? 'Nothing was imported' : `Only the first ${stored} roads were imported`;
      throw new Error(
        `${done}: ${inWords({ code: error.code, params: error.detail.params ?? {} })} ${error.detail.field ?? ''}`,
      );
    }
    stored += part.length;
  }
}

const BY = {
  userId: 'command-line',
  name: 'Dòng lệnh',
  memberships: [{ campaignId: null, role: 'admin' as const, unitId: null }],
};
