/** Backups: whole, private, and good for any later version. */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { hashPassword } from 'better-auth/crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEMO_CAMPAIGN } from '../../mocks/demo/builder.ts';
import { MIGRATION_NAMES, OWN_TABLES } from '../../src/api/db/database.ts';
import { cohoa } from '../support/cli.ts';
import { query } from '../support/database.ts';
import { dataFolder, killPostmaster, removeFolder, ServerProcess } from '../support/server.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const folders: string[] = [];
const fresh = () => {
  const folder = dataFolder();
  folders.push(folder);
  return folder;
};

let folder: string;
let server: ServerProcess;
let file: string;
beforeAll(async () => {
  folder = fresh();
  server = await ServerProcess.start(folder);
  file = join(folder, 'backup.gz');
});
afterAll(async () => {
  await server.stop();
  for (const f of folders) {
    killPostmaster(f);
    removeFolder(f);
  }
});

const linesOf = (path: string) =>
  gunzipSync(readFileSync(path))
    .toString()
    .trim()
    .split('\n')
    .map((l) => JSON.parse(l) as Record<string, unknown>);
const beside = (path: string) => readdirSync(join(path, '..')).filter((n) => n.includes('.part'));

test('a backup that was killed stops no later one, and its remains go', async () => {
  writeFileSync(`${file}.part`, '');
  writeFileSync(`${file}.1-0a.part`, '');
  writeFileSync(`${file}.2-0b.part`, '');
  writeFileSync(`${file}.other`, '');
  const longAgo = new Date(Date.now() - 3600_000);
  for (const n of ['part', '1-0a.part']) utimesSync(`${file}.${n}`, longAgo, longAgo);
  expect(await cohoa(folder, ['backup', file])).toMatchObject({ code: 0, err: '' });
  // One that is being written just now is somebody's.
  expect(beside(file)).toEqual(['backup.gz.2-0b.part']);
  expect(existsSync(`${file}.other`)).toBe(true);
});

test('only its owner can read it, over an older one too', async () => {
  writeFileSync(file, 'older', { mode: 0o644 });
  await cohoa(folder, ['backup', file]);
  expect((statSync(file).mode & 0o777).toString(8)).toBe('600');
  expect(linesOf(file)[0]).toMatchObject({ format: 'cohoa-backup-1', program: expect.any(String) });
});

test('every table is in it but what is this installation’s own', async () => {
  const tables = await query<{ name: string }>(
    folder,
    `select tablename as name from pg_tables where schemaname = 'public'`,
  );
  const library = ['account', 'rateLimit', 'schema_migration', 'session', 'user', 'verification'];
  // A table that a migration makes in another way would be missing here.
  expect(
    tables
      .map((t) => t.name)
      .filter((n) => !library.includes(n))
      .sort(),
  ).toEqual([...OWN_TABLES].sort());
  const filled: string[] = [];
  for (const { name } of tables)
    if ((await query(folder, `select 1 as n from "${name}" limit 1`)).length > 0) filled.push(name);
  const kept = new Set(linesOf(file).flatMap((l) => (l.table === undefined ? [] : [l.table as string])));
  expect(filled.filter((n) => !kept.has(n)).sort()).toEqual(['installation', 'schema_migration']);
});

test.each([
  ['a folder that is not there', ['backup', '/no/such/folder/file.gz'], 'There is no /no/such/folder.'],
  ['a folder', ['backup', '/tmp'], 'is a folder.'],
  ['a file that is not there', ['restore', '/no/such/file.gz'], 'There is no /no/such/file.gz.'],
])('says in words that it was given %s', async (_, args, sentence) => {
  const { code, err } = await cohoa(folder, args);
  expect(code).toBe(1);
  expect(err).toContain(sentence);
  expect(err).not.toMatch(/\n {4}at /);
});

