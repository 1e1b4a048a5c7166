/** GPX: tracks and routes are lines, waypoints are points. */
import type { Format } from './format.ts';
import { fileOf } from './geojson.ts';
import { readXml } from './xml.ts';

export const gpx: Format = {
  id: 'gpx',
  label: 'GPX',
  extensions: ['gpx'],
  mediaTypes: ['application/gpx+xml'],
  isMine: ({ text }) => /<(?:\w+:)?gpx[\s>]/iu.test(text),
  read: async (bytes) => {
    const xml = await readXml(bytes, 'gpx');
    if (!xml.ok) return xml;
    const { gpx: toGeoJson } = await import('@tmcw/togeojson');
    return fileOf(toGeoJson(xml.value as unknown as Parameters<typeof toGeoJson>[0]));
  },
};
