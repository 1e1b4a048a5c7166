/** What an import of boundaries, no-go areas and road features would store: one edit for each feature, or why none. */
import type { Op } from '../edit/edit.ts';
import type { NoGoKind } from '../model/entities/noGoArea.ts';
import type { FeatureKind } from '../model/entities/roadFeature.ts';
import { fail, ok, type Reason, type Result } from '../model/result.ts';
import type { Area, Id, Tables } from '../model/rows.ts';
import { NEAR_M, nearestStretch, type Stretch } from '../plan/nearestStretch.ts';
import { titleOf } from '../plan/roadFacts.ts';
import { roadLabel } from '../plan/roads.ts';
import { bareChainage, formatChainage, parseChainage } from '../road/chainageText.ts';
import { measuredOf } from '../road/measuredOf.ts';
import { plainText } from '../text/plainText.ts';
import { usualKind } from '../unit/unitKinds.ts';
import type { Address, GroundFeature } from './groundFile.ts';

/** What a file is brought in as. */
export type GroundKind = 'units' | 'areas' | 'features';

/** What one feature of the file would become. */
export interface PlannedGround {
  readonly feature: GroundFeature;
  /** Where it would come to lie: an arrow and the row that is known, or road and chainage; '' for a new row. */
  readonly what: string;
  readonly op: Op | null;
  readonly problem: Reason | null;
}

export interface GroundChoice {
  readonly kind: GroundKind;
  /** What an area or a feature is of which the file does not say it. */
  readonly noGo: NoGoKind;
  readonly mark: FeatureKind;
}

/** Problems: the file's own of a feature, `ground.needs-area`, `needs-point`, `no-road`, `unnamed-unit`. */
export function planGround(
  features: readonly GroundFeature[],
  { kind, noGo, mark }: GroundChoice,
  tables: Tables,
  newId: () => Id,
): PlannedGround[] {
  return features.map((feature) => {
    if (feature.problem !== null) return refused(feature, feature.problem);
    if (kind === 'features') return featureOf(feature, tables, feature.feature ?? mark, newId);
    if (feature.area === null) return refused(feature, { code: 'ground.needs-area' });
    if (kind === 'units') return unitOf(feature, feature.area, tables, newId);
    const fields = { kind: feature.noGo ?? noGo, name: feature.name, area: feature.area };
    return taken(feature, '', { kind: 'create', entity: 'noGoArea', id: newId(), fields });
  });
}

const refused = (feature: GroundFeature, problem: Reason): PlannedGround => ({
  feature,
  what: '',
  op: null,
  problem,
});

const taken = (feature: GroundFeature, what: string, op: Op): PlannedGround => ({
  feature,
  what,
  op,
  problem: null,
});

/** A unit of that code or name gets the boundary; otherwise there is a new one. */
function unitOf(feature: GroundFeature, boundary: Area, tables: Tables, newId: () => Id): PlannedGround {
  const units = [...tables.unit.values()];
  const known =
    units.find((u) => u.code !== '' && u.code === feature.code) ??
    units.find((u) => feature.name !== '' && plainText(u.name) === plainText(feature.name));
  if (known !== undefined)
    return taken(feature, `→ ${known.name}`, {
      kind: 'set',
      entity: 'unit',
      id: known.id,
      version: known.version,
      fields: { boundary },
    });
  if (feature.name === '') return refused(feature, { code: 'ground.unnamed-unit' });
  const { code, name } = feature;
  return taken(feature, '', {
    kind: 'create',
    entity: 'unit',
    id: newId(),
    fields: {
      code,
      name,
      kind: usualKind(units),
      centre: middleOf(boundary),
      parentId: null,
      contact: '',
      phone: '',
      boundary,
    },
  });
}

function middleOf(area: Area): readonly [number, number] | null {
  const corners = area.flatMap((p) => p[0] ?? []);
  if (corners.length === 0) return null;
  const [xs, ys] = [corners.map((c) => c[0]), corners.map((c) => c[1])];
  let [w, e, s, n] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const x of xs) [w, e] = [Math.min(w, x), Math.max(e, x)];
  for (const y of ys) [s, n] = [Math.min(s, y), Math.max(n, y)];
  return [(w + e) / 2, (s + n) / 2];
}

function featureOf(
  feature: GroundFeature,
  tables: Tables,
  kind: FeatureKind,
  newId: () => Id,
): PlannedGround {
  const addressed = feature.address === null ? null : onAddress(feature.address, tables);
  if (addressed?.ok) return marked(feature, addressed.value, kind, newId);
  const [first] = feature.points;
  const last = feature.points[feature.points.length - 1];
  if (first === undefined || last === undefined)
    return refused(feature, addressed === null ? { code: 'ground.needs-point' } : addressed.reason);
  const on = nearestStretch(first, last, tables);
  if (on === null) return refused(feature, { code: 'ground.no-road', params: { metres: NEAR_M } });
  return marked(feature, on, kind, newId);
}

function marked(feature: GroundFeature, on: Stretch, kind: FeatureKind, newId: () => Id): PlannedGround {
  const ends = [Math.round(on.from), Math.round(on.to)] as const;
  // Only a bridge has a length; everything else stands where its line begins.
  const [from, to] = kind === 'bridge' ? [Math.min(...ends), Math.max(...ends)] : [ends[0], ends[0]];
  return taken(feature, `${on.label} ${formatChainage(from)}`, {
    kind: 'create',
    entity: 'roadFeature',
    id: newId(),
    fields: { roadId: on.road, kind, name: feature.name, from, to },
  });
}

/** A place in the words of a table. Fails with `ground.unknown-road`, and as a typed chainage does. */
function onAddress({ road: words, from, to }: Address, tables: Tables): Result<Stretch> {
  const wanted = plainText(words);
  const road = [...tables.road.values()].find((r) =>
    [r.code, r.name, titleOf(r)].some((name) => name !== '' && plainText(name) === wanted),
  );
  const measured = road === undefined ? null : measuredOf(road);
  if (road === undefined || measured === null) return fail('ground.unknown-road', { road: words });
  const ends = [from, to === '' ? from : to].map((text) => parseChainage(text, true));
  const [a, b] = ends;
  if (!a?.ok) return a ?? fail('chainage.empty');
  if (!b?.ok) return b ?? fail('chainage.empty');
  const { minChainage, maxChainage } = measured;
  const limits = { fromText: bareChainage(minChainage), toText: bareChainage(maxChainage) };
  const isOn = (c: number) => c >= minChainage - 1 && c <= maxChainage + 1;
  if (!isOn(a.value) || !isOn(b.value)) return fail('chainage.outside-road', limits);
  return ok({ road: road.id, label: roadLabel(road), from: a.value, to: b.value });
}
