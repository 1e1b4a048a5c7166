import { useCallback, useEffect, useRef, useState } from 'react';
import type { ImportSettings } from '../../../domain/road/import/planImport.ts';
import type { Ground } from '../../../formats/coordinates/recognising.ts';
import type { Conversion } from '../../../formats/reading.ts';
import { afterTold, type ImportState } from './importState.ts';
import type { FromWorker, ToWorker } from './importWorker.ts';

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
      fresh.onmessage = ({ data: told }: MessageEvent<FromWorker>) => {
        setState((now) => afterTold(now, told, { fileName: file.name, job: job.current }));
        if (told.kind === 'read') assemble(told.settings);
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