test('restored, it is the same campaign of another past; what is no whole backup leaves nothing', async () => {
  const to = fresh();
  const cut = join(folder, 'cut.gz');
  writeFileSync(cut, readFileSync(file).subarray(0, 4000));
  const short = join(folder, 'short.gz');
  const lines = gunzipSync(readFileSync(file)).toString().trim().split('\n');
  writeFileSync(short, gzipSync(lines.slice(0, -40).join('\n')));
  const plain = join(folder, 'plain.txt');
  writeFileSync(plain, 'no backup');
  for (const [bad, words] of [
    [cut, 'cannot be unpacked'],
    [short, 'is not whole'],
    [plain, 'cannot be unpacked'],
  ] as const) {
    const { code, err } = await cohoa(to, ['restore', bad]);
    expect({ code, err }).toMatchObject({ code: 1, err: expect.stringContaining(words) });
    expect(err).not.toMatch(/\n {4}at /);
    expect(existsSync(join(to, 'postgres/postmaster.pid'))).toBe(false);
  }
  expect(await cohoa(to, ['restore', file])).toMatchObject({ code: 0, err: '' });
  const second = await ServerProcess.start(to);
  const read = async (s: ServerProcess) => {
    const response = await fetch(`${s.url}/api/campaigns/${DEMO_CAMPAIGN}/snapshot`, {
      headers: { cookie: await s.signIn('canbo') },
    });
    return (await response.json()) as { lineage: string; tables: object };
  };
  const [was, is] = [await read(server), await read(second)];
  expect(is.tables).toEqual(was.tables);
  expect(is.lineage).not.toBe(was.lineage);
  await second.stop();
});

