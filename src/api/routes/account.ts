/** One's own account, and the link by which one gets a password. */
import { type Context, Hono } from 'hono';
import type { Account } from '../accounts/directory.ts';
import { personOfLink, voidLinks } from '../accounts/invitations.ts';
import {
  type AccountAnswer,
  endSessionBody,
  enterBody,
  type InvitedAnswer,
  lookBody,
  ownPasswordBody,
} from '../contract/people.ts';
import type { Database } from '../db/database.ts';
import { ApiError } from '../errors.ts';
import type { ApiEnv, ApiHome } from '../home.ts';
import { tellMembers } from '../members.ts';
import { bodyOf, SMALL_BODY } from './body.ts';
import { directoryOf } from './people.ts';

const DONE = { done: true } as const;

export function accountRoutes(home: ApiHome) {
  const { db } = home;
  const own = async (c: Context<ApiEnv>): Promise<Account> => accountOf(home, db, c.var.user.id);
  return new Hono<ApiEnv>()
    .get('/', async (c) => {
      const sessions = await directoryOf(home).sessions(db, c.var.user.id, c.req.raw);
      const answer: AccountAnswer = { sessions: [...sessions] };
      return c.json(answer);
    })
    .post('/password', async (c) => {
      const { current, password } = await bodyOf(c.req.raw, ownPasswordBody, SMALL_BODY);
      const directory = directoryOf(home);
      const account = await own(c);
      if (!(await directory.isPassword(db, account.id, current)))
        throw new ApiError(422, 'password.not-current', { field: 'current' });
      const [here] = (await directory.sessions(db, account.id, c.req.raw)).filter((s) => s.own);
      await inOne(home, async (tx) => {
        await directory.setPassword(tx, account, password);
        await directory.endSessions(tx, account.id, here === undefined ? {} : { but: here.id });
        await voidLinks(tx, account.id);
        await tellMembers(tx, account.id);
      });
      return c.json(DONE);
    })
    .post('/sessions', async (c) => {
      const { id } = await bodyOf(c.req.raw, endSessionBody, SMALL_BODY);
      const directory = directoryOf(home);
      const [here] = (await directory.sessions(db, c.var.user.id, c.req.raw)).filter((s) => s.own);
      await directory.endSessions(
        db,
        c.var.user.id,
        id !== null ? { only: id } : here === undefined ? {} : { but: here.id },
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
      const account = await inOne(home, async (tx) => {
        await directory.takeTurn(tx);
        const found = await accountOf(home, tx, await personOfLink(tx, token, home.now()));
        // What was opened with the password before is shut; of two that use one link together one comes first.
        await directory.setPassword(tx, found, password);
        await directory.endSessions(tx, found.id, {});
        await voidLinks(tx, found.id);
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

async function accountOf(home: ApiHome, db: Database, userId: string): Promise<Account> {
  const account = (await directoryOf(home).accounts(db)).find((a) => a.id === userId);
  // A link of somebody who was removed or locked meanwhile.
  if (account === undefined || account.locked) throw new ApiError(403, 'link.wrong');
  return account;
}
