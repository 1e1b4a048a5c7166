/** What a file of roads offers, and what of it is taken: the same for the screen and the command line. */
import type { EditNote, Op } from '../../edit/edit.ts';
import type { Road } from '../../model/entities/road.ts';
import type { Reason } from '../../model/result.ts';
import type { Id } from '../../model/rows.ts';
import { cleanText, cutText } from '../../text/cleanText.ts';
import { type Grouping, groupFeatures, type RoadGroup } from './grouping.ts';
import { type AssembledRoad, assembleRoad, DEFAULT_MAX_GAP } from './joining/assemble.ts';
import { type Neighbours, neighboursOf } from './joining/ringStart.ts';
import { proposeGrouping } from './proposing.ts';
import { type Columns, guessColumns, type RoadFile } from './reading/roadFile.ts';

export interface ImportSettings extends Grouping {
  readonly columns: Columns;
  /** The widest gap that is bridged, in metres. */
  readonly maxGap: number;
}

/** A road that could be imported, or why it cannot. The features it is made of stay behind: only the outcome matters. */
export interface OfferedRoad {
  readonly key: string;
  readonly code: string;
  readonly name: string;
  /** The first of its features, by its place in the file. */
  readonly featureNumber: number;
  /** Why it is not taken unless the user says so; null when it is. */
  readonly leftOut: RoadGroup['leftOut'] | 'aside';
  readonly joint: RoadGroup['joint'];
  readonly road: Pick<
    AssembledRoad,
    'fields' | 'lengthM' | 'parts' | 'gaps' | 'aside' | 'leftOverM' | 'warnings'
  > | null;
  readonly refusal: Reason | null;
}

/** The settings that the file itself suggests; what is given stands. */
export function proposeSettings(file: RoadFile, given: Partial<ImportSettings> = {}): ImportSettings {
  const columns = given.columns ?? guessColumns(file);
  const maxGap = given.maxGap ?? DEFAULT_MAX_GAP;
  const { pieces, otherwise = [] } = given;
  return {
    columns,
    maxGap,
    ...(pieces === undefined ? proposeGrouping(file, columns, maxGap) : { pieces, otherwise }),
  };
}

/** How many roads the file would give with these settings, and each of them as it is put together. */
export function offersOf(
  file: RoadFile,
  { columns, maxGap, ...grouping }: ImportSettings,
  source: string,
): { readonly count: number; readonly offers: Iterable<OfferedRoad> } {
  const groups = groupFeatures(file, columns, grouping);
  let near: Neighbours | null = null;
  // Asked for by the few rings there are.
  const neighbours = () => {
    near ??= neighboursOf(file.features.flatMap((f) => f.lines));
    return near;
  };
  return {
    count: groups.length,
    offers: (function* () {
      for (const group of groups) yield offerOf(group, source, maxGap, neighbours);
    })(),
  };
}

function offerOf(
  group: RoadGroup,
  source: string,
  maxGap: number,
  neighbours: () => Neighbours,
): OfferedRoad {
  const made = assembleRoad(group, source, maxGap, neighbours);
  const base = {
    key: group.key,
    code: group.code,
    name: group.name,
    featureNumber: group.features[0]?.number ?? 0,
    leftOut: group.leftOut,
    joint: group.joint,
  };
  if (!made.ok) return { ...base, road: null, refusal: made.reason };
  const { fields, lengthM, parts, gaps, aside, leftOverM, warnings, jumps } = made.value;
  return {
    ...base,
    leftOut: jumps ? 'jump' : group.leftOut,
    road: { fields, lengthM, parts, gaps, aside, leftOverM, warnings },
    refusal: null,
  };
}

type Named = Pick<Road, 'code' | 'name'>;

/** A road is the same when code and name are, as they are stored; one without either is nobody's. */
const nameOf = ({ code, name }: Named) => (code === '' && name === '' ? null : `${code}|${name || code}`);

/** Whether a campaign with these roads has one already. */
export function knownRoads(roads: Iterable<Named>): (offer: OfferedRoad) => boolean {
  const names = new Set([...roads].map(nameOf));
  return ({ road }) => {
    const name = road === null ? null : nameOf(road.fields);
    return name !== null && names.has(name);
  };
}

/** The road of the campaign that an offer is another line of: the one of its code and name. */
export function sameRoad(roads: Iterable<Road>): (offer: OfferedRoad) => Road | null {
  const byName = new Map([...roads].map((road) => [nameOf(road), road]));
  return ({ road }) => {
    const name = road === null ? null : nameOf(road.fields);
    return name === null ? null : (byName.get(name) ?? null);
  };
}

/**
 * What becomes of an offer when nobody decides: `all` takes also what is left out by default, `asides` what is left
 * aside of a road; but nothing twice.
 */
export function fateOf(
  offer: OfferedRoad,
  isKnown: (offer: OfferedRoad) => boolean,
  { all, asides }: { readonly all: boolean; readonly asides: boolean } = { all: false, asides: false },
): 'taken' | 'left-out' | 'refused' | 'known' | 'jump' {
  if (offer.leftOut === 'aside') {
    if (!asides) return 'left-out';
  } else if (offer.leftOut !== null && offer.leftOut !== 'jump' && !all) return 'left-out';
  if (offer.road === null) return 'refused';
  if (isKnown(offer)) return 'known';
  return offer.leftOut === 'jump' && !all ? 'jump' : 'taken';
}

/** The edit that imports roads, and what it is called. */
export function importOf(
  offers: readonly OfferedRoad[],
  fileName: string,
  newId: () => Id,
): { readonly note: EditNote; readonly ops: readonly Op[] } {
  const ops = offers.flatMap(({ road }): Op[] =>
    road === null ? [] : [{ kind: 'create', entity: 'road', id: newId(), fields: road.fields }],
  );
  const params = { count: ops.length, file: cutText(cleanText(fileName), 200) };
  return { note: { code: 'roads.imported', params }, ops };
}
