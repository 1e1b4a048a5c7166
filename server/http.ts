/** The Node home of the API: the app's files, sign-in, security headers, and the API itself, on one origin. */
import { readFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import type { HttpBindings } from '@hono/node-server';
import { getConnInfo } from '@hono/node-server/conninfo';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import { createApi } from '../src/api/app.ts';
import type { EntryAnswer } from '../src/api/contract/answers.ts';
import { SETUP_HEADER } from '../src/api/contract/backup.ts';
import { campaign } from '../src/api/db/rowTables.ts';
import { apiErrorOf, loggable } from '../src/api/db/sqlErrors.ts';
import { ApiError } from '../src/api/errors.ts';
import type { Shortcut } from '../src/api/home.ts';
import { LiveHub } from '../src/api/live.ts';
import { tellMembers } from '../src/api/members.ts';
import { bodyOf, SMALL_BODY } from '../src/api/routes/body.ts';
import { isTileUrl, OPEN_STREET_MAP } from '../src/domain/model/baseMap.ts';
import { withCookies } from './accounts/cookies.ts';
import { createFirstAdministrator, offerSetUp, setupBody } from './accounts/firstAdministrator.ts';
import { type Accounts, CLIENT_ADDRESS } from './auth.ts';
import { openRestore } from './backup/receiving.ts';
import { openBackups } from './backup/sending.ts';
import { DIST } from './build.ts';
import type { Config } from './config.ts';
import { listen, type OpenDatabase } from './database.ts';
import { existing } from './demo.ts';
import { sameOrigin } from './sameOrigin.ts';
import { secretOf } from './secrets.ts';

export interface HttpHome {
  readonly fetch: (request: Request, env: unknown) => Response | Promise<Response>;
  /** The one-time token that creates the administrator; null when there are accounts. */
  readonly setupToken: string | null;
  close(): Promise<void>;
}

interface Parts {
  readonly config: Config;
  readonly database: OpenDatabase;
  readonly accounts: Accounts;
  readonly demoAccounts: EntryAnswer['demoAccounts'];
  readonly serveApp: boolean;
}

/** Of an empty server; the database has no time to say so. */
const WHILE_RESTORING = {
  demoAccounts: [],
  needsAdministrator: true,
  restoring: true,
} satisfies Omit<EntryAnswer, 'version'>;

const SIGN_IN_ROUTES = ['/api/auth/sign-in/username', '/api/auth/sign-out'] as const;

const smallBody = bodyLimit({
  maxSize: SMALL_BODY,
  onError: () => {
    throw new ApiError(413, 'request.too-large', { params: { megabytes: SMALL_BODY / 1024 / 1024 } });
  },
});

export async function createHttpHome(parts: Parts): Promise<HttpHome> {
  const { config, database, accounts } = parts;
  const { db } = database;
  const hub = new LiveHub();
  hub.watchRights(accounts.forget);
  const stopListening = await listen(database, hub);
  const setupToken = await offerSetUp(db);
  const api = createApi({
    db,
    live: hub,
    version: config.version,
    now: () => new Date(),
    signingKey: secretOf(config),
    publicUrl: config.publicUrl,
    authenticate: accounts.authenticate,
    directory: accounts.directory,
    backups: openBackups(database.pool),
    shortcut,
  });
  const restore = openRestore({
    db,
    folder: config.dataFolder,
    restored: () => hub.hearEverybody(),
  });
  const app = new Hono()
    .onError((error, c) => {
      const known = error instanceof ApiError ? error : apiErrorOf(error);
      if (known === null || known.cause !== undefined) console.error(loggable(error));
      if (known !== null) return c.json(known.answer(), known.status);
      return c.json({ error: { code: 'server.failed' } }, 500);
    })
    .use(compress())
    .use(async (c, next) => {
      await next();
      c.header('X-Content-Type-Options', 'nosniff');
      c.header('Referrer-Policy', 'same-origin');
      c.header('X-Frame-Options', 'DENY');
      c.header('Permissions-Policy', 'geolocation=(self), camera=(self), microphone=()');
      if (config.publicUrl?.startsWith('https:')) c.header('Strict-Transport-Security', 'max-age=31536000');
    })
    .use('/api/*', sameOrigin(config))
    .use('/api/*', async (c, next) => {
      const { path } = c.req;
      const answers = path === '/api/setup/restore' || path === '/api/entry';
      if (!restore.isPutting() || answers) return next();
      if (path === '/api/setup') throw new ApiError(409, 'backup.busy');
      // Nobody can be signed in yet, and the page then asks what there is.
      throw path === '/api/session' ? new ApiError(401, 'session.none') : new ApiError(503, 'server.busy');
    })
    // Nobody is known yet: what is read for them is small. The API itself asks who comes before it reads.
    .use('/api/setup', smallBody)
    .use('/api/auth/*', smallBody)
    .get('/healthz', (c) => api.fetch(new Request(new URL('/api/healthz', c.req.url))))
    .get('/api/entry', async (c) => {
      if (restore.isPutting()) return c.json({ version: config.version, ...WHILE_RESTORING });
      const answer: EntryAnswer = {
        restoring: false,
        version: config.version,
        demoAccounts: await existing(db, parts.demoAccounts),
        needsAdministrator: (await accounts.count()) === 0,
      };
      return c.json(answer);
    })
    .post('/api/setup', async (c) => {
      const body = await bodyOf(c.req.raw, setupBody, SMALL_BODY);
      await createFirstAdministrator(db, body);
      return c.json({ userName: body.userName });
    })
    .post('/api/setup/restore', (c) =>
      restore.take(c.req.raw, c.req.header(SETUP_HEADER) ?? '', unhurried(c.env)),
    )
    .on('POST', [...SIGN_IN_ROUTES], async (c) => {
      const leaving = c.req.path === SIGN_IN_ROUTES[1] ? await accounts.authenticate(c.req.raw) : null;
      const headers = new Headers(c.req.raw.headers);
      headers.set(
        CLIENT_ADDRESS,
        clientAddress(config, c.req.header('x-forwarded-for'), getConnInfo(c).remote.address),
      );
      const answer = await accounts.handle(new Request(c.req.raw, { headers }));
      if (leaving !== null) {
        accounts.forget(leaving.id);
        // The library says it is done also where the database did not answer it.
        if ((await accounts.authenticate(c.req.raw)) !== null) throw new ApiError(503, 'server.busy');
        // Open pages of that session hear it on every instance.
        await tellMembers(db, leaving.id);
      }
      return answer;
    })
    .all('/api/*', async (c) =>
      withCookies(await api.fetch(c.req.raw, c.env), accounts.renewedCookies(c.req.raw)),
    );
  if (parts.serveApp) serveFiles(app, database, restore.isPutting);
  return {
    fetch: app.fetch as HttpHome['fetch'],
    setupToken,
    close: stopListening,
  };
}

/**
 * To a reader of this server itself: hundreds are told in one moment, and each of them in one step. The answer ends with
 * its connection, so that nothing need be counted out.
 */
function shortcut(env: unknown): Shortcut {
  const { outgoing } = env as HttpBindings;
  outgoing.useChunkedEncodingByDefault = false;
  return {
    open: () => outgoing.headersSent && outgoing.writable && !outgoing.writableNeedDrain,
    write: (text) => void outgoing.write(text),
    drained: (work) => void outgoing.on('drain', work),
  };
}

/** Lets a body come as slowly as it comes, for as long as the work takes. */
function unhurried(env: unknown) {
  const { server } = (env as HttpBindings).incoming.socket as Socket & { readonly server: Server };
  return async <T>(work: () => Promise<T>): Promise<T> => {
    const limit = server.requestTimeout;
    server.requestTimeout = 0;
    try {
      return await work();
    } finally {
      server.requestTimeout = limit;
    }
  };
}

function clientAddress(config: Config, forwarded: string | undefined, socket: string | undefined): string {
  if (config.trustProxy && forwarded) return (forwarded.split(',').at(-1) as string).trim();
  return socket ?? '0.0.0.0';
}

function serveFiles(app: Hono, database: OpenDatabase, isPutting: () => boolean): void {
  app.use('/assets/*', async (c, next) => {
    await next();
    if (c.res.ok) c.header('Cache-Control', 'public, max-age=31536000, immutable');
  });
  app.use('*', async (c, next) => {
    // The page itself goes out below, with its policy.
    if (c.req.path === '/' || c.req.path === '/index.html') return next();
    // What the build wrote for itself is nobody's.
    if (c.req.path.startsWith('/.')) return c.notFound();
    return serveStatic({ root: DIST, rewriteRequestPath: (path) => path })(c, next);
  });
  app.get('*', async (c) => {
    if (/\.\w{2,5}$/.test(c.req.path)) return c.notFound();
    c.header('Content-Security-Policy', await contentSecurityPolicy(isPutting() ? null : database));
    c.header('Cache-Control', 'no-cache');
    // Read each time: a build under a running server has other names for its files.
    return c.html(await readFile(join(DIST, 'index.html'), 'utf8'));
  });
}

/**
 * Only our own scripts run. Pictures may come from the tile servers that campaigns have set. Styles may stand in
 * the page because the component library sets its variables there; no text from outside becomes HTML or CSS.
 */
async function contentSecurityPolicy(database: OpenDatabase | null): Promise<string> {
  const rows = (await database?.db.select({ maps: campaign.baseMaps }).from(campaign)) ?? [];
  // What is one click away must come without loading the page anew.
  const ready = tileOrigins(OPEN_STREET_MAP.url);
  const hosts = new Set([
    ...ready,
    ...rows.flatMap(({ maps }) => maps.flatMap(({ url }) => tileOrigins(url))),
  ]);
  return [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' data: blob: ${[...hosts].join(' ')}`.trim(),
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** `https://{s}.tile.example/{z}/{x}/{y}.png` → `https://*.tile.example`. */
function tileOrigins(template: string): string[] {
  // What was stored by an earlier version, or by hand, is asked again.
  if (!isTileUrl(template)) return [];
  const m = /^(https?:\/\/)([^/]+)/.exec(template);
  if (!m) return [];
  const host = (m[2] as string).replace(/^\{s\}\./, '*.');
  return /^[\w.*:-]+$/.test(host) ? [`${m[1]}${host}`] : [];
}
