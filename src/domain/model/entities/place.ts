/** A place with a name: an office, a market, a school. Things that stand off the roads stand at one. */
import type { EntityShape, RowOfFields } from '../entity.ts';
import type { Kinds } from '../kinds.ts';

export const PLACE_KINDS = [
  'party-office',
  'office',
  'culture-house',
  'market',
  'school',
  'garage',
  'other',
  'neighbour',
] as const;
/** `neighbour`: a district or commune beside the campaign's ground, which is named on the map and nothing else. */
export type PlaceKind = (typeof PLACE_KINDS)[number];

const fields = ({ z, text, lngLat }: Kinds) =>
  z.strictObject({
    name: text(200).min(1),
    kind: z.enum(PLACE_KINDS),
    coordinate: lngLat,
  });

export type NamedPlace = RowOfFields<typeof fields>;

export const place = { fields } as const satisfies EntityShape<typeof fields>;
