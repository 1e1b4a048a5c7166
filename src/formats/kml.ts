/** KML 2.x, and KMZ, which is one in a zip. */
import type { GeoFile, Position, WrittenFeature, WrittenGeometry } from '../domain/geo/geoFeature.ts';
import { fail, type Result } from '../domain/model/result.ts';
import type { Format } from './format.ts';
import { fileOf } from './geojson.ts';
import { readXml } from './xml.ts';
import { isZip, unzipped } from './zip.ts';

export const kml: Format = {
  id: 'kml',
  label: 'KML',
  extensions: ['kml'],
  mediaTypes: ['application/vnd.google-earth.kml+xml'],
  isMine: ({ text }) => /<(?:\w+:)?kml[\s>]/iu.test(text),
  read: readKml,
  write: writeKml,
};

export const kmz: Format = {
  id: 'kmz',
  label: 'KMZ',
  extensions: ['kmz'],
  mediaTypes: ['application/vnd.google-earth.kmz'],
  isMine: ({ bytes, names }) => isZip(bytes) && /\.kml/iu.test(names),
  read: async (bytes) => {
    const files = await unzipped(bytes, (name) => /\.kml$/iu.test(name));
    if (!files.ok) return files;
    // `doc.kml` is the one that counts; others are what it points to.
    const name = [...files.value.keys()].sort((a, b) => depth(a) - depth(b))[0];
    const inside = name === undefined ? undefined : files.value.get(name);
    return inside === undefined ? fail('file.zip-without', { what: '.kml' }) : readKml(inside);
  },
};

const depth = (name: string) => name.split('/').length + (/(^|\/)doc\.kml$/iu.test(name) ? -0.5 : 0);

async function readKml(bytes: Uint8Array): Promise<Result<GeoFile>> {
  const xml = await readXml(bytes, 'kml');
  if (!xml.ok) return xml;
  const { kml: toGeoJson } = await import('@tmcw/togeojson');
  // The converter asks for what every document has; the parser's own type says less than the browser's.
  return fileOf(toGeoJson(xml.value as unknown as Parameters<typeof toGeoJson>[0]));
}

function writeKml(features: readonly WrittenFeature[], name: string): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<kml xmlns="http://www.opengis.net/kml/2.2"><Document>',
    `<name>${escaped(name)}</name>`,
    ...features.map(placemark),
    '</Document></kml>',
  ].join('\n');
}

function placemark({ properties, geometry }: WrittenFeature): string {
  const data = Object.entries(properties).map(
    ([key, value]) => `<Data name="${escaped(key)}"><value>${escaped(String(value))}</value></Data>`,
  );
  const { name = '' } = properties;
  return `<Placemark><name>${escaped(String(name))}</name><ExtendedData>${data.join('')}</ExtendedData>${shape(geometry)}</Placemark>`;
}

/** What has several parts is a MultiGeometry, as KML has no other word for it. */
function shape(geometry: WrittenGeometry): string {
  switch (geometry.type) {
    case 'Point':
      return point(geometry.coordinates);
    case 'MultiPoint':
      return `<MultiGeometry>${geometry.coordinates.map(point).join('')}</MultiGeometry>`;
    case 'LineString':
      return `<LineString>${coordinates(geometry.coordinates)}</LineString>`;
    case 'MultiPolygon':
      return `<MultiGeometry>${geometry.coordinates.map(polygon).join('')}</MultiGeometry>`;
  }
}

const point = (at: Position) => `<Point>${coordinates([at])}</Point>`;

function polygon([outer = [], ...holes]: readonly (readonly Position[])[]): string {
  const ring = (line: readonly Position[]) => `<LinearRing>${coordinates(line)}</LinearRing>`;
  const inner = holes.map((hole) => `<innerBoundaryIs>${ring(hole)}</innerBoundaryIs>`);
  return `<Polygon><outerBoundaryIs>${ring(outer)}</outerBoundaryIs>${inner.join('')}</Polygon>`;
}

const coordinates = (line: readonly Position[]) =>
  `<coordinates>${line.map((at) => at.join(',')).join(' ')}</coordinates>`;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/gu, (sign) => ENTITIES[sign] as string);
}
