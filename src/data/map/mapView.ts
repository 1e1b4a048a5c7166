/** Where a person last looked in a campaign, kept on the device over screens and reloads. */
import type { Id } from '../../domain/model/rows.ts';

interface MapPlace {
  readonly lat: number;
  readonly lng: number;
  readonly zoom: number;
}

const key = (campaignId: Id) => `cohoa.map.${campaignId}`;

/** Null where nobody has looked yet, or what is kept is no place. */
export function keptMapView(campaignId: Id): MapPlace | null {
  const [lat = Number.NaN, lng = Number.NaN, zoom = Number.NaN] = (
    localStorage.getItem(key(campaignId)) ?? ''
  )
    .split(' ')
    .map(Number);
  const sound = Math.abs(lat) <= 90 && Math.abs(lng) <= 180 && zoom > 0 && zoom <= 24;
  return sound ? { lat, lng, zoom } : null;
}

export function keepMapView(campaignId: Id, { lat, lng, zoom }: MapPlace): void {
  try {
    localStorage.setItem(key(campaignId), [lat.toFixed(6), lng.toFixed(6), zoom.toFixed(3)].join(' '));
  } catch (error) {
    // Where the device keeps nothing the next map begins with the whole plan.
    console.warn('the place of the map is not kept:', error);
  }
}
