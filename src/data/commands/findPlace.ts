/** Places by their words: «QL.3 Km 146+250», a place name of the campaign, or coordinates. */

import type { Road } from '../../domain/model/entities/road.ts';
import { fail, ok, type Result } from '../../domain/model/result.ts';
import type { Id, LngLatPair, Tables } from '../../domain/model/rows.ts';
import { roadLabel } from '../../domain/plan/roads.ts';
import { parseChainage } from '../../domain/road/chainageText.ts';
import { measuredOf } from '../../domain/road/measuredOf.ts';
import { placeAt } from '../../domain/road/measuredRoad.ts';
import { plainText } from '../../domain/text/plainText.ts';
import { useCampaign } from '../campaign/campaign.ts';

export type PlaceFound =
  | { readonly kind: 'coordinate'; readonly coordinate: LngLatPair }
  | { readonly kind: 'road'; readonly roadId: Id }
  | { readonly kind: 'chainage'; readonly roadId: Id; readonly from: number; readonly to: number };

/** Fails with `go.nothing` or `go.beyond`, or with the chainage's own reason. */
export function findPlace(text: string): Result<PlaceFound> {
  const wanted = plainText(text.trim());
  if (wanted === '') return fail('go.nothing', { text });
  const point = coordinateOf(text);
  if (point !== null) return ok({ kind: 'coordinate', coordinate: point });
  const { tables } = useCampaign.getState();
  const roads = named(wanted, tables);
  const [road] = roads;
  if (road !== undefined) {
    const label = road.code !== '' && wanted.startsWith(plainText(road.code)) ? road.code : road.name;
    const rest = text.trim().slice(label.length).trim();
    if (rest === '') return ok({ kind: 'road', roadId: road.id });
    const at = parseChainage(rest, road.calibration.length > 0);
    if (!at.ok) return at;
    // Of roads that are called the same, the one that has the chainage is meant.
    const there = roads.find((r) => {
      const measured = roadLabel(r) === roadLabel(road) || r === road ? measuredOf(r) : null;
      return measured !== null && at.value >= measured.minChainage && at.value <= measured.maxChainage;
    });
    if (there === undefined) return fail('go.beyond', { text });
    return ok({ kind: 'chainage', roadId: there.id, from: at.value, to: at.value });
  }
  const place = [...tables.place.values()].find((p) => plainText(p.name).includes(wanted));
  if (place !== undefined) return ok({ kind: 'coordinate', coordinate: place.coordinate });
  const feature = [...tables.roadFeature.values()].find(
    (f) => f.name !== '' && plainText(f.name).includes(wanted),
  );
  if (feature !== undefined)
    return ok({ kind: 'chainage', roadId: feature.roadId, from: feature.from, to: feature.to });
  const unit = [...tables.unit.values()].find((u) => plainText(u.name).includes(wanted));
  if (unit?.centre != null) return ok({ kind: 'coordinate', coordinate: unit.centre });
  return fail('go.nothing', { text: text.trim() });
}

/** Latitude first, as people write them. */
function coordinateOf(text: string): LngLatPair | null {
  const point = /^(-?\d{1,3}[.,]\d+)\s*[,; ]\s*(-?\d{1,3}[.,]\d+)$/.exec(text.trim());
  if (point === null) return null;
  const [lat, lng] = [1, 2].map((i) => Number((point[i] as string).replace(',', '.'))) as [number, number];
  return Math.abs(lat) > 90 || Math.abs(lng) > 180 ? null : [lng, lat];
}

/** One point for a place: where a chainage is on its road. */
export function pointOfPlace(text: string): Result<LngLatPair> {
  const found = findPlace(text);
  if (!found.ok) return found;
  if (found.value.kind === 'coordinate') return ok(found.value.coordinate);
  const road = useCampaign.getState().tables.road.get(found.value.roadId);
  const measured = road === undefined ? null : measuredOf(road);
  if (found.value.kind === 'road' || measured === null) return fail('go.nothing', { text });
  const place = placeAt(measured, found.value.from);
  return place.ok ? ok([place.value.lng, place.value.lat]) : place;
}

/** The roads with whose code or name a text begins, the longest first; those that are hidden last. */
function named(wanted: string, tables: Tables): readonly Road[] {
  return [...tables.road.values()]
    .filter((r) => [r.code, r.name].some((n) => n !== '' && wanted.startsWith(plainText(n))))
    .sort((a, b) => Number(a.hidden) - Number(b.hidden) || roadLabel(b).length - roadLabel(a).length);
}
