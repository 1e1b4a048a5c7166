/** What stood, and was ticked, before there were reports: the same stands afterwards, since the same days. */
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { describe, expect, test } from 'vitest';
import { withRows } from '../../../domain/edit/tables.ts';
import type { Report } from '../../../domain/model/entities/report.ts';
import type { Entity, Tables } from '../../../domain/model/rows.ts';
import { progressOf } from '../../../domain/progress/progress.ts';
import { stageOf } from '../../../domain/progress/stage.ts';
import { aCampaign, aPlacement, aPlan, aPoint, aRoad, aType, idOf, RULE } from '../../../domain/testing.ts';
import { type Database, migrate } from '../database.ts';

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const columns = (row: object) =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [snake(name), value]));

class Old {
  readonly pglite: PGlite;
  readonly db: Database;
  #number = 0;

  private constructor(pglite: PGlite) {
    this.pglite = pglite;
    this.db = drizzle(pglite, { casing: 'snake_case' }) as unknown as Database;
  }

  static async open(demoToday: string | null = null): Promise<Old> {
    const old = new Old(await PGlite.create());
    await migrate(old.db, '0012_parts');
    const { id, version, ...campaign } = aCampaign({ demoToday });
    await old.add('campaign', { id, version, change_number: 0, ...columns(campaign) });
    await old.add('road', { campaign_id: id, ...columns(aRoad()) });
    const unit = aPlan().unit.get(idOf('V', 1)) as object;
    await old.add('unit', { campaign_id: id, ...columns(unit) });
    const item = (itemId: string) => ({
      ...{ id: itemId, name: { vi: itemId, en: itemId } },
      ...{ due: { milestone: 'opening', days: -3 }, counts: true },
    });
    const checklist = ['survey', 'install', 'inspect', 'take-down'].map(item);
    await old.add('asset_type', { campaign_id: id, ...columns(aType()), checklist });
    return old;
  }

  async add(table: string, row: object): Promise<void> {
    await this.pglite.query(`insert into ${table} select * from jsonb_populate_record(null::${table}, $1)`, [
      JSON.stringify(row),
    ]);
  }

  /** A change of the log, on a day at noon. */
  async change(
    day: string,
    ...ops: readonly (readonly [string, Entity, string, object, object])[]
  ): Promise<number> {
    const number = ++this.#number;
    await this.add('change', {
      ...{ campaign_id: aCampaign().id, number, edit_key: idOf('E', number), replica: idOf('E', 1) },
      ...{ at: `${day}T05:00:00Z`, by_user: 'u', by_name: 'Vũ Hoài', note: { code: 'x' }, protocol: 9 },
    });
    for (const [seq, [kind, entity, row_id, before, after]] of ops.entries())
      await this.add('change_op', {
        ...{ campaign_id: aCampaign().id, number, seq, kind, entity, row_id, before, after },
      });
    return number;
  }

  /** A placement that went through states on days. */
  async placed(id: string, ...steps: readonly (readonly [string, string])[]): Promise<void> {
    const { id: _, version: _v, ...fields } = aPlacement({ approvedQuantity: 82 });
    const [first, ...more] = steps;
    const [day = '', state = ''] = first ?? [];
    let version = await this.change(day, ['create', 'placement', id, {}, { ...fields, state }]);
    let at = state;
    for (const [on, to] of more) {
      version = await this.change(on, ['set', 'placement', id, { state: at }, { state: to }]);
      at = to;
    }
    await this.add('placement', {
      ...{ campaign_id: aCampaign().id, id, version, ...columns({ ...fields, state: at }) },
    });
  }

  async ticked(
    id: string,
    placementId: string,
    itemId: string,
    doneDay: string,
    more: object = {},
  ): Promise<void> {
    const fields = {
      ...{ placementId, itemId, whole: true, unitId: null, doneDay },
      ...{ doneBy: 'Tổ 2', quantity: null, note: '', ...more },
    };
    const version = await this.change('2020-10-20', ['create', 'task', id, {}, fields]);
    await this.add('task', { campaign_id: aCampaign().id, id, version, ...columns(fields) });
  }

  /** The rows of today, as far as progress asks. */
  async tables(): Promise<Tables> {
    expect(await migrate(this.db)).toContain('0013_reports');
    const { rows: placements } = await this.pglite.query<{ id: string; state: string }>(
      'select id, state from placement order by id',
    );
    const { rows: reports } = await this.pglite.query<Report>(
      `select id, version::int, placement_id as "placementId", kind, spots, quantity, day::text, who, note, corrects
       from report order by id`,
    );
    return withRows(
      aPlan({ placement: placements.map(({ id, state }) => aPlacement({ id, state: state as 'ready' })) }),
      reports.map((row) => ({ entity: 'report' as const, id: row.id, row })),
    );
  }

