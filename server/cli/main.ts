/** `npm run cohoa -- …`: what an administrator does without a browser. Works beside a running server and without one. */
import { parseArgs } from 'node:util';
import type pg from 'pg';
import { lockUser, removeUser, setPassword, unlockUser } from '../accounts/manage.ts';
import { openAccounts } from '../auth.ts';
import { readConfig } from '../config.ts';
import { type OpenDatabase, openDatabase } from '../database.ts';
import { backupTo, restoreFrom } from './backups.ts';
import { listCampaigns } from './campaigns.ts';
import { removeDemo } from './demo.ts';
import { inSentences } from './failure.ts';
import { readPassword } from './password.ts';
import { importRoads } from './roads/importRoads.ts';
import { printReport } from './roads/report.ts';
import { addUser, listUsers } from './users.ts';

const USAGE = `Usage: npm run cohoa -- COMMAND

  campaign list
  user list
  user add NAME --password WORD --role admin|planner|leader|unit-officer|viewer
           [--full-name "…"] [--campaign ID|NAME] [--unit ID|NAME]
  user password NAME --password WORD
  user lock NAME                  ends the person's sessions too
  user unlock NAME
  user remove NAME --yes
  demo remove --yes               the sample campaign and its public accounts
  backup FILE
  restore FILE                    into an empty database
  roads import FILE [--campaign ID] [--dry-run] [--json]
           [--code PROPERTY] [--name PROPERTY] [--class PROPERTY]
           [--pieces code|name|each] [--except NAME]… [--max-gap METRES]
           [--all] [--asides] [--convert] [--system ID] [--letters NAME]

--password - reads the password from the standard input, out of sight of other users.
--dry-run stores nothing; with --campaign it looks at the roads that are there already.
Settings come from the environment, as for npm start (COHOA_DATA, DATABASE_URL).`;

class UsageError extends Error {}

async function run(argv: string[]): Promise<void> {
  const { positionals, values } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      password: { type: 'string' },
      role: { type: 'string' },
      'full-name': { type: 'string' },
      campaign: { type: 'string' },
      unit: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      code: { type: 'string' },
      name: { type: 'string' },
      class: { type: 'string' },
      pieces: { type: 'string' },
      'max-gap': { type: 'string' },
      all: { type: 'boolean', default: false },
      asides: { type: 'boolean', default: false },
      convert: { type: 'boolean', default: false },
      system: { type: 'string' },
      letters: { type: 'string' },
      except: { type: 'string', multiple: true, default: [] },
      yes: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const [first, second, third] = positionals;
  if (values.help || first === undefined) {
    console.log(USAGE);
    return;
  }
  const needed = (value: string | undefined, what: string): string => {
    if (value === undefined) throw new UsageError(`${what} is missing.`);
    return value;
  };
  const sure = (what: string): void => {
    if (!values.yes) throw new UsageError(`${what} cannot be undone. Say --yes to do it.`);
  };
  switch (`${first} ${first === 'backup' || first === 'restore' ? '' : second}`.trim()) {
    case 'campaign list':
      return withDatabase(({ db }) => listCampaigns(db));
    case 'user list':
      return withAccounts(({ db }) => listUsers(db));
    case 'user add': {
      const user = {
        userName: needed(third, 'The user name'),
        password: await readPassword(needed(values.password, '--password')),
        role: needed(values.role, '--role'),
        name: values['full-name'] ?? (third as string),
        campaign: values.campaign ?? null,
        unit: values.unit ?? null,
      };
      return withAccounts(({ db }) => addUser(db, user));
    }
    case 'user password': {
      const name = needed(third, 'The user name');
      const password = await readPassword(needed(values.password, '--password'));
      await withAccounts(({ db }) => setPassword(db, name, password));
      return console.log(`${name} has a new password and is signed out everywhere.`);
    }
    case 'user lock': {
      const name = needed(third, 'The user name');
      await withAccounts(({ db }) => lockUser(db, name));
      return console.log(`${name} is locked and signed out everywhere.`);
    }
    case 'user unlock': {
      const name = needed(third, 'The user name');
      await withAccounts(({ db }) => unlockUser(db, name));
      return console.log(`${name} may sign in again.`);
    }
    case 'user remove': {
      const name = needed(third, 'The user name');
      sure(`Removing ${name}`);
      await withAccounts(({ db }) => removeUser(db, name));
      return console.log(`${name} is removed; what they did stays, under their name.`);
    }
    case 'demo remove':
      sure('Removing the demonstration');
      return withAccounts(({ db }) => removeDemo(db));
    case 'backup':
      return withAccounts((database) => backupTo(database, needed(second, 'The file')));
    case 'restore':
      return withAccounts(({ db }) => restoreFrom(db, needed(second, 'The file')));
    case 'roads import': {
      const options = {
        file: needed(third, 'The file'),
        campaign: values.campaign ?? null,
        code: values.code,
        name: values.name,
        class: values.class,
        pieces: values.pieces,
        maxGap: values['max-gap'],
        all: values.all,
        asides: values.asides,
        except: values.except,
        convert: values.convert,
        system: values.system,
        letters: values.letters,
        dryRun: values['dry-run'],
      };
      // What a campaign holds is asked only where one is named: a file can be tried before there is a database.
      const report =
        options.dryRun && options.campaign === null
          ? await importRoads(null, options)
          : await withDatabase(({ db }) => importRoads(db, options));
      return printReport(report, values.json);
    }
    default:
      throw new UsageError(`There is no command «${positionals.join(' ')}».`);
  }
}

/** The database with the tables of the accounts, which the server makes at its first start. */
function withAccounts<T>(work: (database: OpenDatabase) => Promise<T>): Promise<T> {
  return withDatabase(async (database) => {
    await openAccounts(database, readConfig(process.env));
    return work(database);
  });
}

async function withDatabase<T>(work: (database: OpenDatabase) => Promise<T>): Promise<T> {
  const database = await openDatabase(readConfig(process.env), true);
  const held = new Set<pg.PoolClient>();
  database.pool.on('acquire', (client) => held.add(client));
  database.pool.on('release', (_, client) => held.delete(client as pg.PoolClient));
  // A database that was started for this command ends with it, however the command ends.
  const interrupted = (signal: NodeJS.Signals) => {
    console.error(`Interrupted (${signal}). What was not finished is undone.`);
    for (const client of held) client.release(true);
    database.close().finally(() => process.exit(1));
  };
  process.once('SIGINT', interrupted);
  process.once('SIGTERM', interrupted);
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

// A reader that has seen enough (`| head`) ends the writing, not the work.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

/** Ends the process when all that was said has gone out: what waits for a slow reader is not cut off. */
function leave(code: number): void {
  process.stderr.write('', () => process.stdout.write('', () => process.exit(code)));
}

run(process.argv.slice(2)).then(
  () => leave(0),
  (error: unknown) => {
    const unknownOption =
      error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
    console.error(inSentences(error));
    if (error instanceof UsageError || unknownOption) console.error(`\n${USAGE}`);
    leave(1);
  },
);
