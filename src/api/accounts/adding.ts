import { newId } from '../contract/newId.ts';
import type { AddPeopleBody, LinksAnswer, PersonLink } from '../contract/people.ts';
import type { Database } from '../db/database.ts';
import { ApiError } from '../errors.ts';
import type { ApiHome, User } from '../home.ts';
import { setMembership } from '../members.ts';
import { writeAct } from './acts.ts';
import { makeLink } from './invitations.ts';
import { refuseBadRole } from './roles.ts';
import { directoryOf } from './turn.ts';

/** Adds people with a role and a link each. Throws 422 with the place in the list of the first that will not do. */
export async function addPeople(
  home: ApiHome,
  tx: Database,
  by: User,
  people: AddPeopleBody['people'],
): Promise<LinksAnswer> {
  const directory = directoryOf(home);
  const links: PersonLink[] = [];
  for (const [i, { userName, name, membership }] of people.entries()) {
    const account = { userName: userName.trim(), name: name.trim() };
    const userId = await directory.add(tx, account).catch((error: unknown) => {
      // Which of those that come together, and what of it.
      if (error instanceof ApiError)
        throw new ApiError(error.status, error.code, {
          ...error.detail,
          field: `people.${i}.${error.detail.field ?? ''}`,
        });
      throw error;
    });
    if (membership !== null) {
      await refuseBadRole(tx, membership, `people.${i}.`);
      await setMembership(tx, newId(), userId, membership);
    }
    await writeAct(tx, home.now(), {
      by,
      act: 'added',
      about: { id: userId, name: account.name },
      campaignId: membership?.campaignId ?? null,
      params: membership === null ? {} : { role: membership.role },
    });
    links.push({ userId, ...account, ...(await makeLink(tx, userId, home.now())) });
  }
  return { links };
}
