/** One's own account, and the link by which one gets a password. */
import { inArray } from 'drizzle-orm';
import { type Context, Hono } from 'hono';
import { writeAct } from '../accounts/acts.ts';
import type { Account, Directory } from '../accounts/directory.ts';
import { personOfLink, voidLinks } from '../accounts/invitations.ts';
import { directoryOf } from '../accounts/turn.ts';
import {
  type AccountAnswer,
  endSessionBody,
  enterBody,
  type InvitedAnswer,
  lookBody,
  ownPasswordBody,
} from '../contract/people.ts';
import type { Database } from '../db/database.ts';
import { TABLES } from '../db/rowTables.ts';
import { ApiError } from '../errors.ts';
import type { ApiEnv, ApiHome } from '../home.ts';
import { tellMembers } from '../members.ts';
import { bodyOf, SMALL_BODY } from './body.ts';

const DONE = { done: true } as const;

export function accountRoutes(home: ApiHome) {
  const { db } = home;
  const own = async (c: Context<ApiEnv>): Promise<Account> => {
    const account = (await directoryOf(home).accounts(db)).find((a) => a.id === c.var.user.id);
    if (account === undefined || account.locked) throw new ApiError(401, 'session.none');
    return account;
  };
  return new Hono<ApiEnv>()
    .get('/', async (c) => {
      const directory = directoryOf(home);
      const here = await directory.sessionOf(c.req.raw);
      const sessions = await directory.sessions(db, c.var.user.id, here);
      const { unit } = TABLES;
      const ids = c.var.author.memberships.flatMap((m) => m.unitId ?? []);
      const units =
        ids.length === 0
          ? []
          : await db.select({ id: unit.id, name: unit.name }).from(unit).where(inArray(unit.id, ids));
      const answer: AccountAnswer = { sessions: [...sessions], units };
      return c.json(answer);
    })
    .post('/password', async (c) => {
      const { current, password } = await bodyOf(c.req.raw, ownPasswordBody, SMALL_BODY);
      const directory = directoryOf(home);
      const account = await own(c);
      if (!(await directory.isPassword(db, account.id, current)))
        throw new ApiError(422, 'password.not-current', { field: 'current' });
      if (current === password) throw new ApiError(422, 'password.same', { field: 'password' });
      const here = await directory.sessionOf(c.req.raw);
      await inOne(home, async (tx) => {
        await directory.takeTurn(tx);
        // Whoever was signed out or locked while waiting sets nothing: a link may have given another password.
        if (!(await isStillIn(directory, tx, account.id, here))) throw new ApiError(401, 'session.none');
        await directory.setPassword(tx, account, password);
        await directory.endSessions(tx, account.id, here === null ? {} : { but: here });
        await voidLinks(tx, account.id);
        await writeAct(tx, home.now(), { by: account, act: 'password', about: account });
        await tellMembers(tx, account.id);
      });
      return c.json(DONE);
    })
    .post('/sessions', async (c) => {
      const { id } = await bodyOf(c.req.raw, endSessionBody, SMALL_BODY);
      const directory = directoryOf(home);
      const here = await directory.sessionOf(c.req.raw);
      await directory.endSessions(
        db,
        c.var.user.id,
        id !== null ? { only: id } : here === null ? {} : { but: here },
      );
      await tellMembers(db, c.var.user.id);
      return c.json(DONE);
    });
}

/** For whoever holds a link and is nobody yet. */
export function invitationRoutes(home: ApiHome) {
  return new Hono()
    .post('/look', async (c) => {
      const { token } = await bodyOf(c.req.raw, lookBody, SMALL_BODY);
      directoryOf(home);
      const { userName, name, ready } = await accountOf(
        home,
        home.db,
        await personOfLink(home.db, token, home.now()),
      );
      const answer: InvitedAnswer = { userName, name, ready };
      return c.json(answer);
    })
    .post('/', async (c) => {
      const { token, password } = await bodyOf(c.req.raw, enterBody, SMALL_BODY);
      const directory = directoryOf(home);
      // Whoever guesses waits for nobody, and nobody for them.
      await personOfLink(home.db, token, home.now());
      const account = await inOne(home, async (tx) => {
        await directory.takeTurn(tx);
        const found = await accountOf(home, tx, await personOfLink(tx, token, home.now()));
        // What was opened with the password before is shut; of two that use one link together one comes first.
        await directory.setPassword(tx, found, password);
        await directory.endSessions(tx, found.id, {});
        await voidLinks(tx, found.id);
        await writeAct(tx, home.now(), { by: found, act: 'entered', about: found });
        await tellMembers(tx, found.id);
        return found;
      });
      const answer: InvitedAnswer = { userName: account.userName, name: account.name, ready: true };
      return c.json(answer);
    });
}

function inOne<T>(home: ApiHome, work: (tx: Database) => Promise<T>): Promise<T> {
  return home.db.transaction((tx) => work(tx as unknown as Database));
}

/** Whether an account is open and the session that asks still there; null: none that is known, as in tests. */
async function isStillIn(
  directory: Directory,
  tx: Database,
  id: string,
  here: string | null,
): Promise<boolean> {
  const account = (await directory.accounts(tx)).find((a) => a.id === id);
  if (account === undefined || account.locked) return false;
  return here === null || (await directory.sessions(tx, id, here)).some((s) => s.own);
}

async function accountOf(home: ApiHome, db: Database, userId: string): Promise<Account> {
  const account = (await directoryOf(home).accounts(db)).find((a) => a.id === userId);
  // A link of somebody who was removed or locked meanwhile.
  if (account === undefined || account.locked) throw new ApiError(403, 'link.wrong');
  return account;
}
