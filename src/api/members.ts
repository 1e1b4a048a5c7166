import { eq } from 'drizzle-orm';
import type { Membership } from '../domain/edit/roles.ts';
import type { Database } from './db/database.ts';
import { member } from './db/schema.ts';

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
}
