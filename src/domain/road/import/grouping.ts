/** Which features of a file are one road: by their code or their name, with a choice for each of these of its own. */
import type { RoadClass } from '../../model/entities/road.ts';
import { classOf } from '../roadClass.ts';
import { codeKey, codesOf, isKind, nameKey, nameOf, textOf } from './reading/names.ts';
import type { Columns, RoadFile, RoadFileFeature } from './reading/roadFile.ts';

/** What makes several features one road: a shared code (name where a feature has none), a shared name, or nothing. */
export const PIECES = ['code', 'name', 'each'] as const;
export type Pieces = (typeof PIECES)[number];

export interface Grouping {
  readonly pieces: Pieces;
  /** Codes and names (by the key of their joint) for which it is the other way round: kept apart, or joined. */
  readonly otherwise: readonly string[];
}

/** What features of a file share: the code or name that joins them, or could. */
interface Joint {
  readonly key: string;
  /** How many features of the file share it. */
  readonly count: number;
  readonly joined: boolean;
}

/** Why a road is not taken unless the user says so; `jump` is found when it is put together: it leaps over hundreds of kilometres. */
type LeftOutReason = 'unnamed' | 'footway' | 'minor' | 'railway' | 'jump';

export interface RoadGroup {
  readonly key: string;
  readonly code: string;
  readonly name: string;
  readonly class: RoadClass;
  readonly features: readonly RoadFileFeature[];
  /** Null where it shares nothing with others. */
  readonly joint: Joint | null;
  /** Null when it is taken. */
  readonly leftOut: LeftOutReason | null;
  readonly railway: boolean;
}

interface Shared {
  readonly key: string;
  /** As it is written there; empty for a name. */
  readonly code: string;
}

/** What a feature shares with others by its code or its name; a kind of road («Đường bê tông») is no name. */
function sharedBy(feature: RoadFileFeature, columns: Columns, pieces: Pieces): Shared[] {
  const codes = columns.code === null ? [] : codesOf(feature.properties[columns.code]);
  const byCode = codes.map((code) => ({ key: `code:${codeKey(code)}`, code }));
  const name = columns.name === null ? '' : nameOf(feature.properties[columns.name]);
  const byName = name === '' || isKind(name) ? [] : [{ key: `name:${nameKey(name)}`, code: '' }];
  if (pieces === 'code') return byCode.length > 0 ? byCode : byName;
  return pieces === 'name' || byName.length > 0 ? byName : byCode;
}

/**
 * Groups features into roads. Features without the code or name that joins others stay by themselves, and so do those
 * whose name is a kind of road; one with two codes is a piece of both roads.
 */
export function groupFeatures(
  file: RoadFile,
  columns: Columns,
  { pieces, otherwise }: Grouping,
): RoadGroup[] {
  const exceptions = new Set(otherwise);
  const isJoined = (key: string) => (pieces !== 'each') !== exceptions.has(key);
  const counts = new Map<string, number>();
  const groups = new Map<string, { code: string; joint: string | null; features: RoadFileFeature[] }>();
  const put = (key: string, code: string, joint: string | null, feature: RoadFileFeature) => {
    const group = groups.get(key);
    if (group) group.features.push(feature);
    else groups.set(key, { code, joint, features: [feature] });
  };
  for (const feature of file.features) {
    const shared = sharedBy(feature, columns, pieces);
    for (const { key } of shared) counts.set(key, (counts.get(key) ?? 0) + 1);
    for (const { key, code } of shared) if (isJoined(key)) put(key, code, key, feature);
    const apart = shared.find(({ key }) => !isJoined(key));
    if (shared.length === 0 || apart !== undefined)
      put(`#${feature.number}`, '', apart?.key ?? null, feature);
  }
  return [...groups].map(([key, { code, joint, features }]) => ({
    ...describe(key, code, features, columns),
    joint: joint === null ? null : { key: joint, count: counts.get(joint) ?? 0, joined: isJoined(joint) },
  }));
}

function mostLengthy(values: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const v of values) if (v !== '') counts.set(v, (counts.get(v) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}

/** `joining`: the code that joins the features, as it is written first; empty where none does. */
function describe(
  key: string,
  joining: string,
  features: readonly RoadFileFeature[],
  columns: Columns,
): Omit<RoadGroup, 'joint'> {
  const values = (column: string | null) =>
    column === null ? [] : features.map((f) => textOf(f.properties[column]));
  const code =
    joining ||
    mostLengthy(
      columns.code === null ? [] : features.flatMap((f) => codesOf(f.properties[columns.code as string])),
    );
  const name =
    columns.name === null
      ? ''
      : mostLengthy(features.map((f) => nameOf(f.properties[columns.name as string])));
  const kind = mostLengthy(values(columns.class));
  const railway = /^đường sắt/iu.test(name) || features.some((f) => isRailway(f.properties));
  return {
    key,
    code: code || shortCode(name),
    name,
    class: classOf(kind, code || name),
    features,
    leftOut: leftOutReason(name || code, kind, railway),
    railway,
  };
}

function isRailway(properties: Readonly<Record<string, unknown>>): boolean {
  const { railway } = properties;
  if (typeof railway === 'string' && railway !== '' && railway !== 'no') return true;
  return Object.values(properties).some(
    (v) => v === 'rail' || (typeof v === 'string' && /^đường sắt$/iu.test(v)),
  );
}

/** «Quốc lộ 1A» → «QL.1A», «Tỉnh lộ 608» → «ĐT.608»: how road agencies number them. Else empty. */
function shortCode(name: string): string {
  const m = /^(quốc lộ|tỉnh lộ|đường tỉnh)\s*([0-9]+[a-zđ]?)$/iu.exec(name);
  if (!m) return '';
  return `${/^quốc/iu.test(m[1] as string) ? 'QL' : 'ĐT'}.${(m[2] as string).toUpperCase()}`;
}

const FOOTWAYS = new Set(['footway', 'path', 'steps', 'cycleway', 'pedestrian', 'bridleway', 'corridor']);
const MINOR = new Set(['service', 'track', 'construction', 'proposed']);

function leftOutReason(name: string, kind: string, railway: boolean): LeftOutReason | null {
  if (railway) return 'railway';
  if (FOOTWAYS.has(kind)) return 'footway';
  if (name === '') return 'unnamed';
  return MINOR.has(kind) ? 'minor' : null;
}
