/** GeoJSON (RFC 7946), whole or one object a line (RFC 8142). */
import type { GeoFeature } from '../domain/geo/geoFeature.ts';
import { fail, ok, type Result } from '../domain/model/result.ts';
import type { Format } from './format.ts';
import { readJson } from './json.ts';

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
  extensions: ['geojson', 'json'],
  mediaTypes: ['application/geo+json', 'application/json'],
  read: async (bytes) => featuresOf(bytes),
};

function featuresOf(bytes: Uint8Array): Result<readonly GeoFeature[]> {
  const data = readJson(bytes);
  if (!data.ok) return data;
  const list = listOf(data.value);
  if (list === null) return fail('file.not-geojson');
  return list.length === 0 ? fail('file.empty') : ok(list.map((raw, i) => featureOf(raw, i + 1)));
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
    geometry: isRecord(geometry) ? { type: geometry.type, coordinates: geometry.coordinates } : null,
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
