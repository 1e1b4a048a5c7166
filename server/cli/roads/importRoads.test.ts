/** Roads through the command line: what the screen would take, stored as the screen would store it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import proj4 from 'proj4';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestApi } from '../../../mocks/testApi.ts';
import { systemById } from '../../../src/formats/coordinates/systems.ts';
import { importRoads } from './importRoads.ts';

let api: TestApi;
let folder: string;
let campaign: string;

beforeAll(async () => {
  api = await TestApi.open();
  campaign = await api.campaign();
  folder = mkdtempSync(join(tmpdir(), 'cohoa-roads-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const road = (name: string, at: number) => ({
  type: 'Feature',
  properties: { name },
  geometry: {
    type: 'LineString',
    coordinates: [
      [105.8, 21 + at * 0.0003],
      [105.803, 21 + at * 0.0003],
    ],
  },
});

function importing(
  features: readonly object[],
  fileName = 'duong.geojson',
  { db = api.db, ...more }: Partial<Parameters<typeof importRoads>[1]> & { db?: typeof api.db | null } = {},
) {
  const file = join(folder, fileName);
  writeFileSync(file, JSON.stringify({ type: 'FeatureCollection', features }));
  const nothing = {
    code: undefined,
    name: undefined,
    class: undefined,
    pieces: undefined,
    maxGap: undefined,
  };
  return importRoads(db, {
    file,
    campaign,
    ...nothing,
    all: false,
    asides: false,
    except: [],
    convert: false,
    system: undefined,
    letters: undefined,
    dryRun: false,
    ...more,
  });
}

async function changes() {
  const ask = await api.asRole('admin', null);
  const all: { number: number; ops: { entity: string; fields: { name: string } }[] }[] = [];
  for (;;) {
    const { json } = await ask(`/campaigns/${campaign}/changes?since=${all.at(-1)?.number ?? 0}`);
    const page = json.changes as typeof all;
    if (page.length === 0) return all;
    all.push(...page);
  }
}

test('names that no database holds are cleaned and cut; read again, the roads are there already', async () => {
  const features = [road('Đường\u0000Không\u0000', 0), road(`${'x'.repeat(199)}🎌 và nữa`, 1)];
  expect(await importing(features)).toMatchObject({ imported: 2, warned: 1 });
  const names = (await changes())
    .flatMap((c) => c.ops)
    .filter((op) => op.entity === 'road')
    .map((op) => op.fields.name);
  expect(names).toEqual(['ĐườngKhông', 'x'.repeat(199)]);
  expect(await importing(features)).toMatchObject({ imported: 0, leftOut: 2 });
});

test('five thousand roads go in parts that every device can take', async () => {
  const before = (await changes()).length;
  const features = Array.from({ length: 5001 }, (_, i) => road(`Ngõ số ${i}`, i + 2));
  expect(await importing(features, `${'n'.repeat(100)}.geojson`)).toMatchObject({ imported: 5001 });
  const made = (await changes()).slice(before);
  expect(made.flatMap((c) => c.ops)).toHaveLength(5001);
  expect(made.length).toBeGreaterThan(1);
  for (const change of made) expect(JSON.stringify(change).length).toBeLessThan(1_100_000);
}, 60_000);

test('what is left aside is taken when it is asked for, and a name is kept apart', async () => {
  const at = (east: number, north: number) => [105.9 + east / 103_300, 21.5 + north / 110_700];
  const line = (name: string, ...coordinates: number[][]) => ({
    type: 'Feature',
    properties: { name },
    geometry: { type: 'LineString', coordinates },
  });
  const features = [line('Phố Chính', at(0, 0), at(1000, 0)), line('Phố Chính', at(500, 0), at(500, 80))];
  const names = (r: Awaited<ReturnType<typeof importing>>) => r.roads.map((x) => x.name);
  const whole = await importing(features, 'nhanh.geojson', { asides: true, pieces: 'name' });
  expect(names(whole)).toEqual(['Phố Chính', 'Phố Chính (nhánh 1)']);
  // Again, both are there already.
  expect(await importing(features, 'nhanh.geojson', { asides: true, pieces: 'name' })).toMatchObject({
    imported: 0,
  });
  const others = features.map((f) => ({ ...f, properties: { name: 'Phố Hai' } }));
  const apart = await importing(others, 'tach.geojson', { pieces: 'name', except: ['Phố hai'] });
  expect(names(apart)).toEqual(['Phố Hai', 'Phố Hai']);
});

test('a trial that names its campaign knows its roads and its ground, and stores nothing', async () => {
  const before = await changes();
  const system = proj4(systemById('vn2000-tm3-105.5')?.proj4 ?? '');
  // Beside the roads that the tests before have brought in.
  const metres = [
    [105.8, 21.01],
    [105.803, 21.01],
  ].map((at) => system.forward(at) as number[]);
  const ofOffice = { ...road('Đường mới', 0), geometry: { type: 'LineString', coordinates: metres } };
  const trial = { dryRun: true, convert: true };
  const placed = await importing([ofOffice], 'vn2000.geojson', trial);
  expect(placed).toMatchObject({ imported: 1, roads: [{ lengthM: expect.closeTo(312, 0) }] });
  await expect(
    importing([ofOffice], 'vn2000.geojson', { ...trial, campaign: null, db: null }),
  ).rejects.toThrow(/fit several systems/);
  expect(await importing([road('ĐườngKhông', 0)], 'cu.geojson', trial)).toMatchObject({
    imported: 0,
    leftOut: 1,
    problems: [{ where: 'ĐườngKhông' }],
  });
  expect(await changes()).toEqual(before);
});

test('names in older letters are converted when that is agreed to, and kept when it is asked for', async () => {
  const old = road('§\u00adêng TrÇn Phó', 0);
  const named = async (more: Parameters<typeof importing>[2]) =>
    (await importing([old], 'tcvn.geojson', { dryRun: true, ...more })).roads.map((r) => r.name);
  await expect(named({})).rejects.toThrow(/seem to be tcvn3: .*Đường Trần Phú/);
  expect(await named({ convert: true })).toEqual(['Đường Trần Phú']);
  expect(await named({ convert: true, letters: 'none' })).not.toEqual(['Đường Trần Phú']);
  await expect(named({ letters: 'ascii' })).rejects.toThrow(/--letters is one of/);
});
