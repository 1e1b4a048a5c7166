import { eq, inArray } from 'drizzle-orm';
import { writeAct } from '../../src/api/accounts/acts.ts';
import { newId } from '../../src/api/contract/newId.ts';
import type { Database } from '../../src/api/db/database.ts';
import { campaign, TABLES } from '../../src/api/db/rowTables.ts';
import { member } from '../../src/api/db/schema.ts';
import { setMembership } from '../../src/api/members.ts';
import { ROLES, type Role } from '../../src/domain/edit/roles.ts';
import { allUsers, insertAccount } from '../accounts/rows.ts';
import { findCampaign, findUnit } from './found.ts';

interface NewUser {
  readonly userName: string;
  readonly password: string;
  readonly name: string;
  readonly role: string;
  /** Ids or names. */
  readonly campaign: string | null;
  readonly unit: string | null;
}

/** Creates an account with its role, both or neither; every name is looked up before anything is written. */
export async function addUser(db: Database, user: NewUser): Promise<void> {
  const role = ROLES.find((r) => r === user.role) as Role | undefined;
  if (role === undefined) throw new Error(`--role is one of ${ROLES.join(', ')}.`);
  const inCampaign = user.campaign === null ? null : await findCampaign(db, user.campaign);
  if (role === 'unit-officer' && user.unit === null) throw new Error('A unit officer needs --unit.');
  if (user.unit !== null && inCampaign === null) throw new Error('--unit needs --campaign.');
  const unit =
    user.unit === null || inCampaign === null ? null : await findUnit(db, inCampaign.id, user.unit);
  await db.transaction(async (tx) => {
    const inside = tx as unknown as Database;
    const userId = await insertAccount(inside, user);
    const membership = { campaignId: inCampaign?.id ?? null, role, unitId: unit?.id ?? null };
    await setMembership(inside, newId(), userId, membership);
    await writeAct(inside, new Date(), {
      by: 'command-line',
      act: 'added',
      about: { id: userId, name: user.name },
      campaignId: membership.campaignId,
      params: { role },
    });
  });
  const where = inCampaign === null ? 'every campaign' : `«${inCampaign.name}»`;
  console.log(`${user.userName} may sign in as ${role} of ${where}${unit === null ? '' : `, ${unit.name}`}.`);
}

/** One line a person: user name, full name, roles, whether locked. */
export async function listUsers(db: Database): Promise<void> {
  const users = await allUsers(db);
  if (users.length === 0) console.log('There is no user yet.');
  const { unit } = TABLES;
  const roles = await db
    .select({ userId: member.userId, role: member.role, campaign: campaign.name, unit: unit.name })
    .from(member)
    .leftJoin(campaign, eq(campaign.id, member.campaignId))
    .leftJoin(unit, eq(unit.id, member.unitId))
    .where(
      inArray(
        member.userId,
        users.map((u) => u.id),
      ),
    );
  for (const user of users) {
    const theirs = roles
      .filter((r) => r.userId === user.id)
      .map((r) => `${r.role} of ${[r.campaign ?? 'every campaign', r.unit].filter(Boolean).join(', ')}`);
    const said = [
      user.userName,
      user.name,
      theirs.join('; ') || 'no role',
      ...(user.locked ? ['locked'] : []),
    ];
    console.log(said.join('  '));
  }
}
