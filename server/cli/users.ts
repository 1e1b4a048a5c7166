import { eq } from 'drizzle-orm';
import { newId } from '../../src/api/contract/newId.ts';
import type { Database } from '../../src/api/db/database.ts';
import { campaign, TABLES } from '../../src/api/db/schema.ts';
import { setMembership } from '../../src/api/members.ts';
import { ROLES, type Role } from '../../src/domain/edit/roles.ts';
import type { Accounts } from '../auth.ts';

interface NewUser {
  readonly userName: string;
  readonly password: string;
  readonly name: string;
  readonly role: string;
  readonly campaign: string | null;
  readonly unit: string | null;
}

/** Creates an account with its role; every name is checked before anything is written. */
export async function addUser(db: Database, accounts: Accounts, user: NewUser): Promise<void> {
  const role = ROLES.find((r) => r === user.role) as Role | undefined;
  if (role === undefined) throw new Error(`--role is one of ${ROLES.join(', ')}.`);
  if (user.campaign !== null) {
    const found = await db.select({ id: campaign.id }).from(campaign).where(eq(campaign.id, user.campaign));
    if (found.length === 0) throw new Error(`There is no campaign ${user.campaign}.`);
  }
  if (role === 'unit-officer' && user.unit === null) throw new Error('A unit officer needs --unit.');
  if (user.unit !== null) {
    const { unit } = TABLES;
    const [found] = await db.select({ campaignId: unit.campaignId }).from(unit).where(eq(unit.id, user.unit));
    if (found === undefined || found.campaignId !== user.campaign)
      throw new Error(`There is no unit ${user.unit} in that campaign.`);
  }
  const userId = await accounts.add(user);
  await setMembership(db, newId(), userId, { campaignId: user.campaign, role, unitId: user.unit });
  console.log(
    `${user.userName} may sign in as ${role}${user.campaign === null ? ' of every campaign' : ''}.`,
  );
}
