/** Files of every format as offices have them, written anew and read back. */
import { strToU8, zipSync } from 'fflate';
import proj4 from 'proj4';
import { expect, test } from 'vitest';
import { westernBytes, zippedShapefile } from '../../tests/support/shapefile.ts';
import { workbook } from '../../tests/support/workbook.ts';
import { systemById } from './coordinates/systems.ts';
import { convertedReading, readFile, suggestedConversion } from './reading.ts';

const ROAD = [
  [105.771234, 21.881234],
  [105.781234, 21.891234],
] as const;
/** About Chợ Mới. */
const GROUND = [105.6, 21.75, 105.98, 22.08] as const;

async function reading(name: string, content: string | Uint8Array, ground: typeof GROUND | null = GROUND) {
  const read = await readFile(name, typeof content === 'string' ? strToU8(content) : content, ground);
  if (!read.ok) throw new Error(`${read.reason.code} ${JSON.stringify(read.reason.params)}`);
  return read.value;
}
const codeOf = async (name: string, content: string | Uint8Array) => {
  const read = await readFile(name, typeof content === 'string' ? strToU8(content) : content, GROUND);
  return read.ok ? 'read' : read.reason.code;
};
const plain = (features: Awaited<ReturnType<typeof reading>>['features']) =>
  features.map(({ properties, geometry }) => [properties.name ?? properties.TEN ?? properties.ten, geometry]);

const KML = `<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><Folder><name>Tuyến</name>
<Placemark><name>Quốc lộ 3</name><LineString><coordinates>105.771234,21.881234,0 105.781234,21.891234,0</coordinates></LineString></Placemark>
</Folder></Document></kml>`;
const LINE = { type: 'LineString', coordinates: ROAD.map((c) => [...c]) };
const LINE_3D = { type: 'LineString', coordinates: ROAD.map((c) => [...c, 0]) };

test('KML, and KMZ with a picture and another document beside it', async () => {
  expect(plain((await reading('tuyen.kml', KML)).features)).toEqual([['Quốc lộ 3', LINE_3D]]);
  const zip = zipSync({
    'files/a.png': strToU8('x'),
    'files/khac.kml': strToU8('<kml/>'),
    'doc.kml': strToU8(KML),
  });
  expect(plain((await reading('tuyen.kmz', zip)).features)).toEqual([['Quốc lộ 3', LINE_3D]]);
  // Named otherwise, a file is what is in it.
  expect(plain((await reading('tuyen.geojson', zip)).features)).toEqual([['Quốc lộ 3', LINE_3D]]);
});

test('GPX: a track is a line, a waypoint a point', async () => {
  const gpx = `<gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1"><wpt lat="21.9" lon="105.8"><name>Cầu</name></wpt>
<trk><name>Quốc lộ 3</name><trkseg><trkpt lat="21.881234" lon="105.771234"/><trkpt lat="21.891234" lon="105.781234"/></trkseg></trk></gpx>`;
  const { features } = await reading('a.gpx', gpx);
  expect(plain(features)).toEqual(
    expect.arrayContaining([
      ['Quốc lộ 3', LINE],
      ['Cầu', { type: 'Point', coordinates: [105.8, 21.9] }],
    ]),
  );
});

test('tables: two columns of places in any of their names and notations, or a geometry as text', async () => {
  const point = { type: 'Point', coordinates: [105.5, 21.25] };
  for (const csv of [
    'name,lng,lat\nCầu,105.5,21.25\n',
    'Tên;Vĩ độ;Kinh độ;name\nx;21,25;105,5;Cầu\n',
    "\ufeffname\tKINH_DO\tVI_DO\r\nCầu\t105°30'00\"\t21°15'\r\n",
    'name,WKT\nCầu,POINT(105.5 21.25)\n',
    'sep=;\nname;lng;lat\nCầu;105,5;21,25\n',
  ])
    expect(plain((await reading('cau.csv', csv)).features)).toEqual([['Cầu', point]]);
  const wkt = 'name,wkt\nQuốc lộ 3,"LINESTRING (105.771234 21.881234, 105.781234 21.891234)"\n';
  expect(plain((await reading('a.csv', wkt)).features)).toEqual([['Quốc lộ 3', LINE]]);
  expect(await codeOf('a.csv', 'ten,gia\nCầu,5\n')).toBe('table.no-places');
});

test('an Excel workbook: numbers, and numbers that were typed as text', async () => {
  const { features } = await reading(
    'cau.xlsx',
    workbook([
      ['name', 'Kinh độ', 'Vĩ độ'],
      ['Cầu', 105.5, 21.25],
      ['Ngầm', '105,6', '21,3'],
    ]),
  );
  expect(plain(features)).toEqual([
    ['Cầu', { type: 'Point', coordinates: [105.5, 21.25] }],
    ['Ngầm', { type: 'Point', coordinates: [105.6, 21.3] }],
  ]);
  expect(await codeOf('x.xlsx', workbook([['a'], ['b']]))).toBe('table.no-places');
});

