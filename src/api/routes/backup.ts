/** A copy of everything, for those who administer everything. */
import { desc, eq } from 'drizzle-orm';
import { Hono } from 'hono';
import { administers } from '../../domain/people/managing.ts';
import { viaOf, writeAct } from '../accounts/acts.ts';
import { type BackupStanding, ROWS_HEADER } from '../contract/backup.ts';
import { nothingBody } from '../contract/people.ts';
import { peopleAct } from '../db/schema.ts';
import { ApiError } from '../errors.ts';
import type { ApiEnv, ApiHome } from '../home.ts';
import { bodyOf, SMALL_BODY } from './body.ts';

export function backupRoutes({ db, backups, now }: ApiHome) {
  return new Hono<ApiEnv>()
    .use(async (c, next) => {
      if (!administers(c.var.author.memberships, null)) throw new ApiError(403, 'denied.backup');
      await next();
    })
    .get('/', async (c) => {
      const [last] = await db
        .select({ at: peopleAct.at, by: peopleAct.byName, user: peopleAct.byUser })
        .from(peopleAct)
        .where(eq(peopleAct.act, 'backed-up'))
        .orderBy(desc(peopleAct.id))
        .limit(1);
      const answer: BackupStanding = {
        last: last === undefined ? null : { at: last.at, by: last.by, via: viaOf(last.user) },
      };
      return c.json(answer);
    })
    .post('/', async (c) => {
      await bodyOf(c.req.raw, nothingBody, SMALL_BODY);
      if (backups === null) throw new ApiError(404, 'backup.none-here');
      const by = c.var.user;
      const { rows, body } = await backups.begin(() =>
        writeAct(db, now(), { by, act: 'backed-up', about: null }),
      );
      // Who has begun one may hold most of it already, whatever becomes of the rest.
      await writeAct(db, now(), { by, act: 'backup-begun', about: null });
      return c.body(body, 200, {
        'Content-Type': 'application/gzip',
        'Cache-Control': 'no-store, no-transform',
        [ROWS_HEADER]: String(rows),
      });
    });
}
