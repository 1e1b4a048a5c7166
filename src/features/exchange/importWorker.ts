/** Reads and joins a road file off the main thread; says how far it is, and is ended by whoever started it. */
import type { Reason } from '../../domain/model/result.ts';
import {
  type ImportSettings,
  type OfferedRoad,
  offersOf,
  proposeSettings,
} from '../../domain/road/import/planImport.ts';
import { type FileProblem, type RoadFile, roadsIn } from '../../domain/road/import/roadFile.ts';
import type { Ground } from '../../formats/coordinates/recognising.ts';
import {
  type Conversion,
  convertedReading,
  type Reading,
  readFile,
  suggestedConversion,
} from '../../formats/reading.ts';

export type ToWorker =
  | { readonly kind: 'read'; readonly file: File; readonly ground: Ground | null }
  | { readonly kind: 'convert'; readonly conversion: Conversion }
  /** `job` counts what was asked: answers to an earlier one come late. */
  | { readonly kind: 'assemble'; readonly job: number; readonly settings: ImportSettings };

export type FromWorker =
  | { readonly kind: 'failed'; readonly reason: Reason }
  /** The file is not in degrees and Unicode: somebody has to agree to what it seems to be. */
  | ({ readonly kind: 'convert' } & Pick<Reading, 'system' | 'letters'>)
  | {
      readonly kind: 'read';
      readonly properties: readonly string[];
      readonly problems: readonly FileProblem[];
      readonly settings: ImportSettings;
    }
  | {
      readonly kind: 'progress';
      readonly job: number;
      readonly done: number;
      readonly all: number;
      readonly roads: readonly OfferedRoad[];
    }
  | { readonly kind: 'assembled'; readonly job: number };

/** Roads sent at once, and portions at the most: often enough to watch, seldom enough not to slow the page. */
const PORTION = 40;
const PORTIONS = 100;

let reading: Reading | null = null;
let file: RoadFile | null = null;
let source = '';

const say = (message: FromWorker) => postMessage(message);

// A promise that fails in a worker tells the page nothing by itself.
self.onmessage = (event: MessageEvent<ToWorker>) => {
  work(event.data).catch((error: unknown) => {
    console.error('reading the file failed:', error);
    say({ kind: 'failed', reason: { code: 'file.failed' } });
  });
};

async function work(message: ToWorker): Promise<void> {
  if (message.kind === 'read') {
    source = message.file.name;
    const read = await readFile(source, new Uint8Array(await message.file.arrayBuffer()), message.ground);
    if (!read.ok) {
      say({ kind: 'failed', reason: read.reason });
      return;
    }
    reading = read.value;
    const { system, letters } = reading;
    if (suggestedConversion(reading) === null) look(reading.features);
    else say({ kind: 'convert', system, letters });
  } else if (message.kind === 'convert') {
    if (reading !== null) look(await convertedReading(reading, message.conversion));
  } else if (file !== null) assembleAll(file, message.settings, message.job);
}

function look(features: Reading['features']): void {
  file = roadsIn(features);
  const { properties, problems } = file;
  say({ kind: 'read', properties, problems, settings: proposeSettings(file) });
}

function assembleAll(from: RoadFile, settings: ImportSettings, job: number): void {
  const { count: all, offers } = offersOf(from, settings, source);
  const portion = Math.max(PORTION, Math.ceil(all / PORTIONS));
  let roads: OfferedRoad[] = [];
  let done = 0;
  for (const offer of offers) {
    roads.push(offer);
    done++;
    if (roads.length < portion && done < all) continue;
    say({ kind: 'progress', job, done, all, roads });
    roads = [];
  }
  say({ kind: 'assembled', job });
}
