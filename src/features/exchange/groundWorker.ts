/** Reads a GeoJSON file of the ground away from the page. */
import { type GroundFeature, readGround } from '../../domain/ground/groundFile.ts';
import { fail, type Result } from '../../domain/model/result.ts';
import { readJson } from '../../domain/text/readJson.ts';

export type FromGround = Result<GroundFeature[]>;

self.onmessage = ({ data }: MessageEvent<File>) => {
  read(data).then(
    (answer) => postMessage(answer),
    // A promise that fails in a worker tells the page nothing by itself.
    (error: unknown) => {
      console.error('reading the file failed:', error);
      postMessage(fail('file.failed') satisfies FromGround);
    },
  );
};

async function read(file: File): Promise<FromGround> {
  const json = readJson(new Uint8Array(await file.arrayBuffer()));
  return json.ok ? readGround(json.value) : json;
}