test('a zipped Shapefile in VN-2000 with names in TCVN3 and no word of either becomes right roads', async () => {
  const definition = systemById('vn2000-tm3-106.5')?.proj4 ?? '';
  const line = ROAD.map((c) => proj4(definition).forward([...c]) as [number, number]);
  const zip = zippedShapefile([{ line, name: westernBytes('§\u00adêng Chî Míi') }]);
  const read = await reading('duong.zip', zip);
  const suggested = suggestedConversion(read);
  expect(suggested).toEqual({ system: 'vn2000-tm3-106.5', letters: 'tcvn3' });
  expect([read.system.by, read.letters?.examples[0]]).toEqual([
    'ground',
    ['§\u00adêng Chî Míi', 'Đường Chợ Mới'],
  ]);
  if (suggested === null) return;
  const [[name, geometry] = []] = plain(await convertedReading(read, suggested));
  expect(name).toBe('Đường Chợ Mới');
  const back = (geometry as { coordinates: number[][] }).coordinates;
  for (const [i, [lng, lat]] of ROAD.entries()) {
    expect(back[i]?.[0]).toBeCloseTo(lng, 7);
    expect(back[i]?.[1]).toBeCloseTo(lat, 7);
  }
});

test('a projection file that names VN-2000 carries no shift, and gets ours', async () => {
  const prj =
    'PROJCS["VN_2000_3",GEOGCS["GCS_VN_2000",DATUM["D_Vietnam_2000",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",106.5],PARAMETER["Scale_Factor",0.9999],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]';
  const bare = proj4('+proj=tmerc +lat_0=0 +lon_0=106.5 +k=0.9999 +x_0=500000 +y_0=0 +ellps=WGS84 +units=m');
  const [x, y] = bare.forward([105.771234, 21.881234]) as [number, number];
  const line: [number, number][] = [
    [x, y],
    [x + 900, y + 900],
  ];
  const zip = zippedShapefile([{ line, name: strToU8('Quốc lộ 3') }], { prj, cpg: 'UTF-8' });
  const read = await reading('duong.zip', zip, null);
  expect([suggestedConversion(read), read.system.by]).toEqual([
    { system: 'vn2000-tm3-106.5', letters: null },
    'file',
  ]);
  const [lng = 0, lat = 0] = read.system.example?.to ?? [];
  const metres = Math.hypot((lng - 105.771234) * 103_300, (lat - 21.881234) * 110_700);
  expect(metres).toBeGreaterThan(150);
  expect(metres).toBeLessThan(300);
});

test('Web Mercator, axes the other way round, and a system that the file declares are recognised', async () => {
  const geojson = (coordinates: unknown, more: object = {}) =>
    JSON.stringify({
      type: 'Feature',
      properties: {},
      geometry: { type: 'LineString', coordinates },
      ...more,
    });
  const suggestedFor = async (
    coordinates: unknown,
    more: object = {},
    ground: typeof GROUND | null = GROUND,
  ) => suggestedConversion(await reading('a.geojson', geojson(coordinates, more), ground))?.system ?? null;
  const mercator = ROAD.map((c) => proj4('EPSG:3857').forward([...c]));
  expect(await suggestedFor(ROAD)).toBeNull();
  expect(await suggestedFor(mercator)).toBe('web-mercator');
  expect(await suggestedFor(ROAD.map(([x, y]) => [y, x]))).toBe('degrees-swapped');
  expect(
    await suggestedFor(
      ROAD.map(([x, y]) => [y, x]),
      {},
      null,
    ),
  ).toBe('degrees-swapped');
  const utm = ROAD.map((c) => proj4(systemById('vn2000-utm-48')?.proj4 ?? '').forward([...c]) as number[]);
  const crs = (name: string) => ({ crs: { type: 'name', properties: { name } } });
  expect(await suggestedFor(utm, crs('urn:ogc:def:crs:EPSG::3405'))).toBe('vn2000-utm-48');
  expect(await suggestedFor(utm, crs('EPSG:32648'))).toBe('utm-48');
  expect(await suggestedFor(ROAD, crs('urn:ogc:def:crs:EPSG::4756'))).toBe('vn2000');
  expect(await suggestedFor(ROAD, crs('urn:ogc:def:crs:OGC:1.3:CRS84'))).toBeNull();
  // Systems about one meridian fit alike: somebody has to say which it is.
  const asked = await reading('a.geojson', geojson(utm));
  expect([asked.system.by, asked.system.systems.slice(0, 3).map((s) => s.id)]).toEqual([
    'nobody',
    ['vn2000-tm3-105', 'vn2000-utm-48', 'utm-48'],
  ]);
  const northing = utm.map(([x, y]) => [y, x]);
  expect(await suggestedFor(northing)).toBe('vn2000-tm3-105-swapped');
});

