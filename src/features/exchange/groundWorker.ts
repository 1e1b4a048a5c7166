/** Reads a GeoJSON file of the ground away from the page. */
import { type GroundFeature, readGround } from '../../domain/ground/groundFile.ts';
import type { Result } from '../../domain/model/result.ts';
import { readJson } from '../../domain/text/readJson.ts';

export type FromGround = Result<GroundFeature[]>;

self.onmessage = async ({ data }: MessageEvent<File>) => {
  const json = readJson(new Uint8Array(await data.arrayBuffer()));
  postMessage((json.ok ? readGround(json.value) : json) satisfies FromGround);
};