  /** The rows as the log tells them after a change, from nothing. */
  async asLogged(until: number): Promise<Tables> {
    const { rows } = await this.pglite.query<{ kind: string; entity: Entity; id: string; after: object }>(
      'select kind, entity, row_id as id, after from change_op where number <= $1 order by number, seq',
      [until],
    );
    let tables: Tables = aPlan();
    for (const { kind, entity, id, after } of rows) {
      const before = tables[entity].get(id) ?? {};
      const row = kind === 'delete' ? undefined : ({ ...before, ...after, id, version: 1 } as never);
      tables = withRows(tables, [{ entity, id, row }]);
    }
    return tables;
  }
}

const stages = (tables: Tables) =>
  Object.fromEntries([...tables.placement.values()].map((row) => [row.id, stageOf(tables, row)]));

describe('states', () => {
  test('stand as they stood, since the day of their change, and the log says so for every day', async () => {
    const old = await Old.open();
    const [P1, P2, P3, P4, P5, P6] = [1, 2, 3, 4, 5, 6].map((n) => idOf('P', n)) as [
      string,
      string,
      string,
      string,
      string,
      string,
    ];
    const way = [
      ['2020-10-01', 'draft'],
      ['2020-10-02', 'submitted'],
      ['2020-10-03', 'approved'],
      ['2020-10-04', 'in-production'],
      ['2020-10-05', 'ready'],
    ] as const;
    await old.placed(P1, ...way);
    await old.placed(P2, ...way, ['2020-10-10', 'installed']);
    await old.placed(P3, ...way, ['2020-10-10', 'installed'], ['2020-10-12', 'inspected']);
    await old.placed(
      P4,
      ...way,
      ['2020-10-10', 'installed'],
      ['2020-10-12', 'inspected'],
      ['2020-10-13', 'damaged'],
    );
    await old.placed(
      P5,
      ...way,
      ['2020-10-10', 'installed'],
      ['2020-10-12', 'damaged'],
      ['2020-10-13', 'installed'],
      ['2020-10-29', 'removed'],
    );
    // Put up by mistake, and taken back; accepted too early, and taken back.
    await old.placed(
      P6,
      ...way,
      ['2020-10-10', 'installed'],
      ['2020-10-11', 'ready'],
      ['2020-10-12', 'installed'],
      ['2020-10-12', 'inspected'],
      ['2020-10-13', 'installed'],
    );
    const tables = await old.tables();
    expect(stages(tables)).toEqual({
      [P1]: 'ready',
      [P2]: 'installed',
      [P3]: 'inspected',
      [P4]: 'damaged',
      [P5]: 'removed',
      [P6]: 'installed',
    });
    for (const { state } of tables.placement.values()) expect(state).toBe('ready');
    const ofP2 = [...tables.report.values()].filter((r) => r.placementId === P2);
    expect(ofP2).toMatchObject([
      { kind: 'installed', day: '2020-10-10', who: 'Vũ Hoài', quantity: null, spots: null },
    ]);
    // The whole log, read from its beginning, comes to the same.
    expect(stages(await old.asLogged(1000))).toEqual(stages(tables));
    const { rows } = await old.pglite.query<{ state: string; n: number }>(
      `select after->>'state' as state, count(*)::int as n from change_op where after->>'state' in ('installed', 'inspected', 'damaged', 'removed')
         or before->>'state' in ('installed', 'inspected', 'damaged', 'removed') group by 1`,
    );
    expect(rows).toEqual([]);
    // P5, as it was known after each of its steps.
    const first =
      (
        await old.pglite.query<{ n: number }>(
          `select min(number)::int as n from change_op where row_id = '${P5}'`,
        )
      ).rows[0]?.n ?? 0;
    const known = [];
    for (let n = first; n < first + 9; n++) known.push(stages(await old.asLogged(n))[P5]);
    expect(known).toEqual([
      'draft',
      'submitted',
      'approved',
      'in-production',
      'ready',
      'installed',
      'damaged',
      'installed',
      'removed',
    ]);
    await old.pglite.close();
  });

  test('what the log does not tell is told by the change that wrote the row', async () => {
    const old = await Old.open('2020-10-15');
    const number = await old.change('2026-01-05');
    const { id, version: _, ...fields } = aPlacement({ approvedQuantity: 82 });
    await old.add('placement', {
      campaign_id: aCampaign().id,
      id,
      version: number,
      ...columns({ ...fields, state: 'inspected' }),
    });
    const tables = await old.tables();
    expect(stages(tables)).toEqual({ [id]: 'inspected' });
    // Never after the campaign's own today.
    expect([...tables.report.values()].map((r) => [r.kind, r.day, r.version])).toEqual([
      ['installed', '2020-10-15', number],
      ['accepted', '2020-10-15', number],
    ]);
    expect([...(await old.asLogged(number)).report.values()]).toHaveLength(2);
    await old.pglite.close();
  });

  test('of what was deleted the log alone tells', async () => {
    const old = await Old.open();
    await old.placed(idOf('P', 1), ['2020-10-10', 'installed']);
    const { id: _, version: _v, ...fields } = aPlacement({ approvedQuantity: 82 });
    await old.change('2020-10-11', [
      'delete',
      'placement',
      idOf('P', 1),
      { ...fields, state: 'installed' },
      {},
    ]);
    await old.pglite.exec('delete from placement');
    const tables = await old.tables();
    expect(tables.report.size).toBe(0);
    expect(stages(await old.asLogged(1))).toEqual({ [idOf('P', 1)]: 'installed' });
    const after = await old.asLogged(2);
    expect([after.placement.size, after.report.size]).toEqual([0, 0]);
    await old.pglite.close();
  });
});

