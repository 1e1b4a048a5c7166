/** Reads a file of the ground away from the page. */
import { type GroundFeature, groundIn } from '../../domain/ground/groundFile.ts';
import { fail, type Result } from '../../domain/model/result.ts';
import type { Ground } from '../../formats/coordinates/recognising.ts';
import {
  type Conversion,
  convertedReading,
  type Reading,
  readFile,
  suggestedConversion,
} from '../../formats/reading.ts';

export type ToGround =
  | { readonly kind: 'read'; readonly file: File; readonly ground: Ground | null }
  | { readonly kind: 'convert'; readonly conversion: Conversion };
export type FromGround =
  | ({ readonly kind: 'convert' } & Pick<Reading, 'system' | 'letters'>)
  | { readonly kind: 'read'; readonly features: Result<GroundFeature[]> };

let reading: Reading | null = null;

self.onmessage = ({ data }: MessageEvent<ToGround>) => {
  work(data).then(
    (answer) => postMessage(answer),
    // A promise that fails in a worker tells the page nothing by itself.
    (error: unknown) => {
      console.error('reading the file failed:', error);
      postMessage({ kind: 'read', features: fail('file.failed') } satisfies FromGround);
    },
  );
};

async function work(message: ToGround): Promise<FromGround> {
  if (message.kind === 'convert') {
    if (reading === null) return { kind: 'read', features: fail('file.failed') };
    return { kind: 'read', features: groundIn(await convertedReading(reading, message.conversion)) };
  }
  const { file, ground } = message;
  const read = await readFile(file.name, new Uint8Array(await file.arrayBuffer()), ground);
  if (!read.ok) return { kind: 'read', features: read };
  reading = read.value;
  const { system, letters, features } = reading;
  return suggestedConversion(reading) === null
    ? { kind: 'read', features: groundIn(features) }
    : { kind: 'convert', system, letters };
}
