import { eq, sql } from 'drizzle-orm';
import type { Membership } from '../domain/edit/roles.ts';
import type { Database } from './db/database.ts';
import { member } from './db/schema.ts';

/** The channel on which every home hears that something about a person's rights or sessions changed. */
export const MEMBERS_CHANNEL = 'cohoa_members';

export async function membershipsOf(db: Database, userId: string): Promise<Membership[]> {
  return db
    .select({ campaignId: member.campaignId, role: member.role, unitId: member.unitId })
    .from(member)
    .where(eq(member.userId, userId));
}

/** Gives a person a role in a campaign (null: in all), in place of the one they had there. */
export async function setMembership(db: Database, id: string, userId: string, m: Membership): Promise<void> {
  await db
    .insert(member)
    .values({ id, userId, ...m })
    .onConflictDoUpdate({
      target: [member.userId, member.campaignId],
      set: { role: m.role, unitId: m.unitId },
    });
  await tellMembers(db, userId);
}

/** Tells every home that a person's rights or sessions changed: what they have open is asked about again. */
export async function tellMembers(db: Database, userId: string): Promise<void> {
  await db.execute(sql`select pg_notify(${MEMBERS_CHANNEL}, ${userId})`);
}
