/** What was done with accounts, by administrators and by their people, written down with it. */
import { desc, eq, lt, type SQL } from 'drizzle-orm';
import { newId } from '../contract/newId.ts';
import type { ActName, ActParams, ActsAnswer } from '../contract/people.ts';
import type { Database } from '../db/database.ts';
import { campaign } from '../db/rowTables.ts';
import { peopleAct } from '../db/schema.ts';
import type { User } from '../home.ts';

interface Act {
  readonly by: Pick<User, 'id' | 'name'>;
  readonly act: ActName;
  /** Null for what is about nobody alone. */
  readonly about: { readonly id: string; readonly name: string } | null;
  readonly campaignId?: string | null;
  readonly params?: ActParams;
}

export async function writeAct(
  db: Database,
  at: Date,
  { by, act, about, campaignId, params }: Act,
): Promise<void> {
  await db.insert(peopleAct).values({
    id: newId(),
    at: at.toISOString(),
    byUser: by.id,
    byName: by.name,
    act,
    aboutUser: about?.id ?? '',
    aboutName: about?.name ?? '',
    campaignId: campaignId ?? null,
    params: { ...params },
  });
}

const PAGE = 100;

/** Newest first; `before`: the id of the last one that is known. */
export async function actsBefore(db: Database, before: string | undefined): Promise<ActsAnswer> {
  const older: SQL | undefined = before === undefined ? undefined : lt(peopleAct.id, before);
  const rows = await db
    .select({
      id: peopleAct.id,
      at: peopleAct.at,
      by: peopleAct.byName,
      act: peopleAct.act,
      about: peopleAct.aboutName,
      campaign: campaign.name,
      params: peopleAct.params,
    })
    .from(peopleAct)
    .leftJoin(campaign, eq(campaign.id, peopleAct.campaignId))
    .where(older)
    .orderBy(desc(peopleAct.id))
    .limit(PAGE + 1);
  return { acts: rows.slice(0, PAGE), more: rows.length > PAGE };
}
