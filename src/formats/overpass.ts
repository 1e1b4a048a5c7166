/** What OpenStreetMap's Overpass answers in JSON: ways with their own places (`out geom`), or with nodes to look up. */
import type { GeoFeature, GeoFile } from '../domain/geo/geoFeature.ts';
import { fail, ok, type Result } from '../domain/model/result.ts';
import { areaOf } from './borders.ts';
import type { Format } from './format.ts';
import { isRecord, readJson } from './json.ts';

export const overpass: Format = {
  id: 'overpass',
  label: 'Overpass JSON',
  extensions: [],
  mediaTypes: [],
  isMine: ({ text }) =>
    /^\s*\{/u.test(text) && /"elements"\s*:\s*\[/u.test(text) && !/"features"\s*:/u.test(text),
  read: async (bytes) => {
    const data = readJson(bytes);
    return data.ok ? featuresOf(data.value) : data;
  },
};

type Place = readonly [lng: number, lat: number];

function featuresOf(data: unknown): Result<GeoFile> {
  const elements = isRecord(data) && Array.isArray(data.elements) ? data.elements.filter(isRecord) : null;
  if (elements === null) return fail('file.not-geojson');
  const nodes = new Map<unknown, Place>();
  for (const { type, id, lon, lat } of elements)
    if (type === 'node' && typeof lon === 'number' && typeof lat === 'number') nodes.set(id, [lon, lat]);
  const ways = new Map<unknown, Record<string, unknown>>();
  for (const element of elements) if (element.type === 'way') ways.set(element.id, element);
  const features: GeoFeature[] = [];
  for (const element of elements) {
    const { type, tags } = element;
    const properties = isRecord(tags) ? tags : {};
    // Nodes, and ways of a skeleton, say something only by what they belong to.
    if (type !== 'relation' && Object.keys(properties).length === 0) continue;
    const geometry = type === 'node' ? pointOf(nodes.get(element.id)) : shapeOf(element, ways, nodes);
    features.push({ number: features.length + 1, properties, geometry });
  }
  return features.length === 0 ? fail('file.empty') : ok({ features, crs: null });
}

type Ways = ReadonlyMap<unknown, Record<string, unknown>>;
type Nodes = ReadonlyMap<unknown, Place>;

function pointOf(place: Place | undefined): GeoFeature['geometry'] {
  return place === undefined ? null : { type: 'Point', coordinates: place };
}

/** A relation of a border is an area where its border is whole; the lines that are there of it tell what it lacks. */
function shapeOf(element: Record<string, unknown>, ways: Ways, nodes: Nodes): GeoFeature['geometry'] {
  const { type, tags } = element;
  const outer = type === 'way' ? wholeParts(element, nodes) : partsOf(element, false, ways, nodes);
  const isBorder =
    type === 'relation' && isRecord(tags) && (tags.type === 'multipolygon' || tags.type === 'boundary');
  const area = isBorder ? areaOf(outer, partsOf(element, true, ways, nodes)) : null;
  return area === null ? linesOf(outer, tags) : { type: 'MultiPolygon', coordinates: area };
}

/** The lines of a relation's ways, of its holes or of all else, whether these stand in it or are named by their numbers. */
function partsOf(element: Record<string, unknown>, holes: boolean, ways: Ways, nodes: Nodes): Place[][] {
  const members = Array.isArray(element.members) ? element.members.filter(isRecord) : [];
  const taken = members.filter((m) => m.type === 'way' && (m.role === 'inner') === holes);
  // A way that is named twice is one piece of the border.
  const once = new Map(taken.map((m, i) => [m.ref ?? i, m]));
  return [...once.values()].flatMap((m) =>
    wholeParts(Array.isArray(m.geometry) ? m : (ways.get(m.ref) ?? {}), nodes),
  );
}

/** What is there of a line: where the answer was cut, its places are missing, and nothing is bridged. */
function wholeParts({ geometry, nodes: refs }: Record<string, unknown>, nodes: Nodes): Place[][] {
  const places = Array.isArray(geometry)
    ? geometry.map((p) => (isRecord(p) ? ([p.lon, p.lat] as unknown as Place) : undefined))
    : Array.isArray(refs)
      ? refs.map((ref) => nodes.get(ref))
      : [];
  const parts: Place[][] = [[]];
  for (const place of places)
    if (place === undefined) parts.push([]);
    else parts.at(-1)?.push(place);
  return parts.filter((part) => part.length > 1);
}

/** Null where nothing of it is in the file, which is told by its number. */
function linesOf(parts: readonly Place[][], tags: unknown): GeoFeature['geometry'] {
  const [first, ...others] = parts;
  if (first === undefined) return null;
  if (others.length > 0) return { type: 'MultiLineString', coordinates: parts };
  return isArea(tags, first)
    ? { type: 'Polygon', coordinates: [first] }
    : { type: 'LineString', coordinates: first };
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
