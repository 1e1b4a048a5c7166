/** What a restore takes and what it refuses, of this version's backups and of others'. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadDemoCampaigns } from '../../mocks/demo/load.ts';
import { type Database, migrate, migrationNames } from '../../src/api/db/database.ts';
import { FORMAT, TABLES } from '../backup/format.ts';
import { restoreFrom } from './backups.ts';

type Fields = Readonly<Record<string, unknown>>;
interface Line {
  readonly table: string;
  readonly row: Fields;
}

const EARLY = '0003_base_maps';
const NOW = migrationNames().join(' ');

let folder: string;
let lines: Line[];
let to: PGlite;
let db: Database;
const opened: PGlite[] = [];

/** A database as the sign-in library and our migrations leave it. */
async function fresh(last?: string): Promise<{ pg: PGlite; db: Database }> {
  const pg = new PGlite();
  opened.push(pg);
  await pg.exec(`
    create table "user" (id text primary key, name text not null, banned boolean not null default false);
    create table "account" (id text primary key, "userId" text not null references "user" on delete cascade);
    create table "session" (id text primary key, "userId" text not null references "user" on delete cascade)`);
  const db = drizzle(pg, { casing: 'snake_case' }) as unknown as Database;
  await migrate(db, last);
  return { pg, db };
}

function fileOf(version: string, rows: readonly Line[], end = rows.length): string {
  const file = join(folder, 'backup.gz');
  const all = [{ format: FORMAT, version }, ...rows, { end }];
  writeFileSync(file, gzipSync(`${all.map((l) => JSON.stringify(l)).join('\n')}\n`));
  return file;
}

function changed(table: string, change: (row: Fields) => Fields): Line[] {
  return lines.map((l) => (l.table === table ? { ...l, row: change(l.row) } : l));
}

async function countOf(pg: PGlite, table: string): Promise<number> {
  const { rows } = await pg.query<{ n: number }>(`select count(*)::int as n from "${table}"`);
  return rows[0]?.n ?? 0;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cohoa-restore-'));
  const from = await fresh();
  await loadDemoCampaigns(from.db, new Date('2020-09-01T00:00:00Z'));
  await from.pg.exec(
    `insert into "user" values ('u1', 'Vũ Hoài'); insert into "account" values ('a1', 'u1')`,
  );
  lines = [];
  for (const table of TABLES) {
    const { rows } = await from.pg.query<{ row: Fields }>(`select row_to_json(t) as row from "${table}" t`);
    // Units above come first, as in a real backup.
    const inOrder = rows.sort((a, b) => Number(a.row.parent_id ?? 0) - Number(b.row.parent_id ?? 0));
    for (const { row } of inOrder) lines.push({ table, row });
  }
  const empty = await fresh();
  to = empty.pg;
  db = empty.db;
  await to.exec(`insert into "user" values ('before', 'Before')`);
});
afterAll(async () => {
  for (const pg of opened) await pg.close();
  rmSync(folder, { recursive: true });
});

