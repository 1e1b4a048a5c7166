/** `npm start`: database, demonstration, app and API on one port, until Ctrl-C or SIGTERM. */
import { createServer } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { openDoors } from './accounts/published.ts';
import { openAccounts } from './auth.ts';
import { buildIfStale } from './build.ts';
import { type Config, readConfig } from './config.ts';
import { oneAtATime, openDatabase } from './database.ts';
import { openDemo } from './demo.ts';
import { createHttpHome } from './http.ts';

const PORTS_TO_TRY = 20;

async function main(): Promise<void> {
  const started = performance.now();
  const config = readConfig(process.env);
  const serveApp = !process.argv.includes('--api-only');
  if (serveApp) buildIfStale();
  const port = await usablePort(config);
  const database = await openDatabase(config, false, (reason) => {
    // Without its database a server that stays helps nobody; whoever watches over it may start it again.
    tell(reason);
    process.exit(1);
  });
  // Instances that start together on one empty database take turns.
  const { accounts, demoAccounts } = await oneAtATime(database.pool, async () => {
    const opened = await openAccounts(database, config);
    return { accounts: opened, demoAccounts: config.demo ? await openDemo(database) : [] };
  });
  const home = await createHttpHome({ config, database, accounts, demoAccounts, serveApp });
  const server = createAdaptorServer({ fetch: home.fetch });
  const stop = once(async () => {
    console.log('\nStopping …');
    server.close();
    // Event streams never end by themselves; requests under way get a moment.
    if ('closeIdleConnections' in server) server.closeIdleConnections();
    await new Promise((r) => setTimeout(r, 300));
    if ('closeAllConnections' in server) server.closeAllConnections();
    await home.close();
    await database.close();
    process.exit(0);
  });
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  await new Promise<void>((done, failed) => {
    server.once('error', failed);
    server.listen(port, config.host, done);
  });
  const address = config.publicUrl ?? `http://localhost:${port}`;
  console.log(
    `\nCờ Hoa ${config.version} · ${address} · ready in ${((performance.now() - started) / 1000).toFixed(1)} s`,
  );
  if (port !== config.port) console.log(`Port ${config.port} is taken, so this is ${port}.`);
  if (home.setupToken !== null)
    console.log(`Create the administrator (once): ${address}/#/setup/${home.setupToken}`);
  const doors = await openDoors(database.db);
  if (doors > 0)
    console.log(
      `Beside your own campaigns stand ${doors} accounts of the demonstration, with passwords that everybody knows. Remove them: npm run cohoa -- demo remove`,
    );
  if (demoAccounts.length > 0) {
    console.log('Demonstration accounts (user name / password):');
    for (const a of demoAccounts)
      console.log(`  ${a.userName.padEnd(8)} / ${a.password}   ${a.name}, ${a.role}`);
  }
}

function once(work: () => Promise<void>): () => void {
  let begun = false;
  return () => {
    if (begun) return;
    begun = true;
    work().catch((error: unknown) => {
      console.error(error);
      process.exit(1);
    });
  };
}

/** The configured port, or the next free one; port 0 lets the system choose. */
async function usablePort({ port, host }: Config): Promise<number> {
  for (let candidate = port; candidate < port + PORTS_TO_TRY; candidate++) {
    const got = await new Promise<number | null>((done, failed) => {
      const probe = createServer();
      probe.once('error', (error: NodeJS.ErrnoException) =>
        error.code === 'EADDRINUSE' ? done(null) : failed(error),
      );
      probe.listen(candidate, host, () => {
        const address = probe.address();
        probe.close(() => done(typeof address === 'object' && address !== null ? address.port : candidate));
      });
    });
    if (got !== null) return got;
  }
  throw new Error(`No free port between ${port} and ${port + PORTS_TO_TRY - 1}. Set PORT.`);
}

function tell(error: unknown): void {
  for (let at = error; at !== undefined; at = at instanceof Error ? at.cause : undefined)
    console.error(at instanceof Error ? at.message : at);
}

main().catch((error: unknown) => {
  tell(error);
  process.exit(1);
});