test('beside a running server that waits for its administrator it voids the link', async () => {
  const to = fresh();
  const waiting = await ServerProcess.start(to, { COHOA_DEMO: 'off' });
  const token = (await waiting.prints(/setup\/([\w-]+)/))[1];
  expect(await cohoa(to, ['restore', file])).toMatchObject({ code: 0, err: '' });
  const answer = await fetch(`${waiting.url}/api/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token, userName: 'ke.gian', name: 'Kẻ gian', password: 'bon cai ghe go' }),
  });
  expect(answer.status).toBe(403);
  expect(await (await fetch(`${waiting.url}/api/entry`)).json()).toMatchObject({ needsAdministrator: false });
  expect(await waiting.signIn('canbo')).toContain('cohoa');
  await waiting.stop();
});

test('one of a newer version is refused, naming both', async () => {
  const to = fresh();
  const newer = join(folder, 'newer.gz');
  const header = {
    format: 'cohoa-backup-1',
    version: [...MIGRATION_NAMES, '9999_far_ahead'].join(' '),
    program: '7.0.0',
  };
  writeFileSync(newer, gzipSync(`${JSON.stringify(header)}\n{"end":0}\n`));
  const { code, err } = await cohoa(to, ['restore', newer]);
  expect(code).toBe(1);
  for (const word of ['7.0.0', '9999_far_ahead', MIGRATION_NAMES.at(-1), 'newer version'])
    expect(err).toContain(word);
});

test('one of an earlier version is restored and brought up to date, steps in code included', async () => {
  const to = fresh();
  const old = join(folder, 'old.gz');
  const id = (n: number) => `01HZZZZZZZZZZZZZZZZZZZZZ${String(n).padStart(2, '0')}`;
  const at = '2020-10-01T00:00:00+00:00';
  const campaignId = id(1);
  const own = (n: number) => ({ id: id(n), campaign_id: campaignId, version: 1 });
  const rule = {
    spacing: 25,
    startOffset: 0,
    sides: 'both',
    staggered: false,
    edgeOffset: 1,
    except: [],
    skips: [],
    moves: {},
  };
  const rows: [string, object][] = [
    [
      'campaign',
      {
        id: campaignId,
        version: 1,
        change_number: 1,
        name: 'Đợt cũ',
        theme: '',
        term: '2020 - 2025',
        congress_name: 'Đại hội',
        organising_body: '',
        parent_body: '',
        body_kind: 'state',
        place: 'Chợ Mới',
        opening_day: '2020-10-27',
        closing_day: '2020-10-28',
        time_zone: 'Asia/Ho_Chi_Minh',
        map_notice: '',
        demo_today: null,
        budget: 0,
        rule_settings: {},
        base_maps: [],
      },
    ],
    // The lower unit comes before the one that it belongs to.
    [
      'unit',
      { ...own(3), code: '', name: 'Thôn', kind: 'commune', centre: null, parent_id: id(2), boundary: null },
    ],
    [
      'unit',
      { ...own(2), code: '', name: 'Xã', kind: 'commune', centre: null, parent_id: null, boundary: null },
    ],
    [
      'road',
      {
        ...own(4),
        code: 'QL.3',
        name: 'Quốc lộ 3',
        class: 'national',
        line: [
          [105.77, 21.8],
          [105.77, 22],
        ],
        gaps: [],
        zero_chainage: 0,
        calibration: [],
        half_width: 6,
        source: '',
      },
    ],
    [
      'asset_type',
      {
        ...own(5),
        code: 'flag',
        name: 'Cờ',
        name_en: 'Flag',
        shape: 'flag',
        unit_name: 'cờ',
        unit_name_en: 'flags',
        size: '',
        layout: 'stretch',
        default_spacing: 25,
        default_sides: 'both',
        price: 90000,
        in_stock: 0,
        carries_text: false,
        checklist: [],
        colour: 'red',
        glyph: '',
        ordered: 0,
        mount: 'pole',
        emblem: 'none',
        width_cm: null,
        height_cm: null,
        life_days: null,
        rules_off: [],
      },
    ],
    [
      'placement',
      {
        ...own(6),
        asset_type_id: id(5),
        unit_id: id(2),
        slogan_id: null,
        state: 'approved',
        note: '',
        install_by: null,
        remove_by: null,
        road_id: id(4),
        coordinate: null,
        from: 1000,
        to: 2000,
        side: null,
        rule,
        point_quantity: 0,
        phase: '',
        sponsor: null,
      },
    ],
    [
      'change',
      {
        campaign_id: campaignId,
        number: 1,
        edit_key: id(7),
        replica: id(8),
        at,
        by_user: 'u1',
        by_name: 'Người cũ',
        note: { code: 'test' },
      },
    ],
    [
      'user',
      {
        id: 'u1',
        name: 'Người cũ',
        email: 'cu@accounts.invalid',
        emailVerified: false,
        createdAt: at,
        updatedAt: at,
        username: 'cu',
        displayUsername: 'cu',
      },
    ],
    [
      'account',
      {
        id: 'a1',
        accountId: 'u1',
        providerId: 'credential',
        userId: 'u1',
        password: await hashPassword('mat-khau-cu'),
        createdAt: at,
        updatedAt: at,
      },
    ],
    ['member', { id: id(9), user_id: 'u1', campaign_id: null, role: 'admin', unit_id: null }],
  ];
  const header = { format: 'cohoa-backup-1', version: '0001_campaigns 0002_workbench 0003_base_maps' };
  const text = [header, ...rows.map(([table, row]) => ({ table, row })), { end: rows.length }];
  writeFileSync(old, gzipSync(`${text.map((l) => JSON.stringify(l)).join('\n')}\n`));
  expect(await cohoa(to, ['restore', old])).toMatchObject({ code: 0, err: '' });
  const today = await ServerProcess.start(to);
  const cookie = await today.signIn('cu', 'mat-khau-cu');
  const session = await fetch(`${today.url}/api/session`, { headers: { cookie } });
  expect(await session.json()).toMatchObject({ memberships: [{ role: 'admin', campaignId: null }] });
  expect(session.headers.get('x-cohoa-lineage')).toBeTruthy();
  // What 0004 works out in code: 1 km, both sides, every 25 m.
  expect(await query(to, `select approved_quantity::int as n, version::int as v from placement`)).toEqual([
    { n: 82, v: 2 },
  ]);
  expect(await query(to, `select note->>'code' as code from change order by number`)).toEqual([
    { code: 'test' },
    { code: 'placement.approved-quantities' },
  ]);
  expect(await query(to, `select name from schema_migration order by name`)).toEqual(
    MIGRATION_NAMES.map((name) => ({ name })),
  );
  // References are checked at once again, as in a database that was there all along.
  expect(await query(to, `select conname from pg_constraint where contype = 'f' and condeferrable`)).toEqual(
    [],
  );
  expect(await query(to, `select parent_id from unit where name = 'Thôn'`)).toEqual([{ parent_id: id(2) }]);
  await today.stop();
});

test('a command that is interrupted closes the database it started, and leaves no partial file', async () => {
  const alone = fresh();
  await cohoa(alone, ['user', 'list']);
  const target = join(alone, 'b.gz');
  const child = spawn(process.execPath, [join(ROOT, 'server/cli/main.ts'), 'backup', target], {
    cwd: ROOT,
    env: { ...process.env, COHOA_DATA: alone },
  });
  const ended = new Promise<number | null>((done) => child.once('close', done));
  while (!existsSync(join(alone, 'postgres/postmaster.pid'))) await new Promise((r) => setTimeout(r, 20));
  child.kill('SIGINT');
  expect(await ended).not.toBe(0);
  expect(existsSync(join(alone, 'postgres/postmaster.pid'))).toBe(false);
  expect(beside(target)).toEqual([]);
});
