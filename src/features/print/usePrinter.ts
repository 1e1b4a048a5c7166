/** Makes the PDF of a sheet away from the screen; a new job, and leaving, end the one that runs. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Sheet } from '../../documents/checklist/sheet.ts';
import type { FromPrinter } from './printWorker.ts';

/** `of`: the choice that a job is for. */
export type Job = { readonly of: string } & (
  | { readonly step: 'idle' }
  | { readonly step: 'working'; readonly share: number }
  /** `detail`: null where the part that sets pages did not come at all. */
  | { readonly step: 'failed'; readonly detail: string | null }
  | { readonly step: 'done'; readonly url: string; readonly size: number; readonly name: string }
);

export const IDLE: Job = { of: '', step: 'idle' };

export function usePrinter() {
  const [job, setJob] = useState<Job>(IDLE);
  const worker = useRef<Worker | null>(null);
  const url = useRef<string | null>(null);
  const clear = useCallback(() => {
    worker.current?.terminate();
    worker.current = null;
    if (url.current !== null) URL.revokeObjectURL(url.current);
    url.current = null;
  }, []);
  useEffect(() => clear, [clear]);
  const reset = useCallback(() => {
    clear();
    setJob(IDLE);
  }, [clear]);
  const print = (sheet: Sheet, of: string, name: string) => {
    clear();
    setJob({ of, step: 'working', share: 0 });
    const fresh = new Worker(new URL('./printWorker.ts', import.meta.url), { type: 'module' });
    worker.current = fresh;
    fresh.onmessage = (event: MessageEvent<FromPrinter>) => {
      const told = event.data;
      if (told.kind === 'progress') setJob({ of, step: 'working', share: told.share });
      else if (told.kind === 'failed') setJob({ of, step: 'failed', detail: told.detail });
      else {
        url.current = URL.createObjectURL(new Blob([told.pdf], { type: 'application/pdf' }));
        setJob({ of, step: 'done', url: url.current, size: told.pdf.length, name });
      }
    };
    // What fails in the worker has a message; one that could not be loaded has none.
    fresh.onerror = (event) => setJob({ of, step: 'failed', detail: event.message || null });
    fresh.postMessage(sheet);
  };
  return { job, reset, print };
}