describe('ticks', () => {
  test('are reports of their day, and what state and tick both say counts once', async () => {
    const old = await Old.open();
    await old.placed(idOf('P', 1), ['2020-10-05', 'ready']);
    await old.ticked(idOf('T', 1), idOf('P', 1), 'install', '2020-10-18');
    await old.ticked(idOf('T', 2), idOf('P', 1), 'survey', '2020-10-01');
    await old.placed(idOf('P', 2), ['2020-10-05', 'ready']);
    // Accepted by a tick alone: whoever accepted it saw it stand.
    await old.ticked(idOf('T', 3), idOf('P', 2), 'inspect', '2020-10-19', { note: 'Đẹp', doneBy: 'Chị Hà' });
    await old.placed(idOf('P', 3), ['2020-10-05', 'ready']);
    await old.ticked(idOf('T', 4), idOf('P', 3), 'install', '2020-10-18', { quantity: 40 });
    const tables = await old.tables();
    expect(stages(tables)).toEqual({
      [idOf('P', 1)]: 'installed',
      [idOf('P', 2)]: 'inspected',
      [idOf('P', 3)]: 'installing',
    });
    expect(tables.report.get(idOf('T', 1))).toMatchObject({
      kind: 'installed',
      day: '2020-10-18',
      who: 'Tổ 2',
    });
    expect(tables.report.get(idOf('T', 3))).toMatchObject({ kind: 'accepted', who: 'Chị Hà', note: 'Đẹp' });
    const row = tables.placement.get(idOf('P', 3));
    expect(row && progressOf(tables, row).installed).toBe(40);
    expect((await old.pglite.query('select id from task')).rows).toEqual([{ id: idOf('T', 2) }]);
    expect(stages(await old.asLogged(1000))).toEqual(stages(tables));
    await old.pglite.close();
  });

  test('a part is told by where it stands; what was unticked is taken back in the log', async () => {
    const old = await Old.open();
    const square = (south: number, north: number) => [
      [
        [
          [105.7, south],
          [105.9, south],
          [105.9, north],
          [105.7, north],
          [105.7, south],
        ],
      ],
    ];
    await old.pglite.query(`update unit set boundary = $1`, [JSON.stringify(square(21.8, 21.9))]);
    const { id: _, version: _v, ...fields } = aPlacement({ unitId: null, approvedQuantity: 82, rule: RULE });
    const version = await old.change('2020-10-05', [
      'create',
      'placement',
      idOf('P', 1),
      {},
      { ...fields, state: 'ready' },
    ]);
    await old.add('placement', {
      campaign_id: aCampaign().id,
      id: idOf('P', 1),
      version,
      ...columns({ ...fields, state: 'ready' }),
    });
    await old.ticked(idOf('T', 1), idOf('P', 1), 'install', '2020-10-18', {
      whole: false,
      unitId: idOf('V', 1),
    });
    const unticked = {
      ...{ placementId: idOf('P', 1), itemId: 'install', whole: true, unitId: null },
      ...{ doneDay: '2020-10-21', doneBy: '', quantity: null, note: '' },
    };
    await old.change('2020-10-21', ['create', 'task', idOf('T', 9), {}, unticked]);
    const reopened = await old.change('2020-10-21', ['delete', 'task', idOf('T', 9), unticked, {}]);
    const tables = await old.tables();
    const told = tables.report.get(idOf('T', 1));
    // The road leaves the square at about 21.9 N, which is some 550 m along it.
    expect(told?.spots).toMatchObject([{ from: 1000, sides: 'both' }]);
    expect(told?.spots?.[0]?.to).toBeGreaterThan(1100);
    expect(told?.spots?.[0]?.to).toBeLessThan(1900);
    expect([...tables.report.values()].find((r) => r.corrects === idOf('T', 9))).toMatchObject({
      kind: 'withdrawn',
      version: reopened,
    });
    const row = { ...aPlacement({ state: 'ready', unitId: null }) };
    expect(progressOf(tables, row).installed).toBeLessThan(82);
    expect(progressOf(tables, row).installed).toBeGreaterThan(8);
    await old.pglite.close();
  });
});

