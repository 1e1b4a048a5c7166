/** What was approved before this version takes today's quantity, as a change that everybody hears of. */
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { beforeAll, expect, test } from 'vitest';
import { aPlacement, aPoint, idOf, RULE } from '../../../domain/testing.ts';
import { type Database, migrate } from '../database.ts';
import { campaigns } from './0001_campaigns.ts';
import { workbench } from './0002_workbench.ts';
import { baseMaps } from './0003_base_maps.ts';

const rowsOf = async <T>(pglite: PGlite, query: string) => (await pglite.query<T>(query)).rows;
const CAMPAIGN = idOf('C', 1);

let pglite: PGlite;

/** A database as the version before left it. */
async function before(): Promise<PGlite> {
  const made = await PGlite.create();
  for (const sql of [campaigns, workbench, baseMaps]) await made.exec(sql);
  await made.exec(`create table schema_migration (name text primary key, at timestamptz not null);
    insert into schema_migration values ('0001_campaigns', now()), ('0002_workbench', now()), ('0003_base_maps', now());`);
  return made;
}

async function add(table: string, row: object): Promise<void> {
  await pglite.query(`insert into ${table} select * from jsonb_populate_record(null::${table}, $1)`, [
    JSON.stringify(row),
  ]);
}

/** A placement with the columns of then. */
function columns(p: ReturnType<typeof aPlacement>) {
  return {
    id: p.id,
    campaign_id: CAMPAIGN,
    version: 3,
    asset_type_id: idOf('A', 1),
    state: p.state,
    note: '',
    road_id: idOf('R', 1),
    from: p.from,
    to: p.to,
    side: p.side,
    rule: p.rule,
    point_quantity: p.pointQuantity,
    phase: '',
  };
}

beforeAll(async () => {
  pglite = await before();
  const texts = { name: '', theme: '', term: '', congress_name: '', organising_body: '', parent_body: '' };
  const campaign = {
    ...texts,
    id: CAMPAIGN,
    version: 1,
    change_number: 7,
    body_kind: 'state',
    place: '',
    opening_day: '2020-10-27',
    closing_day: '2020-10-28',
    time_zone: 'Asia/Ho_Chi_Minh',
    map_notice: '',
    budget: 0,
    rule_settings: { 'junction-gap': { off: false, params: { distance: 50 } } },
    base_maps: [],
  };
  await add('campaign', campaign);
  await add('campaign', { ...campaign, id: idOf('C', 2) });
  const own = { campaign_id: CAMPAIGN, version: 1 };
  await add('road', {
    ...own,
    id: idOf('R', 1),
    code: '',
    name: '',
    class: 'national',
    line: [],
    gaps: [],
    zero_chainage: 0,
    calibration: [],
    half_width: 6,
    source: '',
  });
  await add('road_feature', {
    ...own,
    id: idOf('F', 1),
    road_id: idOf('R', 1),
    kind: 'junction',
    name: '',
    from: 1500,
    to: 1500,
  });
  await add('asset_type', {
    ...own,
    id: idOf('A', 1),
    code: '',
    name: '',
    name_en: '',
    shape: 'flag',
    unit_name: '',
    unit_name_en: '',
    size: '',
    layout: 'stretch',
    default_spacing: 25,
    default_sides: 'both',
    price: 0,
    in_stock: 0,
    carries_text: false,
    checklist: [],
    colour: 'red',
    glyph: '',
    ordered: 0,
    mount: 'pole',
    emblem: 'none',
    rules_off: [],
  });
  const rule = { ...RULE, except: ['junction' as const] };
  for (const p of [
    aPlacement({ id: idOf('P', 1), state: 'approved', rule }),
    aPlacement({ id: idOf('P', 2), state: 'submitted', rule }),
    { ...aPoint({ id: idOf('P', 3), pointQuantity: 12 }), state: 'removed' as 'ready' },
  ])
    await add('placement', columns(p));
  await migrate(drizzle(pglite, { casing: 'snake_case' }) as unknown as Database);
});

test('each approved row has its quantity, gaps as the campaign’s rules say; others have none', async () => {
  expect(
    await rowsOf(pglite, 'select id, approved_quantity as n, version::int as v from placement order by id'),
  ).toEqual([
    // 82 less the five on each side within 50 m of the junction.
    { id: idOf('P', 1), n: 72, v: 8 },
    { id: idOf('P', 2), n: null, v: 3 },
    { id: idOf('P', 3), n: 12, v: 8 },
  ]);
});

test('it is one change, told like any other, and none where there was nothing to count', async () => {
  expect(await rowsOf(pglite, 'select change_number::int as n from campaign order by id')).toEqual([
    { n: 8 },
    { n: 7 },
  ]);
  expect(await rowsOf(pglite, 'select number::int, by_name, note, protocol from change')).toEqual([
    { number: 8, by_name: 'Cờ Hoa', note: { code: 'placement.approved-quantities' }, protocol: 2 },
  ]);
  expect(
    await rowsOf(
      pglite,
      `select seq, kind, entity, row_id, before, after from change_op where entity = 'placement' order by seq`,
    ),
  ).toEqual(
    [
      [idOf('P', 1), 72],
      [idOf('P', 3), 12],
    ].map(([id, n], seq) => ({
      seq,
      kind: 'set',
      entity: 'placement',
      row_id: id,
      before: { approvedQuantity: null },
      after: { approvedQuantity: n },
    })),
  );
});

test('the database has one lineage, and cannot have two', async () => {
  const [row] = await rowsOf<{ lineage: string }>(pglite, 'select lineage from installation');
  expect(row?.lineage).toMatch(/^[0-9a-f-]{36}$/);
  await expect(pglite.exec(`insert into installation values ('x')`)).rejects.toThrow();
});
