/** Reads and joins a road file off the main thread; says how far it is, and is ended by whoever started it. */
import {
  type ImportSettings,
  type OfferedRoad,
  offersOf,
  proposeSettings,
} from '../../../domain/road/import/planImport.ts';
import { type FileProblem, type RoadFile, roadsIn } from '../../../domain/road/import/reading/roadFile.ts';
import { answering, type NotRead, opened, type ToOpen } from '../file/opening.ts';

export type ToWorker =
  | ToOpen
  /** `job` counts what was asked: answers to an earlier one come late. */
  | { readonly kind: 'assemble'; readonly job: number; readonly settings: ImportSettings };

export type FromWorker =
  | NotRead
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

let file: RoadFile | null = null;
let source = '';

const say = (message: FromWorker) => postMessage(message);

answering(async (message: ToWorker) => {
  if (message.kind === 'assemble') {
    if (file !== null) assembleAll(file, message.settings, message.job);
    return;
  }
  if (message.kind === 'read') source = message.file.name;
  const read = await opened(message);
  if (read.kind !== 'read') {
    say(read);
    return;
  }
  file = roadsIn(read.features);
  const { properties, problems } = file;
  say({ kind: 'read', properties, problems, settings: proposeSettings(file) });
});

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
