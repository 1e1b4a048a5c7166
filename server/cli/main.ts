/** `npm run cohoa -- …`: what an administrator does without a browser. Works beside a running server and without one. */
import { parseArgs } from 'node:util';
import type pg from 'pg';
import { openAccounts } from '../auth.ts';
import { readConfig } from '../config.ts';
import { type OpenDatabase, openDatabase } from '../database.ts';
import { backup } from './backup/backup.ts';
import { restore } from './backup/restore.ts';
import { listCampaigns } from './campaigns.ts';
import { importRoads, printReport } from './roads.ts';
import { addUser } from './users.ts';

const USAGE = `Usage: npm run cohoa -- COMMAND

  campaign list
  user add NAME --password WORD --role admin|planner|leader|unit-officer|viewer
           [--full-name "…"] [--campaign ID] [--unit ID]
  backup FILE
  restore FILE                    into an empty database
  roads import FILE [--campaign ID] [--dry-run] [--json]
           [--code PROPERTY] [--name PROPERTY] [--class PROPERTY]
           [--pieces code|name|each] [--max-gap METRES] [--all]

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
  switch (`${first} ${first === 'backup' || first === 'restore' ? '' : second}`.trim()) {
    case 'campaign list':
      return withDatabase(({ db }) => listCampaigns(db));
    case 'user add':
      return withDatabase(async (database) => {
        const accounts = await openAccounts(database.pool, readConfig(process.env));
        await addUser(database.db, accounts, {
          userName: needed(third, 'The user name'),
          password: needed(values.password, '--password'),
          role: needed(values.role, '--role'),
          name: values['full-name'] ?? (third as string),
          campaign: values.campaign ?? null,
          unit: values.unit ?? null,
        });
      });
    case 'backup':
      return withDatabase(async (database) => {
        await openAccounts(database.pool, readConfig(process.env));
        await backup(database.pool, needed(second, 'The file'));
      });
    case 'restore':
      return withDatabase(async (database) => {
        await openAccounts(database.pool, readConfig(process.env));
        await restore(database.db, needed(second, 'The file'));
      });
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
      };
      const report = values['dry-run']
        ? await importRoads(null, options)
        : await withDatabase(({ db }) => importRoads(db, options));
      return printReport(report, values.json);
    }
    default:
      throw new UsageError(`There is no command «${positionals.join(' ')}».`);
  }
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

run(process.argv.slice(2)).then(
  () => process.exit(0),
  (error: unknown) => {
    const unknownOption =
      error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
    console.error(error instanceof Error ? error.message : error);
    if (error instanceof UsageError || unknownOption) console.error(`\n${USAGE}`);
    process.exit(1);
  },
);