test('a campaign of 5,000 placements keeps its figures', async () => {
  const old = await Old.open();
  const states = ['draft', 'approved', 'ready', 'installed', 'inspected', 'damaged', 'removed'];
  const { id: _, version: _v, ...fields } = aPlacement({ approvedQuantity: 82 });
  const rows = Array.from({ length: 5000 }, (_n, i) => ({
    ...{ campaign_id: aCampaign().id, id: idOf('P', i), version: 1 },
    ...columns({ ...fields, state: states[i % 7] }),
  }));
  await old.change('2020-10-10');
  await old.pglite.query(
    `insert into change_op select $1, 1, (ord - 1)::smallint, 'create', 'placement', row->>'id', '{}', $3::jsonb || jsonb_build_object('state', row->>'state')
     from jsonb_array_elements($2::jsonb) with ordinality as r(row, ord)`,
    [aCampaign().id, JSON.stringify(rows), JSON.stringify(fields)],
  );
  await old.pglite.query(
    'insert into placement select (jsonb_populate_record(null::placement, row)).* from jsonb_array_elements($1::jsonb) as r(row)',
    [JSON.stringify(rows)],
  );
  const tables = await old.tables();
  const counts = Object.fromEntries(
    Map.groupBy(Object.values(stages(tables)), (s) => s)
      .entries()
      .map(([s, all]) => [s, all.length]),
  );
  expect(counts).toEqual({
    draft: 715,
    approved: 715,
    ready: 714,
    installed: 714,
    inspected: 714,
    damaged: 714,
    removed: 714,
  });
  await old.pglite.close();
});

test('two campaigns with changes of one moment have reports of their own', async () => {
  const old = await Old.open();
  const other = idOf('C', 2);
  const { id: _, version: _v, ...campaign } = aCampaign();
  await old.add('campaign', { id: other, version: 1, change_number: 0, ...columns(campaign) });
  await old.placed(idOf('P', 1), ['2020-10-10', 'installed']);
  await old.pglite.exec(`
    insert into change (campaign_id, number, edit_key, replica, at, by_user, by_name, note, protocol) select '${other}', number, '${idOf('E', 99)}', replica, at, by_user, by_name, note, protocol from change;
    insert into change_op select '${other}', number, seq, kind, entity, '${idOf('P', 2)}', before, after from change_op;
    insert into placement select (jsonb_populate_record(p, '{"id": "${idOf('P', 2)}", "campaign_id": "${other}"}')).* from placement p`);
  const tables = await old.tables();
  expect([...tables.report.values()].map((r) => r.placementId).sort()).toEqual([idOf('P', 1), idOf('P', 2)]);
  await old.pglite.close();
});

test('a point that was ticked as the part of one unit stands', async () => {
  const old = await Old.open();
  const ground = [
    [
      [
        [105.7, 21.8],
        [105.9, 21.8],
        [105.9, 22.3],
        [105.7, 22.3],
        [105.7, 21.8],
      ],
    ],
  ];
  await old.pglite.query('update unit set boundary = $1', [JSON.stringify(ground)]);
  const point = aPoint({ unitId: null, approvedQuantity: 1, state: 'ready' });
  const { id, version: _, ...fields } = point;
  const version = await old.change('2020-10-05', ['create', 'placement', id, {}, fields]);
  await old.add('placement', { campaign_id: aCampaign().id, id, version, ...columns(fields) });
  const part = { whole: false, unitId: idOf('V', 1) };
  await old.ticked(idOf('T', 1), id, 'install', '2020-10-18', part);
  expect(progressOf(await old.tables(), point).installed).toBe(1);
});
