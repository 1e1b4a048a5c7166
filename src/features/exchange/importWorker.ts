/** Reads and joins a road file off the main thread; says how far it is, and is ended by whoever started it. */

import type { Reason } from '../../domain/model/result.ts';
import {
  type AssembledRoad,
  assembleRoad,
  DEFAULT_MAX_GAP,
  proposePieces,
} from '../../domain/road/import/assemble.ts';
import {
  type Columns,
  type FileProblem,
  groupFeatures,
  guessColumns,
  type Pieces,
  type RoadFile,
  type RoadGroup,
  readRoadFile,
} from '../../domain/road/import/roadFile.ts';

export interface ImportSettings {
  readonly columns: Columns;
  readonly pieces: Pieces;
  readonly maxGap: number;
}

export type ToWorker =
  | { readonly kind: 'read'; readonly file: File }
  | { readonly kind: 'assemble'; readonly settings: ImportSettings };

/** A road of the preview; features stay in the worker, the page needs only the outcome. */
export interface PreviewRoad {
  readonly key: string;
  readonly code: string;
  readonly name: string;
  readonly featureNumber: number;
  readonly leftOut: RoadGroup['leftOut'];
  readonly road: Pick<
    AssembledRoad,
    'fields' | 'lengthM' | 'parts' | 'gaps' | 'leftOverM' | 'warnings'
  > | null;
  readonly refusal: Reason | null;
}

export type FromWorker =
  | { readonly kind: 'failed'; readonly reason: Reason }
  | {
      readonly kind: 'read';
      readonly properties: readonly string[];
      readonly problems: readonly FileProblem[];
      readonly settings: ImportSettings;
    }
  | {
      readonly kind: 'progress';
      readonly done: number;
      readonly all: number;
      readonly roads: readonly PreviewRoad[];
    }
  | { readonly kind: 'assembled' };

/** Roads sent at once, and portions at the most: often enough to watch, seldom enough not to slow the page. */
const PORTION = 40;
const PORTIONS = 100;

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
    const read = readRoadFile(new Uint8Array(await message.file.arrayBuffer()));
    if (!read.ok) {
      say({ kind: 'failed', reason: read.reason });
      return;
    }
    file = read.value;
    const columns = guessColumns(file);
    const maxGap = DEFAULT_MAX_GAP;
    const settings = { columns, pieces: proposePieces(file, columns, maxGap), maxGap };
    say({ kind: 'read', properties: file.properties, problems: file.problems, settings });
  } else if (file !== null) assembleAll(file, message.settings);
}

function assembleAll(from: RoadFile, settings: ImportSettings): void {
  const groups = groupFeatures(from, settings.columns, settings.pieces);
  const portion = Math.max(PORTION, Math.ceil(groups.length / PORTIONS));
  for (let i = 0; i < groups.length; i += portion) {
    const roads = groups.slice(i, i + portion).map((group) => preview(group, settings.maxGap));
    say({ kind: 'progress', done: Math.min(groups.length, i + portion), all: groups.length, roads });
  }
  say({ kind: 'assembled' });
}

function preview(group: RoadGroup, maxGap: number): PreviewRoad {
  const made = assembleRoad(group, source, maxGap);
  const base = {
    key: group.key,
    code: group.code,
    name: group.name,
    featureNumber: group.features[0]?.number ?? 0,
    leftOut: group.leftOut,
  };
  if (!made.ok) return { ...base, road: null, refusal: made.reason };
  const { fields, lengthM, parts, gaps, leftOverM, warnings, jumps } = made.value;
  return {
    ...base,
    ...(jumps ? { leftOut: 'jump' as const } : {}),
    road: { fields, lengthM, parts, gaps, leftOverM, warnings },
    refusal: null,
  };
}
