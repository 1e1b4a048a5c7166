/** A file of geography as it was read, with what has to be converted before its places and names are right. */
import type { GeoFeature } from '../domain/geo/geoFeature.ts';
import { ok, type Result } from '../domain/model/result.ts';
import { conversionOf, convertedFeatures } from './coordinates/converting.ts';
import { type Ground, type SystemFound, systemOf } from './coordinates/recognising.ts';
import { readGeoFile } from './formats.ts';
import { type Letters, type LettersFound, lettersOf, unicodeOf } from './letters/letters.ts';

export interface Reading {
  readonly features: readonly GeoFeature[];
  readonly system: SystemFound;
  readonly letters: LettersFound | null;
}

/** What somebody agreed to: the system by its id, the letters or none. */
export interface Conversion {
  readonly system: string;
  readonly letters: Letters | null;
}

/** Reads a file; `ground` is where the campaign is. Fails as `Format.read` does. */
export async function readFile(
  fileName: string,
  bytes: Uint8Array,
  ground: Ground | null,
): Promise<Result<Reading>> {
  const read = await readGeoFile(fileName, bytes);
  if (!read.ok) return read;
  const { features, crs } = read.value;
  return ok({
    features,
    system: await systemOf(features, crs, ground),
    letters: lettersOf(textsOf(features)),
  });
}

/** The conversion that a file itself suggests; null where nothing needs one. */
export function suggestedConversion({
  system,
  letters,
}: Pick<Reading, 'system' | 'letters'>): Conversion | null {
  const [first] = system.systems;
  if (first === undefined || (first.id === 'degrees' && letters === null)) return null;
  return { system: first.id, letters: letters?.letters ?? null };
}

/** The features in degrees and Unicode. */
export async function convertedReading(
  { features, system }: Reading,
  { system: id, letters }: Conversion,
): Promise<readonly GeoFeature[]> {
  const from = system.systems.find((s) => s.id === id);
  const placed =
    from === undefined || from.id === 'degrees'
      ? features
      : convertedFeatures(features, await conversionOf(from));
  return letters === null
    ? placed
    : placed.map((f) => ({ ...f, properties: inUnicode(f.properties, letters) }));
}

function inUnicode(properties: GeoFeature['properties'], letters: Letters): GeoFeature['properties'] {
  const text = (value: unknown) => (typeof value === 'string' ? unicodeOf(value, letters) : value);
  return Object.fromEntries(
    Object.entries(properties).map(([key, value]) => [unicodeOf(key, letters), text(value)]),
  );
}

function* textsOf(features: readonly GeoFeature[]): Iterable<string> {
  for (const { properties } of features)
    for (const value of Object.values(properties)) if (typeof value === 'string') yield value;
}
