/** Files that nobody meant well: cut, bombs, nested without end, and thousands of small mutations. */

import { strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { codeOf, readMutations, SMALL } from '../../tests/support/geoFiles.ts';
import { zippedShapefile } from '../../tests/support/shapefile.ts';
import { FORMATS, formatOf } from './formats.ts';

test.each(FORMATS.map((f) => [f.label, f] as const))(
  '%s has a small file, known whatever its name',
  (_, format) => {
    expect(SMALL.filter(([, bytes]) => formatOf('x', bytes) === format).map(([name]) => name)).not.toEqual(
      [],
    );
  },
);

test.each(SMALL)('%s is read, and refused in words wherever it is cut', async (name, bytes) => {
  expect(await codeOf(name, bytes)).toBe('read');
  for (let length = 0; length < bytes.length; length += Math.max(1, Math.floor(bytes.length / 60)))
    expect(await codeOf(name, bytes.subarray(0, length))).toMatch(/^read$|^file\.|^table\./);
});

test('tables of a Shapefile that lead backwards, or count what is not there, are refused at once', async () => {
  const zip = zippedShapefile([
    {
      line: [
        [105, 21],
        [105.1, 21.1],
      ],
      name: strToU8('A'),
    },
  ]);
  const parts = unzipSync(zip);
  const changed = (name: 'duong.shp' | 'duong.dbf', at: number, ...values: number[]) => {
    const part = (parts[name] as Uint8Array).slice();
    part.set(values, at);
    return zipSync({ ...parts, [name]: part });
  };
  expect(await codeOf('a.zip', zipSync(parts))).toBe('read');
  for (const bad of [
    changed('duong.shp', 104, 255, 255, 255, 252),
    changed('duong.shp', 104, 0, 0, 0, 0),
    changed('duong.shp', 107, 90),
    changed('duong.dbf', 4, 255, 255, 255, 255),
    changed('duong.dbf', 10, 0, 0),
    changed('duong.dbf', 32 + 16, 255),
    zipSync({ ...parts, 'duong.shp': (parts['duong.shp'] as Uint8Array).slice(0, -20) }),
  ])
    expect(await codeOf('a.zip', bad)).toBe('file.damaged');
});

test('layers of one zip in different projections are refused by the name of the second', async () => {
  const parts = unzipSync(
    zippedShapefile([
      {
        line: [
          [105, 21],
          [105.1, 21.1],
        ],
        name: strToU8('A'),
      },
    ]),
  );
  const layer = (name: string, prj: string) => ({
    [`${name}.shp`]: parts['duong.shp'] as Uint8Array,
    [`${name}.prj`]: strToU8(prj),
  });
  const wgs = 'GEOGCS["GCS_WGS_1984"]';
  expect(await codeOf('a.zip', zipSync({ ...layer('a', wgs), ...layer('b', wgs) }))).toBe('read');
  expect(await codeOf('a.zip', zipSync({ ...layer('a', wgs), ...layer('b', 'GEOGCS["VN-2000"]') }))).toBe(
    'file.two-projections',
  );
});

test('mutations of small files are read or refused, never more', async () => {
  await readMutations(400);
});

/** The zip with the size of its only file said otherwise, in its own head and in the list at the end. */
function sayingSize(zip: Uint8Array, size: number): Uint8Array {
  const out = zip.slice();
  const view = new DataView(out.buffer);
  for (let i = 0; i + 4 < out.length; i++) {
    const mark = view.getUint32(i, true);
    if (mark === 0x04034b50) view.setUint32(i + 22, size, true);
    if (mark === 0x02014b50) view.setUint32(i + 24, size, true);
  }
  return out;
}

test('a zip that unpacks to gigabytes is refused before it is unpacked, also where it says less', async () => {
  const zip = zipSync({ 'doc.kml': new Uint8Array(20_000_000) }, { level: 1 });
  expect(await codeOf('a.kmz', sayingSize(zip, 3_000_000_000))).toBe('file.zip-large');
  // What it does not own up to is not unpacked.
  expect(await codeOf('a.kmz', sayingSize(zip, 1000))).toBe('file.is-binary');
});

test('tags nested without end, and what is no number, are told', async () => {
  const deep = strToU8(`<kml>${'<Folder>'.repeat(100_000)}${'</Folder>'.repeat(100_000)}</kml>`);
  expect(await codeOf('a.kml', deep)).toBe('file.too-deep');
  expect(await codeOf('a.kml', strToU8('<kml>\n<Placemark>\n<name>A</kml>'))).toBe('file.not-xml');
  expect(await codeOf('a.zip', zipSync({ 'readme.txt': strToU8('x') }))).toBe('file.zip-without');
});
