/** What OpenStreetMap's Overpass answers in JSON: ways with their own places (`out geom`), or with nodes to look up. */
import type { GeoFeature, GeoFile } from '../domain/geo/geoFeature.ts';
import { fail, ok, type Result } from '../domain/model/result.ts';
import type { Format } from './format.ts';
import { isRecord, readJson } from './json.ts';

export const overpass: Format = {
  id: 'overpass',
  label: 'Overpass JSON',
  extensions: [],
  mediaTypes: [],
  isMine: ({ text }) => isOverpass(text),
  read: async (bytes) => {
    const data = readJson(bytes);
    return data.ok ? featuresOf(data.value) : data;
  },
};

/** Whether JSON holds elements of OpenStreetMap, by its first letters. */
export function isOverpass(text: string): boolean {
  return /^\s*\{/u.test(text) && /"elements"\s*:\s*\[/u.test(text) && !/"features"\s*:/u.test(text);
}

type Place = readonly [lng: number, lat: number];

function featuresOf(data: unknown): Result<GeoFile> {
  const elements = isRecord(data) && Array.isArray(data.elements) ? data.elements.filter(isRecord) : null;
  if (elements === null) return fail('file.not-geojson');
  const nodes = new Map<unknown, Place>();
  for (const { type, id, lon, lat } of elements)
    if (type === 'node' && typeof lon === 'number' && typeof lat === 'number') nodes.set(id, [lon, lat]);
  const features: GeoFeature[] = [];
  for (const element of elements) {
    const { type, tags } = element;
    const properties = isRecord(tags) ? tags : {};
    if (type === 'node' && Object.keys(properties).length === 0) continue;
    const geometry = geometryOf(element, nodes);
    if (geometry !== null) features.push({ number: features.length + 1, properties, geometry });
  }
  return features.length === 0 ? fail('file.empty') : ok({ features, crs: null });
}

function geometryOf(
  element: Record<string, unknown>,
  nodes: ReadonlyMap<unknown, Place>,
): GeoFeature['geometry'] {
  const { type, id, tags, members } = element;
  if (type === 'node') return { type: 'Point', coordinates: nodes.get(id) };
  if (type === 'relation') {
    const lines = Array.isArray(members)
      ? members
          .filter(isRecord)
          .filter((m) => m.role !== 'inner')
          .map((m) => lineOf(m, nodes))
          .filter((l) => l.length > 1)
      : [];
    return lines.length === 0 ? null : { type: 'MultiLineString', coordinates: lines };
  }
  const line = lineOf(element, nodes);
  if (type !== 'way' || line.length === 0) return null;
  return isArea(tags, line)
    ? { type: 'Polygon', coordinates: [line] }
    : { type: 'LineString', coordinates: line };
}

function lineOf(
  { geometry, nodes: refs }: Record<string, unknown>,
  nodes: ReadonlyMap<unknown, Place>,
): Place[] {
  if (Array.isArray(geometry))
    return geometry.filter(isRecord).map(({ lon, lat }) => [lon, lat] as unknown as Place);
  return Array.isArray(refs) ? refs.flatMap((ref) => [nodes.get(ref)].filter((p) => p !== undefined)) : [];
}

/** A closed way is an area where its tags say so; a roundabout is a road. */
function isArea(tags: unknown, line: readonly Place[]): boolean {
  if (!isRecord(tags) || tags.highway !== undefined || tags.railway !== undefined) return false;
  const [first, last] = [line[0], line.at(-1)];
  const closed = line.length > 3 && first?.[0] === last?.[0] && first?.[1] === last?.[1];
  return (
    closed &&
    ['boundary', 'landuse', 'building', 'natural', 'leisure', 'area', 'historic', 'amenity'].some(
      (k) => tags[k] !== undefined,
    )
  );
}
