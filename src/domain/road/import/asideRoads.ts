/** What was left aside of a road, as roads of their own. */
import { cutText } from '../../text/cleanText.ts';
import type { Aside } from './joining/asides.ts';
import { NAME_LENGTH, roundedLine, SHORTEST_M } from './joining/assemble.ts';
import type { OfferedRoad } from './planImport.ts';

/** How such a road is called: «QL.3 (nhánh 1)», «QL.3 (chiều thứ hai 1)». */
export type AsideName = (name: string, kind: 'branch' | 'carriageway', number: number) => string;

/** What is on the line already is no road of its own. */
const COUNTED: ReadonlySet<Aside['reason']> = new Set(['duplicate', 'overlap']);

/**
 * The roads that the pieces left aside would be, the longest first; none for what is measured already, or is too short
 * to be dressed.
 */
export function asideRoads(offer: OfferedRoad, called: AsideName): OfferedRoad[] {
  const { road } = offer;
  if (road === null) return [];
  const numbers = { branch: 0, carriageway: 0 };
  return road.aside
    .filter((a) => !COUNTED.has(a.reason) && a.lengthM >= SHORTEST_M)
    .sort((a, b) => b.lengthM - a.lengthM)
    .map((aside, i): OfferedRoad => {
      const kind = aside.reason === 'second-carriageway' ? 'carriageway' : 'branch';
      numbers[kind]++;
      const suffix = called('', kind, numbers[kind]);
      // A long name gives way to what tells it from the road it was left aside of.
      const name = called(cutText(road.fields.name, NAME_LENGTH - suffix.length), kind, numbers[kind]);
      return {
        // No name holds this sign: «Ngõ 12/1» is a road. The piece is known by where it begins.
        key: `${offer.key}\u0000${i + 1}:${aside.coordinates[0]?.join(',')}`,
        code: offer.code,
        name,
        featureNumber: offer.featureNumber,
        leftOut: 'aside',
        joint: null,
        road: {
          fields: { ...road.fields, name, line: roundedLine(aside.coordinates), gaps: [] },
          lengthM: aside.lengthM,
          parts: 1,
          gaps: [],
          aside: [],
          leftOverM: 0,
          warnings: [],
        },
        refusal: null,
      };
    });
}
