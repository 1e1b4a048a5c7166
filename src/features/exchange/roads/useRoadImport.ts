import { useCallback, useEffect, useRef, useState } from 'react';
import type { Reason } from '../../../domain/model/result.ts';
import type { ImportSettings, OfferedRoad } from '../../../domain/road/import/planImport.ts';
import type { FileProblem } from '../../../domain/road/import/reading/roadFile.ts';
import type { Ground } from '../../../formats/coordinates/recognising.ts';
import type { Conversion, Reading } from '../../../formats/reading.ts';
import type { FromWorker, ToWorker } from './importWorker.ts';

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

export interface RoadImport {
  readonly state: ImportState;
  readonly open: (file: File) => void;
  readonly convert: (conversion: Conversion) => void;
  readonly reassemble: (change: (now: ImportSettings) => ImportSettings) => void;
  /** Whether its settings are no longer those that were guessed. */
  readonly changed: () => boolean;
  readonly reset: () => void;
}

/** Drives the worker; ending it is how work is cancelled. Roads whose settings changed meanwhile are not mixed in. */
export function useRoadImport(ground: Ground | null): RoadImport {
  const [state, setState] = useState<ImportState>({ step: 'choose', problem: null });
  const worker = useRef<Worker | null>(null);
  const job = useRef(0);
  const reset = useCallback(() => {
    worker.current?.terminate();
    worker.current = null;
    settingsNow.current = null;
    setState({ step: 'choose', problem: null });
  }, []);
  useEffect(() => () => worker.current?.terminate(), []);

  const settingsNow = useRef<{ now: ImportSettings; guessed: ImportSettings } | null>(null);
  const assemble = useCallback((settings: ImportSettings) => {
    settingsNow.current = { now: settings, guessed: settingsNow.current?.guessed ?? settings };
    setState((s) =>
      s.step === 'preview' ? { ...s, settings, roads: [], done: 0, all: 0, working: true } : s,
    );
    job.current++;
    worker.current?.postMessage({ kind: 'assemble', job: job.current, settings } satisfies ToWorker);
  }, []);

  const open = useCallback(
    (file: File) => {
      worker.current?.terminate();
      settingsNow.current = null;
      const fresh = new Worker(new URL('./importWorker.ts', import.meta.url), { type: 'module' });
      worker.current = fresh;
      setState({ step: 'reading', fileName: file.name });
      fresh.onmessage = (event: MessageEvent<FromWorker>) => {
        const told = event.data;
        // Of settings that are no longer asked for.
        if ('job' in told && told.job !== job.current) return;
        if (told.kind === 'failed') setState({ step: 'choose', problem: told.reason });
        else if (told.kind === 'convert') setState({ step: 'convert', fileName: file.name, found: told });
        else if (told.kind === 'read') {
          const { properties, problems, settings } = told;
          setState({
            step: 'preview',
            fileName: file.name,
            properties,
            problems,
            settings,
            roads: [],
            done: 0,
            all: 0,
            working: true,
          });
          assemble(settings);
        } else if (told.kind === 'progress')
          setState((s) =>
            s.step === 'preview'
              ? { ...s, roads: [...s.roads, ...told.roads], done: told.done, all: told.all }
              : s,
          );
        else setState((s) => (s.step === 'preview' ? { ...s, working: false } : s));
      };
      fresh.onerror = (event) => {
        console.error('reading the file failed:', event.message);
        setState({ step: 'choose', problem: { code: 'file.failed' } });
      };
      fresh.postMessage({ kind: 'read', file, ground } satisfies ToWorker);
    },
    [assemble, ground],
  );
  return {
    state,
    open,
    convert: (conversion) => {
      setState((s) => (s.step === 'convert' ? { step: 'reading', fileName: s.fileName } : s));
      worker.current?.postMessage({ kind: 'convert', conversion } satisfies ToWorker);
    },
    reassemble: (change) => {
      // Asked for between two renderings too: by a field that is finished while another setting is picked.
      if (settingsNow.current !== null) assemble(change(settingsNow.current.now));
    },
    changed: () =>
      settingsNow.current !== null &&
      JSON.stringify(settingsNow.current.now) !== JSON.stringify(settingsNow.current.guessed),
    reset,
  };
}
