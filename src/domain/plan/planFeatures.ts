/** The plan and its ground as features of a map file: what leaves for other programs. */
import type { Position, WrittenFeature } from '../geo/geoFeature.ts';
import { type FilterSide, sideOf } from '../layout/sides.ts';
import type { Placement } from '../model/entities/placement.ts';
import type { Tables } from '../model/rows.ts';
import { type Stage, stageOf } from '../progress/stage.ts';
import { bareChainage } from '../road/chainageText.ts';
import { measuredOf } from '../road/measuredOf.ts';
import { placeAt } from '../road/measuredRoad.ts';
import type { Translated } from '../text/translated.ts';
import { amountsOf } from './amounts.ts';
import { factsOf } from './roadFacts.ts';
import { nameAlone } from './roadNames.ts';
import { roadLabel } from './roads.ts';

/** What can leave, in the order in which it is offered. */
export const EXPORTED = ['placements', 'roads', 'features', 'units', 'areas', 'places'] as const;
export type Exported = (typeof EXPORTED)[number];

/** How the reader's language says what has no name of its own. */
export interface ExportWords {
  readonly nameOf: (name: Translated) => string;
  readonly state: (stage: Stage) => string;
  readonly side: (side: FilterSide) => string;
  readonly kind: (exported: Exported, kind: string) => string;
  /** Of what stands beside all roads. */
  readonly offRoad: string;
}

/** Headings are the same in every language: programs read them. Lengths in metres, chainages as `146+250`. */
export function planFeatures(tables: Tables, what: Exported, words: ExportWords): WrittenFeature[] {
  switch (what) {
    case 'placements':
      return [...tables.placement.values()].flatMap((row) => placed(tables, row, words));
    case 'roads':
      return [...tables.road.values()].map((road) => {
        const { lengthM, from, to } = factsOf(tables, road);
        return {
          properties: {
            name: road.name,
            code: road.code,
            class: words.kind(what, road.class),
            from: bareChainage(from),
            to: bareChainage(to),
            length: Math.round(lengthM),
            source: road.source,
          },
          geometry: { type: 'LineString', coordinates: road.line },
        };
      });
    case 'features':
      return [...tables.roadFeature.values()].flatMap((feature): WrittenFeature[] => {
        const road = tables.road.get(feature.roadId);
        const measured = road === undefined ? null : measuredOf(road);
        const place = measured === null ? null : placeAt(measured, (feature.from + feature.to) / 2);
        if (road === undefined || place === null || !place.ok) return [];
        return [
          {
            properties: {
              name: feature.name,
              kind: words.kind(what, feature.kind),
              road: roadLabel(road),
              from: bareChainage(feature.from),
              to: bareChainage(feature.to),
            },
            geometry: { type: 'Point', coordinates: [place.value.lng, place.value.lat] },
          },
        ];
      });
    case 'units':
      return [...tables.unit.values()].flatMap((unit): WrittenFeature[] => {
        const properties = { name: unit.name, code: unit.code, kind: unit.kind };
        if (unit.boundary !== null)
          return [{ properties, geometry: { type: 'MultiPolygon', coordinates: unit.boundary } }];
        return unit.centre === null
          ? []
          : [{ properties, geometry: { type: 'Point', coordinates: unit.centre } }];
      });
    case 'areas':
      return [...tables.noGoArea.values()].map((area) => ({
        properties: { name: area.name, kind: words.kind(what, area.kind) },
        geometry: { type: 'MultiPolygon', coordinates: area.area },
      }));
    case 'places':
      return [...tables.place.values()].map((place) => ({
        properties: { name: place.name, kind: words.kind(what, place.kind) },
        geometry: { type: 'Point', coordinates: place.coordinate },
      }));
  }
}

function placed(tables: Tables, row: Placement, words: ExportWords): WrittenFeature[] {
  const type = tables.assetType.get(row.assetTypeId);
  const road = tables.road.get(row.roadId ?? '');
  const { positions, quantity } = amountsOf(tables, row);
  const spots = Array.from(
    positions.lng,
    (lng, i): Position => [rounded(lng), rounded(positions.lat[i] as number)],
  );
  const [first] = spots;
  const side = sideOf(row);
  if (first === undefined) return [];
  return [
    {
      properties: {
        name: type === undefined ? '' : words.nameOf(type.name),
        road: road === undefined ? words.offRoad : nameAlone(tables.road, road),
        from: row.from === null ? '' : bareChainage(row.from),
        to: row.to === null ? '' : bareChainage(row.to),
        side: side === null ? '' : words.side(side),
        spacing: row.rule === null ? '' : row.rule.spacing,
        quantity,
        unit: tables.unit.get(row.unitId ?? '')?.name ?? '',
        slogan: tables.slogan.get(row.sloganId ?? '')?.text ?? '',
        state: words.state(stageOf(tables, row)),
        note: row.note,
      },
      geometry:
        spots.length === 1
          ? { type: 'Point', coordinates: first }
          : { type: 'MultiPoint', coordinates: spots },
    },
  ];
}

/** A tenth of a metre: what is pointed out on a map is no better. */
function rounded(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}
