/** People: who there is, what they may, links that let them in. For administrators, each act in the log. */
import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { type Context, Hono } from 'hono';
import type { z } from 'zod';
import type { Membership } from '../../domain/edit/roles.ts';
import { administers, administersAnything, managesAccount } from '../../domain/people/managing.ts';
import { actsBefore, writeAct } from '../accounts/acts.ts';
import type { Account, Directory } from '../accounts/directory.ts';
import { makeLink, openLinks, voidLinks } from '../accounts/invitations.ts';
import { newId } from '../contract/newId.ts';
import {
  type AddPeopleBody,
  type Administered,
  addPeopleBody,
  type LinksAnswer,
  lockBody,
  nothingBody,
  type PeopleAnswer,
  type PersonLink,
  type RoleBody,
  renameBody,
  roleBody,
} from '../contract/people.ts';
import type { Database } from '../db/database.ts';
import { campaign, TABLES } from '../db/rowTables.ts';
import { lastSignIn, member } from '../db/schema.ts';
import { limitTime } from '../db/timeouts.ts';
import { ApiError } from '../errors.ts';
import type { ApiEnv, ApiHome } from '../home.ts';
import { membershipsOf, setMembership, tellMembers } from '../members.ts';
import { bodyOf, SMALL_BODY } from './body.ts';

const DONE = { done: true } as const;
/** Two hundred people with long names. */
const LIST_BODY = 1024 * 1024;

export function peopleRoutes(home: ApiHome) {
  const { db } = home;
  return new Hono<ApiEnv>()
    .use(async (c, next) => {
      directoryOf(home);
      if (!administersAnything(c.var.author.memberships)) throw new ApiError(403, 'denied.people');
      await next();
    })
    .get('/', async (c) => c.json(await peopleFor(home, c.var.author.memberships)))
    .post('/', async (c) => {
      const { people } = await bodyOf(c.req.raw, addPeopleBody, LIST_BODY);
      return c.json(
        await inTurn(home, c, (tx, _, own) => {
          for (const [i, { membership }] of people.entries()) mayGive(own, membership, `people.${i}`);
          return addPeople(home, tx, c, people);
        }),
      );
    })
    .get('/acts', async (c) => {
      // What was done in one campaign stands among what was done elsewhere.
      if (!administers(c.var.author.memberships, null)) throw new ApiError(403, 'denied.people');
      return c.json(await actsBefore(db, c.req.query('before')));
    })
    .post('/:person/name', async (c) => {
      const { name } = await read(c, renameBody);
      await onPerson(home, c, async (tx, account, directory) => {
        await directory.rename(tx, account.id, name.trim());
        await writeAct(tx, home.now(), {
          by: c.var.user,
          act: 'renamed',
          about: account,
          params: { name: name.trim() },
        });
      });
      return c.json(DONE);
    })
    .post('/:person/role', async (c) => {
      const asked = await read(c, roleBody);
      await inTurn(home, c, async (tx, directory, own) => {
        mayGive(own, asked, undefined);
        await setRole(home, tx, c, await accountOf(tx, c, directory), asked, own);
      });
      return c.json(DONE);
    })
    .post('/:person/link', async (c) => {
      await read(c, nothingBody);
      const link = await onPerson(home, c, async (tx, account) => {
        const made = await makeLink(tx, account.id, home.now());
        await writeAct(tx, home.now(), { by: c.var.user, act: 'linked', about: account });
        return { userId: account.id, userName: account.userName, name: account.name, ...made };
      });
      const answer: LinksAnswer = { links: [link] };
      return c.json(answer);
    })
    .post('/:person/lock', async (c) => {
      const { locked } = await read(c, lockBody);
      await onPerson(home, c, async (tx, account, directory) => {
        await directory.setLocked(tx, account.id, locked);
        if (locked) await voidLinks(tx, account.id);
        await writeAct(tx, home.now(), {
          by: c.var.user,
          act: locked ? 'locked' : 'unlocked',
          about: account,
        });
        await tellMembers(tx, account.id);
      });
      return c.json(DONE);
    })
    .get('/:person/sessions', async (c) => {
      // Read without a turn: it changes nothing, and whoever looks must not hold up whoever acts.
      const directory = directoryOf(home);
      const account = await accountOf(db, c, directory);
      if (!managesAccount(c.var.author.memberships, await membershipsOf(db, account.id)))
        throw new ApiError(403, 'denied.people');
      return c.json({
        sessions: await directory.sessions(db, account.id, await directory.sessionOf(c.req.raw)),
      });
    })
    .post('/:person/sessions', async (c) => {
      await read(c, nothingBody);
      await onPerson(home, c, async (tx, account, directory) => {
        await directory.endSessions(tx, account.id, {});
        await writeAct(tx, home.now(), { by: c.var.user, act: 'signed-out', about: account });
        await tellMembers(tx, account.id);
      });
      return c.json(DONE);
    })
    .post('/:person/remove', async (c) => {
      await read(c, nothingBody);
      await onPerson(home, c, async (tx, account, directory) => {
        await voidLinks(tx, account.id);
        await tx.delete(member).where(eq(member.userId, account.id));
        await tx.delete(lastSignIn).where(eq(lastSignIn.userId, account.id));
        await directory.remove(tx, account.id);
        await writeAct(tx, home.now(), { by: c.var.user, act: 'removed', about: account });
        await tellMembers(tx, account.id);
      });
      return c.json(DONE);
    });
}

