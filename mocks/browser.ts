/** The API in the browser: the same routes as on the server, on PGlite, behind the service worker of msw. */
import { IdbFs, PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { Hono } from 'hono';
import { http } from 'msw';
import { setupWorker } from 'msw/browser';
import { createApi } from '../src/api/app.ts';
import type { EntryAnswer } from '../src/api/contract/answers.ts';
import { newId } from '../src/api/contract/newId.ts';
import { type Database, migrate } from '../src/api/db/database.ts';
import { CHANGES_CHANNEL } from '../src/api/edits/applyEdit.ts';
import type { User } from '../src/api/home.ts';
import { LiveHub } from '../src/api/live.ts';
import { MEMBERS_CHANNEL, setMembership } from '../src/api/members.ts';
import { DEMO_ACCOUNTS } from './demo/accounts.ts';
import { loadDemoCampaigns } from './demo/load.ts';

const SIGNED_IN = 'cohoa.demo.signed-in';
const VERSION = 'demo';

/** The demonstration's people are their user names; there is nothing to protect in one's own browser. */
function userOf(userName: string | null): User | null {
  const account = DEMO_ACCOUNTS.find((a) => a.userName === userName);
  return account === undefined
    ? null
    : { id: account.userName, userName: account.userName, name: account.name };
}

export async function startBrowserApi(): Promise<void> {
  const fs = new IdbFs('cohoa-demo');
  // Each statement would else wait for the disk of the browser: thousands of them make the demonstration.
  const pglite = await PGlite.create({ fs, relaxedDurability: true });
  const db = drizzle(pglite, { casing: 'snake_case' }) as unknown as Database;
  await migrate(db);
  if (await loadDemoCampaigns(db, new Date()))
    for (const a of DEMO_ACCOUNTS) await setMembership(db, newId(), a.userName, a.membership);
  const hub = new LiveHub();
  await pglite.listen(CHANGES_CHANNEL, (payload) => hub.hear(payload));
  await pglite.listen(MEMBERS_CHANNEL, (payload) => hub.hearPerson(payload));
  const api = createApi({
    db,
    live: hub,
    version: VERSION,
    now: () => new Date(),
    // Whoever has the page has its key: in one's own browser there is nothing to protect.
    signingKey: VERSION,
    publicUrl: null,
    directory: null,
    backups: null,
    authenticate: async () => userOf(localStorage.getItem(SIGNED_IN)),
  });
  const entry: EntryAnswer = {
    version: VERSION,
    demoAccounts: DEMO_ACCOUNTS.map(({ userName, password, name, role }) => ({
      userName,
      password,
      name,
      role,
    })),
    needsAdministrator: false,
    restoring: false,
  };
  const app = new Hono()
    .get('/api/entry', (c) => c.json(entry))
    .post('/api/auth/sign-in/username', async (c) => {
      const { username, password } = await c.req.json<{ username: string; password: string }>();
      const known = DEMO_ACCOUNTS.some((a) => a.userName === username && a.password === password);
      if (!known) return c.json({ code: 'INVALID_USERNAME_OR_PASSWORD' }, 401);
      localStorage.setItem(SIGNED_IN, username);
      return c.json({});
    })
    .post('/api/auth/sign-out', (c) => {
      localStorage.removeItem(SIGNED_IN);
      return c.json({});
    })
    .all('/api/*', async (c) => {
      const answer = await api.fetch(c.req.raw);
      // PGlite does not wait for the disk when another query has asked for the same: an answer could tell of a change
      // that a reload would lose. So the answer to a write waits for itself.
      if (c.req.method !== 'GET') await fs.syncToFs();
      return answer;
    });
  const worker = setupWorker(http.all('*/api/*', ({ request }) => app.fetch(request)));
  await worker.start({
    quiet: true,
    onUnhandledFrame: 'bypass',
    serviceWorker: { url: './mockServiceWorker.js' },
  });
}
