/** Coordinates of another system as degrees of WGS 84, longitude before latitude. */
import type { GeoFeature } from '../../domain/geo/geoFeature.ts';
import type { CoordinateSystem } from './systems.ts';

type Convert = (x: number, y: number) => readonly [lng: number, lat: number];

/** Loads the projections, which nobody needs who has degrees. */
export async function conversionOf({ proj4: definition, swapped }: CoordinateSystem): Promise<Convert> {
  if (definition === null) return (x, y) => (swapped ? [y, x] : [x, y]);
  const { default: proj4 } = await import('proj4');
  const { inverse } = proj4(definition);
  return (x, y) => {
    // What the projection does not reach comes back as it is not finite, and is told by the number of its feature.
    const [lng = Number.NaN, lat = Number.NaN] =
      Number.isFinite(x) && Number.isFinite(y) ? inverse(swapped ? [y, x] : [x, y]) : [];
    return [lng, lat];
  };
}

/** The features with every pair of coordinates converted; what is no pair of numbers stays as it is. */
export function convertedFeatures(features: readonly GeoFeature[], convert: Convert): GeoFeature[] {
  return features.map((feature) =>
    feature.geometry === null
      ? feature
      : {
          ...feature,
          geometry: {
            ...feature.geometry,
            coordinates: convertedValue(feature.geometry.coordinates, convert),
          },
        },
  );
}

function convertedValue(value: unknown, convert: Convert): unknown {
  if (!Array.isArray(value)) return value;
  const [x, y, ...rest] = value as unknown[];
  return typeof x === 'number' && typeof y === 'number'
    ? [...convert(x, y), ...rest]
    : value.map((v) => convertedValue(v, convert));
}

/** Pairs of numbers out of the features, at most `most`, from all over the file. */
export function samplePairs(features: readonly GeoFeature[], most: number): [number, number][] {
  const pairs: [number, number][] = [];
  const every = Math.max(1, Math.floor(features.length / most));
  for (let i = 0; i < features.length && pairs.length < most; i += every) {
    const pair = firstPair(features[i]?.geometry?.coordinates);
    if (pair !== null) pairs.push(pair);
  }
  return pairs;
}

function firstPair(value: unknown): [number, number] | null {
  let inside = value;
  // Coordinates are nested four deep at the most.
  for (let depth = 0; depth < 5 && Array.isArray(inside); depth++) {
    const [x, y] = inside as unknown[];
    if (typeof x === 'number' && typeof y === 'number') return [x, y];
    inside = x;
  }
  return null;
}
