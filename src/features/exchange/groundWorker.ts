/** Reads a file of the ground away from the page. */
import { type GroundFeature, groundIn } from '../../domain/ground/groundFile.ts';
import { fail, type Result } from '../../domain/model/result.ts';
import { readFeatures } from '../../formats/formats.ts';

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
  const features = await readFeatures(file.name, new Uint8Array(await file.arrayBuffer()));
  return features.ok ? groundIn(features.value) : features;
}
