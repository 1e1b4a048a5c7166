/** Reads a GeoJSON file of the ground away from the page. */
import { type GroundFeature, readGround } from '../../domain/ground/groundFile.ts';
import { fail, type Result } from '../../domain/model/result.ts';

export type FromGround = Result<GroundFeature[]>;

self.onmessage = async ({ data }: MessageEvent<File>) => {
  let answer: FromGround;
  try {
    answer = readGround(JSON.parse(await data.text()));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    answer = fail('ground.not-json');
  }
  postMessage(answer);
};
