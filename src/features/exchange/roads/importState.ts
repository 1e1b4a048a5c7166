/** Where an import of roads is, and what the worker's answers make of it. */
import type { Reason } from '../../../domain/model/result.ts';
import type { ImportSettings, OfferedRoad } from '../../../domain/road/import/planImport.ts';
import type { FileProblem } from '../../../domain/road/import/reading/roadFile.ts';
import type { Reading } from '../../../formats/reading.ts';
import type { FromWorker } from './importWorker.ts';

export type ImportState =
  | { readonly step: 'choose'; readonly problem: Reason | null }
  | { readonly step: 'reading'; readonly fileName: string }
  | {
      readonly step: 'convert';
      readonly fileName: string;
      readonly found: Pick<Reading, 'system' | 'letters'>;
    }
  | {
      readonly step: 'preview';
      readonly fileName: string;
      readonly properties: readonly string[];
      readonly problems: readonly FileProblem[];
      readonly settings: ImportSettings;
      readonly roads: readonly OfferedRoad[];
      readonly done: number;
      readonly all: number;
      readonly working: boolean;
    };

/** `job`: what was asked for last. What the worker tells of an earlier one is passed over: its settings are no more. */
export function afterTold(
  now: ImportState,
  told: FromWorker,
  { fileName, job }: { readonly fileName: string; readonly job: number },
): ImportState {
  if ('job' in told && told.job !== job) return now;
  switch (told.kind) {
    case 'failed':
      return { step: 'choose', problem: told.reason };
    case 'convert':
      return { step: 'convert', fileName, found: told };
    case 'read': {
      const { properties, problems, settings } = told;
      const nothing = { roads: [], done: 0, all: 0, working: true };
      return { step: 'preview', fileName, properties, problems, settings, ...nothing };
    }
    case 'progress': {
      if (now.step !== 'preview') return now;
      return { ...now, roads: [...now.roads, ...told.roads], done: told.done, all: told.all };
    }
    case 'assembled':
      return now.step === 'preview' ? { ...now, working: false } : now;
  }
}
