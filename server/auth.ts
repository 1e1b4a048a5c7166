/** Sign-in with user name and password. Its tables stay better-auth's own; roles and scope are ours (table member). */
import { betterAuth } from 'better-auth';
import { getMigrations } from 'better-auth/db/migration';
import { admin, username } from 'better-auth/plugins';
import type pg from 'pg';
import type { Directory } from '../src/api/accounts/directory.ts';
import type { Database } from '../src/api/db/database.ts';
import type { User } from '../src/api/home.ts';
import { Remembered } from '../src/api/remembered.ts';
import { addressOf, CLIENT_ADDRESS } from './accounts/clientAddress.ts';
import { openDirectory } from './accounts/directory.ts';
import { countUsers, insertAccount, isKnownAt } from './accounts/rows.ts';
import { limitedSignIn } from './accounts/signIn.ts';
import type { Config } from './config.ts';
import type { OpenDatabase } from './database.ts';
import { secretOf } from './secrets.ts';

export { CLIENT_ADDRESS };

/** Signed in for so long after the last use: a crew in the field is not sent away in the middle of a campaign. */
const SESSION_SECONDS = 30 * 24 * 3600;
const DAY_SECONDS = 24 * 3600;

function options(pool: pg.Pool, config: Config) {
  return {
    appName: 'Cờ Hoa',
    database: pool,
    secret: secretOf(config),
    baseURL: config.publicUrl ?? `http://localhost:${config.port}`,
    basePath: '/api/auth',
    telemetry: { enabled: false },
    emailAndPassword: { enabled: true, disableSignUp: true },
    plugins: [username({ minUsernameLength: 2 }), admin()],
    // Each request asks the database: what is taken away is gone at once.
    session: { cookieCache: { enabled: false }, expiresIn: SESSION_SECONDS, updateAge: DAY_SECONDS },
    // The library counts in memory, by address alone, and successes too: accounts/signInLimit.ts counts instead.
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: 'cohoa',
      useSecureCookies: config.publicUrl?.startsWith('https:') ?? false,
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS] },
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' as const },
    },
    // The page and its API share one origin, whatever name or address it was reached by.
    trustedOrigins: (request?: Request) => {
      const host = request?.headers.get('host');
      return host ? [`http://${host}`, `https://${host}`] : [];
    },
    logger: { level: 'error' as const },
  };
}

export interface NewAccount {
  readonly userName: string;
  readonly password: string;
  readonly name: string;
}

export interface Accounts {
  /** Answers the sign-in and sign-out requests; the first as often as the limit of sign-ins allows. */
  handle(request: Request): Promise<Response>;
  /** Who is signed in; what is known of them is a second old at most. */
  authenticate(request: Request): Promise<User | null>;
  /** Asks anew who is behind the sessions of a person; null: of everybody. */
  forget(userId: string | null): void;
  /**
   * The cookies by which the browser learns that its session was prolonged while this request was answered. They belong
   * on the answer, whatever it is.
   */
  renewedCookies(request: Request): readonly string[];
  /** Creates an account; returns its id. Throws AccountFault when name or password do not do. */
  add(account: NewAccount): Promise<string>;
  count(): Promise<number>;
  /** The accounts as the API asks for them. */
  readonly directory: Directory;
}

export async function openAccounts(
  { pool, db }: Pick<OpenDatabase, 'pool' | 'db'>,
  config: Config,
): Promise<Accounts> {
  const settings = options(pool, config);
  const { runMigrations } = await getMigrations(settings);
  await runMigrations();
  const auth = betterAuth(settings);
  // A busy page asks many times a second. Nobody is remembered as nobody.
  const remembered = new Remembered<User | null>((user) => user !== null);
  const renewed = new WeakMap<Request, readonly string[]>();
  const signIn = limitedSignIn({
    db,
    perMinute: config.signInsPerMinute,
    isKnownAt: (userName, address) => isKnownAt(db, userName, address),
    check: (request) => auth.handler(request),
  });
  const ask = async (request: Request, ahead: boolean): Promise<User | null> => {
    const { headers, response: session } = await auth.api.getSession({
      headers: request.headers,
      query: { disableRefresh: ahead || !prolongs(request) },
      returnHeaders: true,
    });
    if (session === null || isLocked(session.user)) return null;
    renewed.set(request, headers.getSetCookie());
    const { id, name } = session.user;
    // The plugin adds its column to the user; the type of settings that are built in steps does not show it.
    const userName = 'username' in session.user ? String(session.user.username ?? '') : '';
    return { id, name, userName };
  };
  return {
    handle: (request) => {
      const headers = new Headers(request.headers);
      headers.set(CLIENT_ADDRESS, addressOf(headers.get(CLIENT_ADDRESS) ?? ''));
      const told = new Request(request, { headers });
      return told.url.endsWith('/sign-in/username') ? signIn(told) : auth.handler(told);
    },
    authenticate: async (request) => {
      const cookie = request.headers.get('cookie');
      return cookie === null ? null : remembered.of(cookie, (ahead) => ask(request, ahead));
    },
    forget: (userId) => remembered.forgetWhere((user) => userId === null || user?.id === userId),
    renewedCookies: (request) => renewed.get(request) ?? [],
    add: (account) => db.transaction((tx) => insertAccount(tx as unknown as Database, account)),
    count: () => countUsers(db),
    directory: openDirectory({
      perMinute: config.signInsPerMinute,
      sessionOf: async (request) => {
        const known = await auth.api.getSession({
          headers: request.headers,
          query: { disableRefresh: true },
        });
        return known?.session.id ?? null;
      },
    }),
  };
}

/**
 * Whether a request may prolong its session: only where the answer can tell the browser, whose cookie would else end
 * before the session does; so never by a question that its answer does not wait for. The headers of a stream are long gone when it asks again.
 */
function prolongs({ method, url }: Request): boolean {
  return method === 'GET' && !new URL(url).pathname.endsWith('/events');
}

function isLocked(user: object): boolean {
  return 'banned' in user && user.banned === true;
}