test('degrees anywhere on earth stay degrees, and numbers of no system are told feature by feature', async () => {
  const nairobi = await reading(
    'a.geojson',
    JSON.stringify({
      type: 'LineString',
      coordinates: [
        [36.8, -1.3],
        [36.9, -1.2],
      ],
    }),
  );
  expect(suggestedConversion(nairobi)).toBeNull();
  const strange = await reading(
    'a.geojson',
    JSON.stringify({
      type: 'LineString',
      coordinates: [
        [9e9, 9e9],
        [1e10, 9e9],
      ],
    }),
  );
  expect(suggestedConversion(strange)).toBeNull();
});

test('KML of other programs: words of a description are no tags, parts of one thing are one', async () => {
  const words = '<description><![CDATA[Dài: 5<br>Rộng: 3<br>]]></description>';
  const line = '<LineString><coordinates>105.8,21.9 105.9,21.9</coordinates></LineString>';
  const many = `<kml>${`<Placemark>${words}<MultiGeometry>${line}${line}</MultiGeometry></Placemark>`.repeat(210)}</kml>`;
  const { features } = await reading('a.kml', many);
  expect([features.length, features[0]?.geometry?.type]).toEqual([210, 'MultiLineString']);
  expect(features[0]?.geometry?.coordinates).toHaveLength(2);
});

test('tables: an empty first heading stays a column; one bad byte, or a letter cut by its field, spoils no other name', async () => {
  const tsv = '\tname\tlon\tlat\n0\tCầu\t105.5\t21.25\n';
  expect(plain((await reading('a.tsv', tsv)).features)).toEqual([
    ['Cầu', { type: 'Point', coordinates: [105.5, 21.25] }],
  ]);
  const names = ['Đường Trần Phú', 'Đường Nguyễn Huệ', `${'x'.repeat(58)}ường`];
  const zip = zippedShapefile(
    names.map((n) => ({
      line: [
        [105.8, 21.9],
        [105.9, 21.9],
      ],
      name: strToU8(n),
    })),
    { cpg: 'UTF-8' },
  );
  expect((await reading('a.zip', zip)).features.slice(0, 2).map((f) => f.properties.TEN)).toEqual(
    names.slice(0, 2),
  );
  const bytes = Uint8Array.from([
    ...strToU8('name,lng,lat\nĐường Nguyễn Huệ,105.5,21.25\nCầu '),
    0xc3,
    ...strToU8(',105.5,21.25\n'),
  ]);
  expect((await reading('a.csv', bytes)).features[0]?.properties.name).toBe('Đường Nguyễn Huệ');
});

test('what a file declares is believed where its numbers can be that', async () => {
  const line = (coordinates: unknown, name: string) =>
    JSON.stringify({ type: 'LineString', coordinates, crs: { type: 'name', properties: { name } } });
  const of = async (coordinates: unknown, name: string) =>
    suggestedConversion(await reading('a.geojson', line(coordinates, name)))?.system ?? null;
  expect(await of(ROAD, 'EPSG:9210')).toBeNull();
  const tm3 = ROAD.map((c) => proj4(systemById('vn2000-tm3-106.5')?.proj4 ?? '').forward([...c]) as number[]);
  expect(
    await of(
      tm3.map(([x, y]) => [y, x]),
      'EPSG:9213',
    ),
  ).toBe('vn2000-tm3-106.5-swapped');
});

test('a number of a unit in a projection file is not the number of the system', async () => {
  const { declaredSystem } = await import('./coordinates/declared.ts');
  const prj =
    'PROJCS["VN-2000 / 105-30",GEOGCS["VN-2000",DATUM["Vietnam_2000",SPHEROID["WGS 84",6378137,298.257223563]],AUTHORITY["EPSG","4756"]],PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",0],PARAMETER["central_meridian",105.5],PARAMETER["scale_factor",0.9999],PARAMETER["false_easting",500000],PARAMETER["false_northing",0],UNIT["metre",1,AUTHORITY["EPSG","9001"]]';
  expect(declaredSystem(`${prj}]`)?.id).toBe('vn2000-tm3-105.5');
  expect(declaredSystem(`${prj},AUTHORITY["EPSG","9209"]]`)?.id).toBe('vn2000-tm3-105.5');
});

test('bytes that would be walked over and over are answered at once', async () => {
  expect(await codeOf('a.kml', `<kml>${'<a'.repeat(500_000)}`)).toBe('file.not-xml');
  expect(await codeOf('a.csv', `name,wkt\nA,LINESTRING(${'1'.repeat(1_000_000)})\n`)).toBe('read');
});