type C = Context<ApiEnv>;

function read<T>(c: C, schema: z.ZodType<T>): Promise<T> {
  return bodyOf(c.req.raw, schema, SMALL_BODY);
}

export function directoryOf({ directory }: ApiHome): Directory {
  if (directory === null) throw new ApiError(404, 'people.none-here');
  return directory;
}

/**
 * Works while nobody else changes accounts, with what whoever asks may by then: a body may come slowly, and a turn late.
 * Throws 401 where they are let in no more, 422 `people.last-administrator` where nobody would be left.
 */
async function inTurn<T>(
  home: ApiHome,
  c: C,
  work: (tx: Database, directory: Directory, own: readonly Membership[]) => Promise<T>,
): Promise<T> {
  const directory = directoryOf(home);
  return home.db.transaction(async (transaction) => {
    const tx = transaction as unknown as Database;
    await limitTime(tx, { lockSeconds: 5, statementSeconds: 15 });
    await directory.takeTurn(tx);
    const asker = (await directory.accounts(tx)).find((a) => a.id === c.var.user.id);
    if (asker === undefined || asker.locked) throw new ApiError(401, 'session.none');
    const own = await membershipsOf(tx, asker.id);
    const ruled = await isRuled(tx, directory);
    const result = await work(tx, directory, own);
    // A server of demonstrations alone has nobody who administers everything.
    if (ruled && !(await isRuled(tx, directory))) throw new ApiError(422, 'people.last-administrator');
    return result;
  });
}

/** Whether somebody administers everything who gets in: with a password, and not locked. */
async function isRuled(tx: Database, directory: Directory): Promise<boolean> {
  const rulers = await tx
    .select({ id: member.userId })
    .from(member)
    .where(and(isNull(member.campaignId), eq(member.role, 'admin')));
  const open = new Set((await directory.accounts(tx)).flatMap((a) => (a.locked || !a.ready ? [] : [a.id])));
  return rulers.some(({ id }) => open.has(id));
}

/** The account that a path names. Throws 404 `people.missing`. */
async function accountOf(tx: Database, c: C, directory: Directory): Promise<Account> {
  const account = (await directory.accounts(tx)).find((a) => a.id === c.req.param('person'));
  if (account === undefined) throw new ApiError(404, 'people.missing');
  return account;
}

/** Works on the account that the path names. Throws 404, or 403 where it is not for whoever asks to act on. */
function onPerson<T>(
  home: ApiHome,
  c: C,
  work: (tx: Database, account: Account, directory: Directory) => Promise<T>,
): Promise<T> {
  return inTurn(home, c, async (tx, directory, own) => {
    const account = await accountOf(tx, c, directory);
    if (!managesAccount(own, await membershipsOf(tx, account.id))) throw new ApiError(403, 'denied.people');
    return work(tx, account, directory);
  });
}

/** Throws 403 where whoever asks does not administer what a role is for. */
function mayGive(
  own: readonly Membership[],
  asked: Pick<RoleBody, 'campaignId'> | null,
  field: string | undefined,
): void {
  if (!administers(own, asked?.campaignId ?? null)) throw new ApiError(403, 'denied.people', { field });
}

/** Throws 422 with the field where a role does not hang together: a unit officer has a unit, of that campaign. */
async function refuseBadRole(
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

async function setRole(
  home: ApiHome,
  tx: Database,
  c: C,
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
    if (account.id !== c.var.user.id) await directoryOf(home).endSessions(tx, account.id, {});
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
    by: c.var.user,
    act: role === null ? 'role-taken' : 'role-given',
    about: account,
    campaignId,
    params: role === null ? {} : { role },
  });
  await tellMembers(tx, account.id);
}

async function addPeople(
  home: ApiHome,
  tx: Database,
  c: C,
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
      by: c.var.user,
      act: 'added',
      about: { id: userId, name: account.name },
      campaignId: membership?.campaignId ?? null,
      params: membership === null ? {} : { role: membership.role },
    });
    links.push({ userId, ...account, ...(await makeLink(tx, userId, home.now())) });
  }
  return { links };
}

/** Those whom an administrator may know of, with what they may where he administers. */
async function peopleFor(home: ApiHome, own: readonly Membership[]): Promise<PeopleAnswer> {
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
