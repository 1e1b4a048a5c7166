/** What is to be said of a road: how long it is, from where to where it is counted, what stands on it. */
import { perObjectWhile } from '../memo.ts';
import type { Placement } from '../model/entities/placement.ts';
import type { Road } from '../model/entities/road.ts';
import type { Id, Tables } from '../model/rows.ts';
import { at, measureLine } from '../road/line.ts';
import { measuredOf } from '../road/measuredOf.ts';
import { unitAt, unitIndex } from '../unit/units.ts';
import { quantityIn } from './amounts.ts';
import { featuresOf, roadLabel } from './roads.ts';

const POINTS = ['N', 'NE', 'E', 'SE', 'S', 'SW', 'W', 'NW'] as const;
/** A road whose ends are nearer to each other than this part of its way leads nowhere. */
const ROUND = 1 / 50;

export interface RoadFacts {
  readonly road: Road;
  /** Metres along the line. */
  readonly lengthM: number;
  /** Chainages of its beginning and its end, in metres. */
  readonly from: number;
  readonly to: number;
  readonly placements: number;
  /** Pieces of all of them. */
  readonly quantity: number;
  /** Bridges, junctions and the like. */
  readonly features: number;
  /** Where it leads as its chainage grows: of its whole way, from its beginning to its end. */
  readonly toward: (typeof POINTS)[number] | 'round';
}

const figures = perObjectWhile<Road, RoadFacts>();

function factsOfRoad(tables: Tables, road: Road, rows: readonly Placement[]): RoadFacts {
  const measured = measuredOf(road);
  const features = featuresOf(tables, road.id);
  return figures(road, [features, ...rows, [...tables.campaign.values()][0]], () => ({
    road,
    lengthM: measured?.line.length ?? 0,
    from: measured?.minChainage ?? road.zeroChainage,
    to: measured?.maxChainage ?? road.zeroChainage,
    placements: rows.length,
    quantity: rows.reduce((sum, row) => sum + quantityIn(tables, row), 0),
    features: features.length,
    toward: toward(road),
  }));
}

function toward(road: Road): RoadFacts['toward'] {
  const [a, b] = [road.line[0], road.line[road.line.length - 1]];
  const way = a === undefined || b === undefined ? null : measureLine([a, b]);
  if (a === undefined || way === null || way.length < (measuredOf(road)?.line.length ?? 0) * ROUND)
    return 'round';
  const east = at(way.dLng, 0) * Math.cos((a[1] * Math.PI) / 180);
  const angle = (Math.atan2(east, at(way.dLat, 0)) * 180) / Math.PI;
  return POINTS[Math.round((angle + 360) / 45) % 8] ?? 'N';
}

export function factsOf(tables: Tables, road: Road): RoadFacts {
  return factsOfRoad(
    tables,
    road,
    [...tables.placement.values()].filter((p) => p.roadId === road.id),
  );
}

/** Of every road, hidden ones too. */
export function allRoadFacts(tables: Tables): readonly RoadFacts[] {
  const byRoad = Map.groupBy(tables.placement.values(), (p) => p.roadId);
  return [...tables.road.values()].map((road) => factsOfRoad(tables, road, byRoad.get(road.id) ?? []));
}

/** What a road is called where one chooses among roads. */
interface RoadTitle {
  /** «QL.3 · Quốc lộ 3». */
  readonly label: string;
  /** Whether another road is called the same: then one says how long it is and where. */
  readonly repeats: boolean;
  readonly lengthM: number;
  /** The unit on whose ground its middle lies; empty where that is not known. */
  readonly place: string;
}

export function titleOf({ code, name }: Pick<Road, 'code' | 'name'>): string {
  return code !== '' && name !== '' && code !== name ? `${code} · ${name}` : roadLabel({ code, name });
}

/** The roads that are offered to choose from: those that are shown, and those that are chosen already. */
export function roadTitles(
  tables: Pick<Tables, 'road' | 'unit'>,
  chosen: readonly Id[] = [],
): ReadonlyMap<Id, RoadTitle> {
  const roads = [...tables.road.values()].filter((r) => !r.hidden || chosen.includes(r.id));
  const called = Map.groupBy(roads, titleOf);
  const index = unitIndex(tables.unit);
  return new Map(
    roads.map((road): [Id, RoadTitle] => {
      const label = titleOf(road);
      const repeats = (called.get(label)?.length ?? 0) > 1;
      const middle = road.line[Math.floor(road.line.length / 2)];
      const unit = repeats && middle !== undefined ? unitAt(index, middle[0], middle[1]) : null;
      return [
        road.id,
        {
          label,
          repeats,
          lengthM: repeats ? (measuredOf(road)?.line.length ?? 0) : 0,
          place: unit?.name ?? '',
        },
      ];
    }),
  );
}

/** The roads to choose from in the order in which one looks for them: by their titles, of one title the longest first. */
export function roadChoices(
  titles: ReadonlyMap<Id, RoadTitle>,
  length: (metres: number) => string,
): { readonly value: Id; readonly label: string }[] {
  const { compare } = new Intl.Collator('vi', { numeric: true });
  return [...titles]
    .sort(([, a], [, b]) => compare(a.label, b.label) || b.lengthM - a.lengthM)
    .map(([value, title]) => ({ value, label: titleText(title, length) }));
}

/** The title where one chooses; `length` writes metres in the reader's language. */
function titleText(
  { label, repeats, lengthM, place }: RoadTitle,
  length: (metres: number) => string,
): string {
  return repeats ? [label, length(lengthM), place].filter((part) => part !== '').join(' · ') : label;
}
