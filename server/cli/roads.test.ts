/** Roads through the command line: what the screen would take, stored as the screen would store it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestApi } from '../../mocks/testApi.ts';
import { importRoads } from './roads.ts';

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
  more: Partial<Parameters<typeof importRoads>[1]> = {},
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
  return importRoads(api.db, {
    file,
    campaign,
    ...nothing,
    all: false,
    asides: false,
    except: [],
    convert: false,
    system: undefined,
    letters: undefined,
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
