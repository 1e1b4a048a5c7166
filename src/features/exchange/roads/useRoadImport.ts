import { useCallback, useRef, useState } from 'react';
import type { ImportSettings } from '../../../domain/road/import/planImport.ts';
import type { Ground } from '../../../formats/coordinates/recognising.ts';
import type { Conversion } from '../../../formats/reading.ts';
import { useFileWorker } from '../file/useFileWorker.ts';
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

const makeWorker = () => new Worker(new URL('./importWorker.ts', import.meta.url), { type: 'module' });

/** Drives the worker; ending it is how work is cancelled. Roads whose settings changed meanwhile are not mixed in. */
export function useRoadImport(ground: Ground | null): RoadImport {
  const [state, setState] = useState<ImportState>({ step: 'choose', problem: null });
  const { begin, say, end } = useFileWorker<ToWorker, FromWorker>(makeWorker);
  const job = useRef(0);
  const reset = useCallback(() => {
    end();
    settingsNow.current = null;
    setState({ step: 'choose', problem: null });
  }, [end]);

  const settingsNow = useRef<{ now: ImportSettings; guessed: ImportSettings } | null>(null);
  const assemble = useCallback(
    (settings: ImportSettings) => {
      settingsNow.current = { now: settings, guessed: settingsNow.current?.guessed ?? settings };
      setState((s) =>
        s.step === 'preview' ? { ...s, settings, roads: [], done: 0, all: 0, working: true } : s,
      );
      job.current++;
      say({ kind: 'assemble', job: job.current, settings });
    },
    [say],
  );

  const open = useCallback(
    (file: File) => {
      settingsNow.current = null;
      setState({ step: 'reading', fileName: file.name });
      begin(
        (told) => {
          setState((now) => afterTold(now, told, { fileName: file.name, job: job.current }));
          if (told.kind === 'read') assemble(told.settings);
        },
        (problem) => setState({ step: 'choose', problem }),
      );
      say({ kind: 'read', file, ground });
    },
    [begin, say, assemble, ground],
  );
  return {
    state,
    open,
    convert: (conversion) => {
      setState((s) => (s.step === 'convert' ? { step: 'reading', fileName: s.fileName } : s));
      say({ kind: 'convert', conversion });
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
