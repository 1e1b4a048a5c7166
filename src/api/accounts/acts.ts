/** What was done with accounts, by administrators and by their people, written down with it. */
import { desc, eq, lt, type SQL } from 'drizzle-orm';
import { newId } from '../contract/newId.ts';
import { ACT_VIA, type ActName, type ActParams, type ActsAnswer, type ActVia } from '../contract/people.ts';
import type { Database } from '../db/database.ts';
import { campaign } from '../db/rowTables.ts';
import { peopleAct } from '../db/schema.ts';
import type { User } from '../home.ts';

interface Act {
  /** Who did it; where nobody was signed in, by which way. */
  readonly by: Pick<User, 'id' | 'name'> | Exclude<ActVia, 'person'>;
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
    byUser: typeof by === 'string' ? by : by.id,
    byName: typeof by === 'string' ? '' : by.name,
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
      user: peopleAct.byUser,
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
  const acts = rows.slice(0, PAGE).map(({ user, ...act }) => ({ ...act, via: viaOf(user) }));
  return { acts, more: rows.length > PAGE };
}

/** By which way an act was done, from whom the log names: ids of people are none of the ways. */
export function viaOf(byUser: string): ActVia {
  return ACT_VIA.find((via) => via === byUser) ?? 'person';
}
