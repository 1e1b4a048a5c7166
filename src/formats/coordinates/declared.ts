/** The system that a file declares: a name with a number of the EPSG registry, or the text of a projection file. */
import { type CoordinateSystem, SYSTEMS, transverse } from './systems.ts';

/** Null where it declares nothing that we know: then the numbers decide. */
export function declaredSystem(text: string): CoordinateSystem | null {
  if (/CRS\s*84/iu.test(text)) return byEpsg(4326);
  // In well-known text numbers stand with units and datums too: the whole has its own at its very end, if at all.
  const isProjection = /^\s*(?:GEOG|PROJ)/iu.test(text);
  const epsg = (
    isProjection
      ? /\],?\s*AUTHORITY\s*\[\s*"EPSG"\s*,\s*"?(\d{4,6})"?\s*\]\s*\]\s*$/iu
      : /EPSG\D{0,8}(\d{4,6})\W*$/iu
  ).exec(text)?.[1];
  const known = epsg === undefined ? null : byEpsg(Number(epsg));
  return known ?? (isProjection ? ofProjection(text) : null);
}

function byEpsg(epsg: number): CoordinateSystem | null {
  return SYSTEMS.find((s) => s.epsg.includes(epsg)) ?? null;
}

/** Well-known text, as `.prj` files have it. */
function ofProjection(text: string): CoordinateSystem | null {
  const isVn2000 = /VN[\s_-]?2000|Vietnam[\s_]2000/iu.test(text);
  if (/^\s*GEOG/iu.test(text))
    return isVn2000 ? byEpsg(4756) : /WGS[\s_]?(?:19)?84/iu.test(text) ? byEpsg(4326) : null;
  if (/Mercator_Auxiliary_Sphere|Popular_Visualisation|Pseudo[-_ ]Mercator/iu.test(text)) return byEpsg(3857);
  if (!/Transverse_Mercator/iu.test(text)) return null;
  const [meridian, scale, easting, northing] = [
    'Central_Meridian',
    'Scale_Factor',
    'False_Easting',
    'False_Northing',
  ].map((name) => parameter(text, name));
  if (meridian === undefined || scale === undefined || easting === undefined) return null;
  // Offices declare VN-2000 under the name of WGS 84: nobody else has zones of this scale.
  const vn2000 = isVn2000 || Math.abs(scale - 0.9999) < 1e-7;
  const known = SYSTEMS.find(({ kind, meridian: m, zone }) => {
    if (kind === 'vn2000-tm3') return vn2000 && Math.abs(scale - 0.9999) < 1e-7 && m === meridian;
    const isUtm = kind === 'vn2000-utm' || kind === 'utm';
    return (
      isUtm &&
      (kind === 'vn2000-utm') === vn2000 &&
      scale === 0.9996 &&
      zone !== null &&
      zone * 6 - 183 === meridian
    );
  });
  if (known !== undefined && easting === 500_000 && (northing ?? 0) === 0) return known;
  return {
    id: 'declared',
    kind: 'other',
    meridian,
    zone: null,
    proj4: transverse(meridian, scale, easting, northing ?? 0, vn2000),
    swapped: false,
    epsg: [],
  };
}

function parameter(text: string, name: string): number | undefined {
  const value = new RegExp(`PARAMETER\\s*\\[\\s*"${name}"\\s*,\\s*(-?[\\d.]+(?:e[+-]?\\d+)?)`, 'iu').exec(
    text,
  )?.[1];
  return value === undefined ? undefined : Number(value);
}