test.each<[string, () => string, RegExp]>([
  ['nothing there', () => join(folder, 'none.gz'), /There is no file or folder .*none\.gz/],
  ['a folder', () => folder, /is a folder/],
  ['one more row than it says', () => fileOf(NOW, lines, lines.length - 1), /is not whole/],
  ['of an unknown table', () => fileOf(NOW, [...lines, { table: 'spy', row: {} }]), /names a table “spy”/],
  [
    'with an unknown field',
    () =>
      fileOf(
        NOW,
        changed('campaign', (row) => ({ ...row, spy: 1 })),
      ),
    /names a field “spy” of “campaign”/,
  ],
  [
    'with a row that refers to nothing',
    () =>
      fileOf(
        NOW,
        changed('placement', (row) => ({ ...row, campaign_id: 'nobody' })),
      ),
    /damaged: the database refuses a row of “placement”/,
  ],
  [
    'of a newer version',
    () => fileOf(`${NOW} 9001_moon`, lines),
    /newer version of Cờ Hoa \(it has 9001_moon; this version knows up to \d{4}_/,
  ],
  ['with a migration left out', () => fileOf('0001_campaigns 0003_base_maps', lines), /no backup of Cờ Hoa/],
  ['of no version', () => fileOf('', lines), /no backup of Cờ Hoa/],
  [
    'with an empty row',
    () => fileOf(NOW, [...lines, { table: 'place', row: {} }]),
    /refuses a row of “place”/,
  ],
  [
    'with a row that lacks what its first has',
    () => fileOf(NOW, [...lines, { table: 'user', row: { id: 'u2' } }]),
    /refuses a row of “user”/,
  ],
])('a file refused: %s; the database stays as it was', async (_, file, words) => {
  await expect(restoreFrom(db, file())).rejects.toThrow(words);
  expect(await countOf(to, 'campaign')).toBe(0);
  expect(await countOf(to, 'user')).toBe(1);
});

test('a file that is no gzip, or no lines of JSON, is refused in words', async () => {
  const file = join(folder, 'text.gz');
  for (const content of [Buffer.from('text'), gzipSync('text\n'), gzipSync('')]) {
    writeFileSync(file, content);
    await expect(restoreFrom(db, file)).rejects.toThrow(/no backup of Cờ Hoa/);
  }
  writeFileSync(file, gzipSync('x'.repeat(10_000)).subarray(0, 20));
  await expect(restoreFrom(db, file)).rejects.toThrow(/not whole/);
});

test('a row of megabytes comes back whole; a line longer than any that we write is refused', async () => {
  const long = 'đèn lồng '.repeat(400_000);
  const into = await fresh();
  const first = lines.find((l) => l.table === 'change');
  const withLong = lines.map((l) => (l === first ? { ...l, row: { ...l.row, by_name: long } } : l));
  await restoreFrom(into.db, fileOf(NOW, withLong));
  const { rows } = await into.pg.query<{ same: boolean }>(
    'select by_name = $1 as same from change where number = $2 and campaign_id = $3',
    [long, first?.row.number, first?.row.campaign_id],
  );
  expect(rows).toEqual([{ same: true }]);
  const file = join(folder, 'line.gz');
  writeFileSync(file, gzipSync(Buffer.alloc(70 * 1024 * 1024, 'x')));
  await expect(restoreFrom(db, file)).rejects.toThrow(/no backup of Cờ Hoa/);
});

test('a file in which one bit has turned is refused, wherever it is; the database stays as it was', async () => {
  const whole = readFileSync(fileOf(NOW, lines));
  const file = join(folder, 'turned.gz');
  // The ten bytes before the data say when and where it was packed, which nothing depends on.
  for (const share of [0.002, 0.1, 0.35, 0.6, 0.85, 0.999]) {
    const turned = Buffer.from(whole);
    const at = 10 + Math.floor((whole.length - 11) * share);
    turned[at] = (turned[at] ?? 0) ^ 0x10;
    writeFileSync(file, turned);
    await expect(restoreFrom(db, file), String(share)).rejects.toThrow(
      /not whole|no backup of Cờ Hoa|damaged|names a (field|table)/,
    );
    expect(await countOf(to, 'campaign')).toBe(0);
    expect(await countOf(to, 'user')).toBe(1);
  }
});

/** A campaign as it was before occasions: its row named the congress. */
function withCongress(line: Line): Line {
  if (line.table !== 'campaign') return line;
  const { row: first } = lines.find(
    (l) => l.table === 'occasion' && l.row.campaign_id === line.row.id,
  ) as Line;
  const congress = {
    congress_name: first.name,
    term: first.years,
    opening_day: first.opening_day,
    closing_day: first.last_day ?? first.opening_day,
  };
  return { ...line, row: { ...line.row, ...congress } };
}

test('a backup of an earlier version is brought up to date, with another lineage', async () => {
  const early = await fresh(EARLY);
  const { rows } = await early.pg.query<{ table: string; field: string }>(
    `select table_name as table, column_name as field from information_schema.columns where table_schema = 'public'`,
  );
  const known = Map.groupBy(rows, (r) => r.table);
  // What is said of a task had other names.
  const ticked = (l: Line): Line =>
    l.table === 'task' ? { ...l, row: { ...l.row, done_day: l.row.day, done_by: l.row.who } } : l;
  const cut = ({ table, row }: Line): Line => {
    const fields = new Set(known.get(table)?.map((r) => r.field));
    return { table, row: Object.fromEntries(Object.entries(row).filter(([name]) => fields.has(name))) };
  };
  // The sign-in library once had a field more, and one less.
  const people = (l: Line): Line =>
    l.table === 'user' ? { ...l, row: { id: l.row.id, name: l.row.name, colour: 'red' } } : l;
  const names = 'select id, name, unit_name, checklist from asset_type order by id';
  const upToEarly = migrationNames().slice(0, migrationNames().indexOf(EARLY) + 1);
  const before = await lineageOf(to);
  await restoreFrom(
    db,
    fileOf(
      upToEarly.join(' '),
      lines
        .filter((l) => known.has(l.table))
        // A task had a row only once it was done.
        .filter((l) => l.table !== 'task' || l.row.standing === 'done')
        .map(withTwoNames)
        .map(withCongress)
        .map(ticked)
        .map(cut)
        .map(people),
    ),
  );
  const today = await fresh();
  await restoreFrom(today.db, fileOf(NOW, lines));
  expect((await to.query(names)).rows).toEqual((await today.pg.query(names)).rows);
  const log = `select before, after from change_op where entity = 'assetType' order by number, seq`;
  expect((await to.query(log)).rows).toEqual((await today.pg.query(log)).rows);
  // A campaign of then had one, which is the first of today's.
  const occasions = `select distinct on (campaign_id) name, number, years, opening_day, last_day
    from occasion order by campaign_id, opening_day`;
  expect((await to.query(occasions)).rows).toEqual((await today.pg.query(occasions)).rows);
  for (const table of ['campaign', 'placement', 'unit', 'user', 'member'])
    expect(await countOf(to, table), table).toBe(lines.filter((l) => l.table === table).length);
  const { rows: seen } = await to.query('select name from schema_migration order by name');
  expect(seen).toEqual(migrationNames().map((name) => ({ name })));
  expect((await to.query('select id, name, banned from "user"')).rows).toEqual([
    { id: 'u1', name: 'Vũ Hoài', banned: false },
  ]);
  if (before !== null) expect(await lineageOf(to)).not.toBe(before);
  await expect(restoreFrom(db, fileOf(NOW, lines))).rejects.toThrow(/holds campaigns already/);
});

test('letters that some take for the end of a line come back as they were', async () => {
  const odd = 'một\u2028hai\u2029ba\u0085bốn\u000bnăm';
  const into = await fresh();
  await restoreFrom(
    into.db,
    fileOf(
      NOW,
      changed('campaign', (row) => ({ ...row, theme: odd })),
    ),
  );
  expect((await into.pg.query('select distinct theme from campaign')).rows).toEqual([{ theme: odd }]);
});

/** A type, and what the log kept of one, as before names had both languages in one field. */
function withTwoNames({ table, row }: Line): Line {
  if (table === 'asset_type') return { table, row: twoNames(row, ['name', 'unit_name'], '_en') };
  if (table !== 'change_op' || row.entity !== 'assetType') return { table, row };
  const of = (fields: unknown) => twoNames(fields as Fields, ['name', 'unitName'], 'En');
  return { table, row: { ...row, before: of(row.before), after: of(row.after) } };
}

function twoNames(fields: Fields, names: readonly string[], ending: string): Fields {
  const out: Record<string, unknown> = { ...fields };
  for (const field of names) {
    if (out[field] === undefined) continue;
    const { vi, en } = out[field] as { vi: string; en: string };
    out[field] = vi;
    out[`${field}${ending}`] = en;
  }
  if (Array.isArray(out.checklist))
    out.checklist = out.checklist.map((item: Fields) => twoNames(item, ['name'], 'En'));
  return out;
}

/** Null where the schema has no lineage yet. */
async function lineageOf(pg: PGlite): Promise<string | null> {
  const { rows } = await pg.query<{ at: string | null }>(`select to_regclass('installation')::text as at`);
  if (rows[0]?.at === null) return null;
  const { rows: found } = await pg.query<{ lineage: string }>('select lineage from installation');
  return found[0]?.lineage ?? null;
}
