import { sql } from 'drizzle-orm';
import { Hono } from 'hono';
import type { SessionAnswer } from './contract/answers.ts';
import { apiErrorOf, loggable } from './db/sqlErrors.ts';
import { ApiError } from './errors.ts';
import type { ApiEnv, ApiHome } from './home.ts';
import { openApiDocument } from './openapi.ts';
import { People } from './people.ts';
import { accountRoutes, invitationRoutes } from './routes/account.ts';
import { backupRoutes } from './routes/backup.ts';
import { campaignRoutes } from './routes/campaigns.ts';
import { peopleRoutes } from './routes/people.ts';
import { sheetRoutes } from './routes/sheets.ts';
import { wireHeaders } from './wire.ts';

/** The whole API below `/api`, the same in every home. Every route but health, the document and links asks who comes. */
export function createApi(home: ApiHome) {
  const people = new People(home);
  return new Hono<ApiEnv>()
    .basePath('/api')
    .onError((error, c) => {
      const known = error instanceof ApiError ? error : apiErrorOf(error);
      if (known === null || known.cause !== undefined) console.error(loggable(error));
      if (known !== null) return c.json(known.answer(), known.status);
      return c.json({ error: { code: 'server.failed' } }, 500);
    })
    .notFound((c) => c.json({ error: { code: 'request.no-such-route' } }, 404))
    .use(wireHeaders(home))
    .get('/healthz', async (c) => {
      const database = await reachable(home);
      return c.json(
        {
          status: database ? 'ok' : 'failing',
          version: home.version,
          database: database ? 'ok' : 'unreachable',
        },
        database ? 200 : 503,
      );
    })
    .get('/openapi.json', (c) => c.json(openApiDocument(home.version)))
    .route('/invitation', invitationRoutes(home))
    .route('/sheet', sheetRoutes(home))
    .use(async (c, next) => {
      c.header('Cache-Control', 'no-store');
      const { user, author } = await people.whoAsks(c.req.raw);
      c.set('user', user);
      c.set('author', author);
      await next();
    })
    .get('/session', (c) => {
      const answer: SessionAnswer = { user: c.var.user, memberships: [...c.var.author.memberships] };
      return c.json(answer);
    })
    .route('/people', peopleRoutes(home))
    .route('/account', accountRoutes(home))
    .route('/backup', backupRoutes(home))
    .route('/campaigns', campaignRoutes(home, people));
}

async function reachable(home: ApiHome): Promise<boolean> {
  try {
    await home.db.execute(sql`select 1`);
    return true;
  } catch (error) {
    console.error('database unreachable:', error instanceof Error ? error.message : error);
    return false;
  }
}
