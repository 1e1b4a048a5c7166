/** People: who there is, what they may, links that let them in. For administrators, each act in the log. */
import { eq } from 'drizzle-orm';
import { type Context, Hono } from 'hono';
import type { z } from 'zod';
import { administers, administersAnything, managesAccount } from '../../domain/people/managing.ts';
import { actsBefore, writeAct } from '../accounts/acts.ts';
import { addPeople } from '../accounts/adding.ts';
import { makeLink, voidLinks } from '../accounts/invitations.ts';
import { peopleFor } from '../accounts/listing.ts';
import { mayGive, setRole } from '../accounts/roles.ts';
import { accountOf, directoryOf, inTurn, onPerson } from '../accounts/turn.ts';
import {
  addPeopleBody,
  type LinksAnswer,
  lockBody,
  nothingBody,
  renameBody,
  roleBody,
} from '../contract/people.ts';
import { lastSignIn, member } from '../db/schema.ts';
import { ApiError } from '../errors.ts';
import type { ApiEnv, ApiHome } from '../home.ts';
import { membershipsOf, tellMembers } from '../members.ts';
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
          return addPeople(home, tx, c.var.user, people);
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
        await setRole(home, tx, c.var.user, await accountOf(tx, c, directory), asked, own);
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

function read<T>(c: Context<ApiEnv>, schema: z.ZodType<T>): Promise<T> {
  return bodyOf(c.req.raw, schema, SMALL_BODY);
}
