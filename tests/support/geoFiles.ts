/** Small files of every format, and what reading them says, whole or changed at random. */

import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { expect } from 'vitest';
import { readFile } from '../../src/formats/reading.ts';
import { westernBytes, zippedShapefile } from './shapefile.ts';
import { workbook } from './workbook.ts';

export const codeOf = async (name: string, bytes: Uint8Array) => {
  const read = await readFile(name, bytes, null);
  return read.ok ? 'read' : read.reason.code;
};
const KML =
  '<kml xmlns="http://www.opengis.net/kml/2.2"><Placemark><name>A</name><LineString><coordinates>105,21 105.1,21.1</coordinates></LineString></Placemark></kml>';
export const SMALL: readonly (readonly [string, Uint8Array])[] = [
  [
    'a.xlsx',
    workbook([
      ['name', 'lng', 'lat'],
      ['A', 105, 21],
    ]),
  ],
  ['a.kml', strToU8(KML)],
  ['a.kmz', zipSync({ 'doc.kml': strToU8(KML) })],
  [
    'a.gpx',
    strToU8(
      '<gpx version="1.1"><trk><trkseg><trkpt lat="21" lon="105"/><trkpt lat="21.1" lon="105.1"/></trkseg></trk></gpx>',
    ),
  ],
  [
    'a.zip',
    zippedShapefile(
      [
        {
          line: [
            [105, 21],
            [105.1, 21.1],
          ],
          name: westernBytes('§\u00adêng'),
        },
      ],
      { prj: 'GEOGCS["GCS_WGS_1984"]' },
    ),
  ],
  ['a.csv', strToU8('name,lng,lat\nA,105,21\n"B, b",105.1,21.1\n')],
  [
    'a.json',
    strToU8(
      '{"elements":[{"type":"way","id":1,"tags":{"name":"A"},"geometry":[{"lon":105,"lat":21},{"lon":105.1,"lat":21.1}]}]}',
    ),
  ],
  ['a.geojson', strToU8('{"type":"LineString","coordinates":[[105,21],[105.1,21.1]]}')],
];

/** Reads `runs` files that were changed in some bytes: each must be read, or refused in words. */
export async function readMutations(runs: number): Promise<void> {
  const change = fc.tuple(fc.nat(), fc.nat(255), fc.constantFrom('set', 'insert', 'remove'));
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...SMALL),
      fc.array(change, { minLength: 1, maxLength: 6 }),
      async ([name, bytes], changes) => {
        const out = [...bytes];
        for (const [at, value, how] of changes) {
          const i = at % out.length;
          if (how === 'set') out[i] = value;
          else out.splice(i, how === 'remove' ? 1 : 0, ...(how === 'insert' ? [value] : []));
        }
        expect(await codeOf(name, Uint8Array.from(out))).toMatch(/^read$|^file\.|^table\./);
      },
    ),
    { numRuns: runs },
  );
}
