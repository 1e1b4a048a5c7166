/** A file of geography in a worker: read, and converted once somebody agrees to what it seems to be. */
import type { GeoFeature } from '../../../domain/geo/geoFeature.ts';
import type { Reason } from '../../../domain/model/result.ts';
import type { Ground } from '../../../formats/coordinates/recognising.ts';
import {
  type Conversion,
  convertedReading,
  type Reading,
  readFile,
  suggestedConversion,
} from '../../../formats/reading.ts';

export type ToOpen =
  | { readonly kind: 'read'; readonly file: File; readonly ground: Ground | null }
  | { readonly kind: 'convert'; readonly conversion: Conversion };

export type NotRead =
  | { readonly kind: 'failed'; readonly reason: Reason }
  /** The file is not in degrees and Unicode: somebody has to agree to what it seems to be. */
  | ({ readonly kind: 'convert' } & Pick<Reading, 'system' | 'letters'>);

let reading: Reading | null = null;

/** The features of a file, or what stands between. Each worker opens one file. */
export async function opened(
  message: ToOpen,
): Promise<NotRead | { readonly kind: 'read'; readonly features: readonly GeoFeature[] }> {
  if (message.kind === 'convert') {
    if (reading === null) return { kind: 'failed', reason: { code: 'file.failed' } };
    return { kind: 'read', features: await convertedReading(reading, message.conversion) };
  }
  const { file, ground } = message;
  const read = await readFile(file.name, new Uint8Array(await file.arrayBuffer()), ground);
  if (!read.ok) return { kind: 'failed', reason: read.reason };
  reading = read.value;
  const { system, letters, features } = reading;
  return suggestedConversion(reading) === null
    ? { kind: 'read', features }
    : { kind: 'convert', system, letters };
}

/** Has a worker's messages worked off; what goes wrong is said, since a promise that fails there tells the page nothing. */
export function answering<Message>(work: (message: Message) => Promise<void>): void {
  self.onmessage = ({ data }: MessageEvent<Message>) => {
    work(data).catch((error: unknown) => {
      console.error('reading the file failed:', error);
      postMessage({ kind: 'failed', reason: { code: 'file.failed' } } satisfies NotRead);
    });
  };
}
