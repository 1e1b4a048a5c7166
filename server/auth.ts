/** Sign-in with user name and password. Its tables stay better-auth's own; roles and scope are ours (table member). */
import { betterAuth } from 'better-auth';
import { getMigrations } from 'better-auth/db/migration';
import { admin, username } from 'better-auth/plugins';
import type pg from 'pg';
import type { User } from '../src/api/home.ts';
import type { Config } from './config.ts';
import { secretsOf } from './secrets.ts';

/** Where the server puts the address of the client, in place of whatever came from outside. */
export const CLIENT_ADDRESS = 'x-cohoa-client';

const MIN_PASSWORD = 8;

function options(pool: pg.Pool, config: Config) {
  return {
    appName: 'Cờ Hoa',
    database: pool,
    secret: config.secret ?? secretsOf(config.dataFolder).authSecret,
    baseURL: config.publicUrl ?? `http://localhost:${config.port}`,
    basePath: '/api/auth',
    telemetry: { enabled: false },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: MIN_PASSWORD },
    plugins: [username({ minUsernameLength: 2 }), admin()],
    session: { cookieCache: { enabled: true, maxAge: 300 } },
    rateLimit: {
      enabled: true,
      window: 60,
      max: 600,
      customRules: { '/sign-in/username': { window: 60, max: config.signInsPerMinute } },
    },
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

export interface Accounts {
  /** Answers the sign-in and sign-out requests. */
  handle(request: Request): Promise<Response>;
  authenticate(request: Request): Promise<User | null>;
  /** Creates an account; returns its id. Throws with a plain sentence when name or password do not do. */
  add(account: { userName: string; password: string; name: string }): Promise<string>;
  count(): Promise<number>;
}

export async function openAccounts(pool: pg.Pool, config: Config): Promise<Accounts> {
  const settings = options(pool, config);
  const { runMigrations } = await getMigrations(settings);
  await runMigrations();
  const auth = betterAuth(settings);
  return {
    handle: (request) => auth.handler(request),
    authenticate: async (request) => {
      const session = await auth.api.getSession({ headers: request.headers });
      if (session === null) return null;
      const { id, name } = session.user;
      // The plugin adds its column to the user; the type of settings that are built in steps does not show it.
      const userName = 'username' in session.user ? String(session.user.username ?? '') : '';
      return { id, name, userName };
    },
    add: async ({ userName, password, name }) => {
      if (!/^[a-zA-Z0-9._]{2,30}$/.test(userName))
        throw new Error('A user name has 2 to 30 letters, digits, dots or underscores.');
      if (password.length < MIN_PASSWORD)
        throw new Error(`A password has at least ${MIN_PASSWORD} characters.`);
      const { user } = await auth.api.createUser({
        body: {
          // better-auth wants an address; nobody is ever written to.
          email: `${userName.toLowerCase()}@accounts.invalid`,
          password,
          name,
          data: { username: userName.toLowerCase(), displayUsername: userName },
        },
      });
      return user.id;
    },
    count: async () => {
      const { rows } = await pool.query('select count(*)::int as n from "user"');
      return (rows[0] as { n: number }).n;
    },
  };
}
