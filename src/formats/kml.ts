/** KML 2.x, and KMZ, which is one in a zip. */
import type { GeoFile } from '../domain/geo/geoFeature.ts';
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
