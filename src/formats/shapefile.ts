/** An ESRI Shapefile in a zip: `.shp` with its `.dbf`, `.prj` and `.cpg`. */
import type { GeoFile } from '../domain/geo/geoFeature.ts';
import { fail, ok, type Result } from '../domain/model/result.ts';
import { decodeText } from './bytes.ts';
import type { Format } from './format.ts';
import { fieldsOf, isSoundDbf, isSoundShp } from './shapeSound.ts';
import { isZip, unzipped } from './zip.ts';

export const shapefile: Format = {
  id: 'shapefile',
  label: 'Shapefile (ZIP)',
  extensions: ['zip'],
  mediaTypes: ['application/zip', 'application/x-zip-compressed'],
  isMine: ({ bytes, names }) => isZip(bytes) && /\.shp/iu.test(names),
  read: async (bytes) => {
    const files = await unzipped(bytes, (name) => /\.(?:shp|dbf|prj|cpg)$/iu.test(name));
    return files.ok ? readLayers(files.value) : files;
  },
};

/** All layers of the zip as one list of features; the projection is that of the first layer that has one. */
async function readLayers(files: ReadonlyMap<string, Uint8Array>): Promise<Result<GeoFile>> {
  const layers = [...files.keys()].filter((name) => /\.shp$/iu.test(name)).map((name) => name.slice(0, -4));
  if (layers.length === 0) return fail('file.zip-without', { what: '.shp' });
  const features: GeoFile['features'][number][] = [];
  let crs: string | null = null;
  for (const layer of layers) {
    const part = (ending: string) =>
      [...files].find(([name]) => name.toLowerCase() === `${layer}.${ending}`.toLowerCase())?.[1];
    const read = await readLayer(part('shp') as Uint8Array, part('dbf'), part('cpg'));
    if (!read.ok) return fail(read.reason.code, { ...read.reason.params, layer });
    for (const { properties, geometry } of read.value)
      features.push({ number: features.length + 1, properties, geometry });
    const projection = part('prj');
    const own = projection === undefined ? null : decodeText(projection).trim();
    if (crs !== null && own !== null && own !== crs) return fail('file.two-projections', { layer });
    crs ??= own;
  }
  return features.length === 0 ? fail('file.empty') : ok({ features, crs });
}

type Shape = Pick<GeoFile['features'][number], 'properties' | 'geometry'>;

async function readLayer(
  shp: Uint8Array,
  dbf: Uint8Array | undefined,
  cpg: Uint8Array | undefined,
): Promise<Result<Shape[]>> {
  if (!isSoundShp(shp) || (dbf !== undefined && !isSoundDbf(dbf))) return fail('file.damaged');
  const { parseShp, parseDbf } = await import('shpjs');
  try {
    const geometries = parseShp(copied(shp), false);
    const rows = dbf === undefined ? [] : parseDbf(copied(shortHeader(dbf)), encodingOf(dbf, cpg));
    return ok(
      geometries.map((geometry, i) => ({
        properties: rows[i] ?? {},
        geometry:
          geometry === null || geometry === undefined
            ? null
            : { type: geometry.type, coordinates: geometry.coordinates },
      })),
    );
  } catch (error) {
    // Reading past the end of a cut file; the library throws texts of its own for what is none.
    if (!(error instanceof Error)) throw error;
    return fail('file.damaged');
  }
}

/** A table without what FoxPro writes behind its fields: the library takes the rows to begin there. */
function shortHeader(dbf: Uint8Array): Uint8Array {
  const header = (dbf[8] ?? 0) | ((dbf[9] ?? 0) << 8);
  const fields = fieldsOf(dbf, header);
  const short = 32 + 32 * fields + 1;
  if (short >= header) return dbf;
  const out = new Uint8Array(short + dbf.length - header);
  out.set(dbf.subarray(0, short));
  out.set(dbf.subarray(header), short);
  out[8] = short & 0xff;
  out[9] = short >> 8;
  return out;
}

/** The parts of a zip share one buffer, and the library reads from the beginning of what it is given. */
function copied(bytes: Uint8Array): ArrayBuffer {
  return bytes.slice().buffer;
}

/**
 * Old files say nothing of their letters, or say what is not so: then the bytes decide. A field that is full may have cut
 * its last letter in half, which makes no other alphabet of all the others.
 */
function encodingOf(dbf: Uint8Array, cpg: Uint8Array | undefined): string {
  const said = cpg === undefined ? '' : decodeText(cpg).trim();
  const rows = dbf.subarray(((dbf[8] ?? 0) | ((dbf[9] ?? 0) << 8)) + 1);
  const text = new TextDecoder('utf-8').decode(rows);
  const wrong = text.split('\ufffd').length - 1;
  const right = text.match(/[\u0080-\ufffc]/gu)?.length ?? 0;
  if (wrong === 0 ? right > 0 || said === '' : right > 2 * wrong) return 'utf-8';
  return said === '' || /utf-?8|65001/iu.test(said) ? 'windows-1252' : said;
}
