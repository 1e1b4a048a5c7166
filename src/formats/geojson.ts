/** GeoJSON (RFC 7946), whole or one object a line (RFC 8142). */
import type { GeoFeature, GeoFile } from '../domain/geo/geoFeature.ts';
import { fail, ok, type Result } from '../domain/model/result.ts';
import type { Format } from './format.ts';
import { isRecord, readJson } from './json.ts';

const GEOMETRIES = new Set([
  'Point',
  'MultiPoint',
  'LineString',
  'MultiLineString',
  'Polygon',
  'MultiPolygon',
  'GeometryCollection',
]);

export const geojson: Format = {
  id: 'geojson',
  label: 'GeoJSON',
  extensions: ['geojson', 'json', 'geojsonl', 'ndjson'],
  mediaTypes: ['application/geo+json', 'application/json'],
  isMine: ({ text }) => /^\W*(?:[{[]|null\b)/u.test(text) && !/^\W*</u.test(text),
  read: async (bytes) => {
    const data = readJson(bytes);
    return data.ok ? fileOf(data.value) : data;
  },
  write: (features) =>
    JSON.stringify({
      type: 'FeatureCollection',
      features: features.map((f) => ({ type: 'Feature', ...f })),
    }),
};

/** GeoJSON as a file of geography. Fails with `file.not-geojson` or `file.empty`. */
export function fileOf(data: unknown): Result<GeoFile> {
  const list = listOf(data);
  if (list === null) return fail('file.not-geojson');
  const features = list.map((raw, i) => featureOf(raw, i + 1));
  return features.length === 0 ? fail('file.empty') : ok({ features, crs: crsOf(data) });
}

/** The coordinate system by its name, as GeoJSON of 2008 declares it. */
function crsOf(data: unknown): string | null {
  const { crs } = isRecord(data) ? data : {};
  const { properties } = isRecord(crs) ? crs : {};
  return isRecord(properties) && typeof properties.name === 'string' ? properties.name : null;
}

/** A collection, one feature or one geometry; collections that forgot to say their type are taken too. */
function listOf(data: unknown): readonly unknown[] | null {
  if (!isRecord(data)) return null;
  const { type = 'FeatureCollection', features } = data;
  if (type === 'FeatureCollection') return Array.isArray(features) ? features : null;
  if (type === 'Feature') return [data];
  return GEOMETRIES.has(String(type)) ? [{ geometry: data }] : null;
}

function featureOf(raw: unknown, number: number): GeoFeature {
  const { properties, geometry } = isRecord(raw) ? raw : {};
  return {
    number,
    properties: isRecord(properties) ? properties : {},
    geometry: isRecord(geometry) ? geometryOf(geometry) : null,
  };
}

/** A collection of one kind, as KML has its geometries of several parts, is the same in several parts. */
function geometryOf({ type, coordinates, geometries }: Record<string, unknown>): GeoFeature['geometry'] {
  if (type !== 'GeometryCollection' || !Array.isArray(geometries)) return { type, coordinates };
  const parts = geometries.filter(isRecord);
  for (const kind of ['LineString', 'Polygon', 'Point']) {
    const isWhole = parts.length > 0 && parts.every((p) => p.type === kind || p.type === `Multi${kind}`);
    if (!isWhole) continue;
    const all = parts.flatMap((p) => (p.type === kind ? [p.coordinates] : p.coordinates));
    return { type: `Multi${kind}`, coordinates: all };
  }
  return { type, coordinates };
}
