import { asc, inArray } from 'drizzle-orm';
import type { Membership } from '../../domain/edit/roles.ts';
import { administers, managesAccount } from '../../domain/people/managing.ts';
import type { Administered, PeopleAnswer } from '../contract/people.ts';
import type { Database } from '../db/database.ts';
import { campaign, TABLES } from '../db/rowTables.ts';
import { lastSignIn, member } from '../db/schema.ts';
import type { ApiHome } from '../home.ts';
import { openLinks } from './invitations.ts';
import { directoryOf } from './turn.ts';

/** Those whom an administrator may know of, with what they may where he administers. */
export async function peopleFor(home: ApiHome, own: readonly Membership[]): Promise<PeopleAnswer> {
  const { db } = home;
  const [accounts, links, seen, all] = await Promise.all([
    directoryOf(home).accounts(db),
    openLinks(db, home.now()),
    db.select().from(lastSignIn),
    db.select().from(member).orderBy(asc(member.id)),
  ]);
  const lastOf = new Map(seen.map((row) => [row.userId, new Date(row.at).toISOString()]));
  const theirs = Map.groupBy(all, (m) => m.userId);
  const people = accounts.flatMap((account) => {
    const memberships = (theirs.get(account.id) ?? []).map(
      ({ campaignId, role, unitId }): Membership => ({ campaignId, role, unitId }),
    );
    const known = memberships.filter((m) => m.campaignId === null || administers(own, m.campaignId));
    if (known.length === 0 && !administers(own, null)) return [];
    return [
      {
        ...account,
        lastSignIn: lastOf.get(account.id) ?? null,
        linkUntil: links.get(account.id) ?? null,
        memberships: known,
        managed: managesAccount(own, memberships),
      },
    ];
  });
  return { people, campaigns: await administeredBy(db, own), rulesAll: administers(own, null) };
}

async function administeredBy(db: Database, own: readonly Membership[]): Promise<Administered[]> {
  const { unit } = TABLES;
  const all = await db
    .select({ id: campaign.id, name: campaign.name })
    .from(campaign)
    .orderBy(asc(campaign.id));
  const campaigns = all.filter(({ id }) => administers(own, id));
  if (campaigns.length === 0) return [];
  const units = await db
    .select({ id: unit.id, campaignId: unit.campaignId, name: unit.name, parentId: unit.parentId })
    .from(unit)
    .where(
      inArray(
        unit.campaignId,
        campaigns.map(({ id }) => id),
      ),
    )
    .orderBy(asc(unit.name));
  const of = Map.groupBy(units, (u) => u.campaignId);
  return campaigns.map(({ id, name }) => ({
    id,
    name,
    units: (of.get(id) ?? []).map(({ campaignId: _, ...u }) => u),
  }));
}
