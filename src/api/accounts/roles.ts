/** Roles: who may give which, and what goes with another. */
import { and, eq, isNull } from 'drizzle-orm';
import type { Membership } from '../../domain/edit/roles.ts';
import { administers } from '../../domain/people/managing.ts';
import { newId } from '../contract/newId.ts';
import type { RoleBody } from '../contract/people.ts';
import type { Database } from '../db/database.ts';
import { campaign, TABLES } from '../db/rowTables.ts';
import { member } from '../db/schema.ts';
import { ApiError } from '../errors.ts';
import type { ApiHome, User } from '../home.ts';
import { membershipsOf, setMembership, tellMembers } from '../members.ts';
import { writeAct } from './acts.ts';
import type { Account } from './directory.ts';
import { voidLinks } from './invitations.ts';
import { directoryOf } from './turn.ts';

/** Throws 403 where whoever asks does not administer what a role is for. */
export function mayGive(
  own: readonly Membership[],
  asked: Pick<RoleBody, 'campaignId'> | null,
  field: string | undefined,
): void {
  if (!administers(own, asked?.campaignId ?? null)) throw new ApiError(403, 'denied.people', { field });
}

/** Throws 422 with the field where a role does not hang together: a unit officer has a unit, of that campaign. */
export async function refuseBadRole(
  tx: Database,
  { campaignId, role, unitId }: RoleBody,
  at: string,
): Promise<void> {
  if (campaignId !== null) {
    // As an edit takes it: the unit of a role is not deleted meanwhile.
    const [known] = await tx
      .select({ id: campaign.id })
      .from(campaign)
      .where(eq(campaign.id, campaignId))
      .for('update');
    if (known === undefined) throw new ApiError(422, 'campaign.missing', { field: `${at}campaignId` });
  }
  if ((role === 'unit-officer') !== (unitId !== null))
    throw new ApiError(422, unitId === null ? 'people.needs-unit' : 'people.no-unit', {
      field: `${at}unitId`,
    });
  if (unitId === null) return;
  const { unit } = TABLES;
  const [found] =
    campaignId === null
      ? []
      : await tx
          .select({ id: unit.id })
          .from(unit)
          .where(and(eq(unit.id, unitId), eq(unit.campaignId, campaignId)));
  if (found === undefined) throw new ApiError(422, 'people.other-unit', { field: `${at}unitId` });
}

export async function setRole(
  home: ApiHome,
  tx: Database,
  by: User,
  account: Account,
  asked: RoleBody,
  own: readonly Membership[],
): Promise<void> {
  const { campaignId, role, unitId } = asked;
  const theirs = await membershipsOf(tx, account.id);
  // Whoever administers one campaign takes nothing from somebody who administers all, and lets in nobody whom he does
  // not see: that one has people of their own.
  const isSeen = theirs.some((m) => m.campaignId !== null && administers(own, m.campaignId));
  if (!administers(own, null) && (!isSeen || theirs.some((m) => m.campaignId === null)))
    throw new ApiError(403, 'denied.people');
  // What opens the account was made for less: whoever kept it does not come into more by it.
  if (role !== null && (role === 'admin' || !theirs.some((m) => m.campaignId === campaignId))) {
    await voidLinks(tx, account.id);
    // What somebody gives himself he has done with open eyes.
    if (account.id !== by.id) await directoryOf(home).endSessions(tx, account.id, {});
  }
  if (role === null)
    await tx
      .delete(member)
      .where(
        and(
          eq(member.userId, account.id),
          campaignId === null ? isNull(member.campaignId) : eq(member.campaignId, campaignId),
        ),
      );
  else {
    await refuseBadRole(tx, asked, '');
    await setMembership(tx, newId(), account.id, { campaignId, role, unitId });
  }
  await writeAct(tx, home.now(), {
    by,
    act: role === null ? 'role-taken' : 'role-given',
    about: account,
    campaignId,
    params: role === null ? {} : { role },
  });
  await tellMembers(tx, account.id);
}
