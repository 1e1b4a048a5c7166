/** The systems that coordinates of Vietnamese offices come in, and how each is written for proj4. */

/**
 * VN-2000 to WGS 84, seven parameters (Decision 05/2007/QĐ-BTNMT; EPSG:6960): metres, seconds of arc, parts per million.
 * A projection file carries none of it; without it everything lies some 225 m off.
 */
const VN_2000 =
  '+ellps=WGS84 +towgs84=-191.90441429,-39.30318279,-111.45032835,-0.00928836,0.01975479,-0.00427372,0.252906278';
const WGS_84 = '+ellps=WGS84 +towgs84=0,0,0';

export interface CoordinateSystem {
  readonly id: string;
  /** What kind it is, for its words; `meridian` of the 3° zones in degrees, `zone` of UTM. */
  readonly kind: 'degrees' | 'vn2000' | 'web-mercator' | 'vn2000-utm' | 'utm' | 'vn2000-tm3' | 'other';
  readonly meridian: number | null;
  readonly zone: number | null;
  /** How proj4 writes it; null for degrees of WGS 84. */
  readonly proj4: string | null;
  /** Northing before easting, latitude before longitude. */
  readonly swapped: boolean;
  /** Its number in the EPSG registry, where it has one. */
  readonly epsg: readonly number[];
}

type Part = Pick<CoordinateSystem, 'id' | 'kind' | 'proj4' | 'epsg'> & {
  readonly meridian?: number;
  readonly zone?: number;
};
const system = ({ meridian, zone, ...part }: Part): CoordinateSystem => ({
  ...part,
  meridian: meridian ?? null,
  zone: zone ?? null,
  swapped: false,
});

const DEGREES = system({ id: 'degrees', kind: 'degrees', proj4: null, epsg: [4326] });

/** The 17 central meridians of the 3° zones that provinces have, with their numbers in the EPSG registry. */
const MERIDIANS: readonly (readonly [degrees: number, epsg: number])[] = [
  [103, 9205],
  [104, 9206],
  [104.5, 9207],
  [104.75, 9208],
  [105, 5897],
  [105.5, 9209],
  [105.75, 9210],
  [106, 9211],
  [106.25, 9212],
  [106.5, 9213],
  [107, 9214],
  [107.25, 9215],
  [107.5, 9216],
  [107.75, 5899],
  [108, 5898],
  [108.25, 9217],
  [108.5, 9218],
];

const utm = (zone: number, datum: string) => `+proj=utm +zone=${zone} ${datum} +units=m +no_defs`;
export const transverse = (
  meridian: number,
  scale: number,
  easting: number,
  northing: number,
  isVn2000: boolean,
) =>
  `+proj=tmerc +lat_0=0 +lon_0=${meridian} +k=${scale} +x_0=${easting} +y_0=${northing} ${isVn2000 ? VN_2000 : WGS_84} +units=m +no_defs`;

export const SYSTEMS: readonly CoordinateSystem[] = [
  DEGREES,
  system({ id: 'vn2000', kind: 'vn2000', proj4: `+proj=longlat ${VN_2000} +no_defs`, epsg: [4756] }),
  ...MERIDIANS.map(([meridian, epsg]) =>
    system({
      id: `vn2000-tm3-${meridian}`,
      kind: 'vn2000-tm3',
      meridian,
      proj4: transverse(meridian, 0.9999, 500_000, 0, true),
      epsg: [epsg],
    }),
  ),
  ...[48, 49].map((zone) =>
    system({
      id: `vn2000-utm-${zone}`,
      kind: 'vn2000-utm',
      zone,
      proj4: utm(zone, VN_2000),
      epsg: [3357 + zone],
    }),
  ),
  ...[48, 49].map((zone) =>
    system({ id: `utm-${zone}`, kind: 'utm', zone, proj4: utm(zone, WGS_84), epsg: [32_600 + zone] }),
  ),
  system({
    id: 'web-mercator',
    kind: 'web-mercator',
    proj4: '+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +no_defs',
    epsg: [3857, 900_913, 102_100, 3785],
  }),
];

/** The same with its axes the other way round. */
export function swappedOf(of: CoordinateSystem): CoordinateSystem {
  return { ...of, id: `${of.id}-swapped`, swapped: true };
}

/** The system that an identifier names, swapped or not; undefined for none of ours. */
export function systemById(id: string): CoordinateSystem | undefined {
  const plain = id.replace(/-swapped$/u, '');
  const found = SYSTEMS.find((s) => s.id === plain);
  return found === undefined || plain === id ? found : swappedOf(found);
}
