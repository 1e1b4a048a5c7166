/** A file that has points alone, as surveys and tables do: those of one road, in their order, are its line. */
import type { GeoFeature } from '../../../geo/geoFeature.ts';
import { CODE_HEADINGS, headingsOf, NAME_HEADINGS, nameOf } from './names.ts';

/** Fewer points of one name are places, not a road. */
const FEWEST = 3;

/** The features with the points of each name as one line; as they are where the file has lines, or names share no points. */
export function withPointRoads(features: readonly GeoFeature[]): readonly GeoFeature[] {
  const isPoint = ({ geometry }: GeoFeature) => geometry?.type === 'Point';
  if (features.length < FEWEST || !features.every(isPoint)) return features;
  const properties = [...new Set(features.flatMap((f) => Object.keys(f.properties)))];
  const columns = [...headingsOf(properties, NAME_HEADINGS), ...headingsOf(properties, CODE_HEADINGS)];
  for (const column of columns) {
    const roads = new Map<string, GeoFeature[]>();
    for (const feature of features) {
      const name = nameOf(feature.properties[column]).toLowerCase();
      const road = roads.get(name);
      if (road) road.push(feature);
      else roads.set(name, [feature]);
    }
    const lines = [...roads].flatMap(([name, points]) =>
      name !== '' && points.length >= FEWEST ? [points] : [],
    );
    if (lines.length === 0) continue;
    const used = new Set(lines.flat());
    return [...lines.map(lineThrough), ...features.filter((f) => !used.has(f))].sort(
      (a, b) => a.number - b.number,
    );
  }
  return features;
}

function lineThrough(points: readonly GeoFeature[]): GeoFeature {
  const [first] = points as readonly [GeoFeature];
  const { number, properties } = first;
  return {
    number,
    properties,
    geometry: { type: 'LineString', coordinates: points.map((p) => p.geometry?.coordinates) },
  };
}
