/** Where the pointer is on the map, as gestures ask for it. */
import L from 'leaflet';
import { useCampaign } from '../../data/campaign.ts';
import type { At } from '../../data/gestures/gesture.ts';
import { positionKey } from '../../domain/layout/layOut.ts';
import type { PositionKey } from '../../domain/model/entities/stretchRule.ts';
import type { Id, LngLatPair } from '../../domain/model/rows.ts';
import { positionsIn } from '../../domain/plan/amounts.ts';
import type { AreaLayer } from './layers/areaLayer.ts';
import { DRAFT } from './layers/batch.ts';
import type { LabelLayer } from './layers/labelLayer.ts';
import type { SymbolLayer } from './layers/symbolLayer.ts';
import { metresPerPixel, snapToRoad } from './snap.ts';

/** What can be pointed at. */
export interface Drawn {
  readonly symbols: SymbolLayer;
  readonly labels: LabelLayer;
  readonly areas: AreaLayer;
}

export function mapAt(map: L.Map, { symbols, labels, areas }: Drawn, event: L.LeafletMouseEvent): At {
  const { containerPoint: on, latlng, originalEvent } = event;
  const hit = () => symbols.hit(on);
  return {
    x: on.x,
    y: on.y,
    shift: originalEvent.shiftKey,
    ctrl: originalEvent.ctrlKey || originalEvent.metaKey,
    place: (reach) => snapToRoad(map, latlng, reach),
    coordinate: pair(latlng),
    metresPerPixel: metresPerPixel(map, latlng.lat),
    hasLanes: false,
    placement() {
      const id = hit()?.id ?? null;
      return id === DRAFT ? null : id;
    },
    position: (id) => positionAt(id, hit()?.index),
    feature: () => labels.hitFeature(on),
    area: () => areas.hit(on),
    post: () => labels.hitPost(on),
    within: (way) => symbols.within(way.map(({ x, y }) => L.point(x, y))),
  };
}

function positionAt(id: Id, index: number | undefined): PositionKey | null {
  const { tables } = useCampaign.getState();
  const row = tables.placement.get(id);
  if (index === undefined || row === undefined || row.rule === null) return null;
  const { side, ordinal } = positionsIn(tables, row);
  return positionKey(side[index] as number, ordinal[index] as number);
}

export function pair(at: L.LatLng): LngLatPair {
  return [Math.round(at.lng * 1e6) / 1e6, Math.round(at.lat * 1e6) / 1e6];
}
