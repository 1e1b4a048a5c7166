/** What a file itself suggests: what joins its features into roads, and for which names it is otherwise. */
import { type Grouping, groupFeatures, type RoadGroup } from './grouping.ts';
import type { Aside } from './joining/asides.ts';
import { assembleRoad } from './joining/assemble.ts';
import { measured } from './joining/runs.ts';
import { type Columns, codeCoverage, type RoadFile } from './reading/roadFile.ts';

/** Above this share of length left as islands and branches, a shared name evidently is not one road. */
const SHARED_NAME_LIMIT = 0.25;

/** Bridged gaps make roads longer than their pieces, by less than this. */
const BRIDGED = 1.1;

/** Above this share of one name's length elsewhere, it is the name of several roads. */
const ELSEWHERE_LIMIT = 0.5;

/** What lies elsewhere, or leaves the line: a shared name with much of it is no road. */
const STREWN: ReadonlySet<Aside['reason']> = new Set(['island', 'branch', 'beyond-gap', 'past-end']);
const ELSEWHERE: ReadonlySet<Aside['reason']> = new Set(['island', 'beyond-gap']);

/**
 * Proposes what joins features into roads: the code where most features have one, else the name, unless chaining by
 * name would leave much of the length off the lines (inventories cut by province give one name to sections hundreds of
 * kilometres apart), then each feature is a road of its own. A single name or code whose pieces lie mostly elsewhere is
 * kept apart while the others are joined.
 */
export function proposeGrouping(file: RoadFile, columns: Columns, maxGap: number): Grouping {
  const pieces = codeCoverage(file, columns) >= 0.5 ? 'code' : columns.name === null ? 'each' : 'name';
  if (pieces === 'each') return { pieces, otherwise: [] };
  const groups = groupFeatures(file, columns, { pieces, otherwise: [] }).flatMap((group) =>
    group.joint === null || group.leftOut === 'unnamed' ? [] : [{ group, metres: metresOf(group) }],
  );
  const apart = new Set<RoadGroup>();
  let [total, strewn] = [0, 0];
  const all = groups.reduce((sum, { group, metres }) => sum + (group.leftOut === null ? metres : 0), 0);
  // The longest first: where names are shared by many roads, a few of them tell.
  for (const { group } of [...groups].sort((a, b) => b.metres - a.metres)) {
    const found = strewnIn(group, maxGap);
    if (found === null) continue;
    if ((group.joint?.count ?? 0) > 1 && found.elsewhere > ELSEWHERE_LIMIT * found.total) apart.add(group);
    if (group.leftOut !== null) continue;
    total += found.total;
    strewn += found.strewn;
    if (pieces === 'name' && strewn > all * BRIDGED * SHARED_NAME_LIMIT)
      return { pieces: 'each', otherwise: [] };
  }
  if (pieces === 'name' && strewn > total * SHARED_NAME_LIMIT) return { pieces: 'each', otherwise: [] };
  const otherwise = groups.flatMap(({ group }) => (apart.has(group) ? (group.joint?.key ?? []) : []));
  return { pieces, otherwise };
}

/** Of all pieces, in metres; what covers what is counted twice, gaps are not counted. */
function metresOf({ features }: RoadGroup): number {
  return features.flatMap((f) => f.lines).reduce((metres, line) => metres + (measured(line)?.length ?? 0), 0);
}

/** Metres of a road, and of these what lies off its line; null where nothing can be measured. */
function strewnIn(
  group: RoadGroup,
  maxGap: number,
): { readonly total: number; readonly strewn: number; readonly elsewhere: number } | null {
  const road = assembleRoad(group, '', maxGap);
  if (!road.ok) {
    if (road.reason.code !== 'offer.scattered') return null;
    const total = metresOf(group);
    return { total, strewn: total, elsewhere: total };
  }
  const { lengthM, leftOverM, aside } = road.value;
  const sum = (reasons: ReadonlySet<Aside['reason']>) =>
    aside.reduce((metres, a) => metres + (reasons.has(a.reason) ? a.lengthM : 0), 0);
  return { total: lengthM + leftOverM, strewn: sum(STREWN), elsewhere: sum(ELSEWHERE) };
}
