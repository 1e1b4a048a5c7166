import { useCallback, useEffect, useRef } from 'react';
import type { Reason } from '../../../domain/model/result.ts';

interface FileWorker<To, From> {
  /** Begins anew: what was at work is ended, its answers come no more. `failed`: it broke down, or was never fetched. */
  readonly begin: (told: (message: From) => void, failed: (problem: Reason) => void) => void;
  readonly say: (message: To) => void;
  readonly end: () => void;
}

/**
 * A worker that reads one file after the other, each in a fresh one. The next waits before it is asked for, since a slow
 * phone takes its time to fetch and start one; `make` is the same function each time.
 */
export function useFileWorker<To, From>(make: () => Worker): FileWorker<To, From> {
  const working = useRef<Worker | null>(null);
  const spare = useRef<Worker | null>(null);
  const prepare = useCallback(() => {
    const made = make();
    // Without a network it does not come; whoever needs it then makes another, and is told what that one says.
    made.onerror = () => {
      if (spare.current === made) spare.current = null;
    };
    spare.current = made;
  }, [make]);
  const end = useCallback(() => {
    working.current?.terminate();
    working.current = null;
    // Not while the first is at work: a phone has little to share.
    if (spare.current === null) prepare();
  }, [prepare]);
  useEffect(() => {
    prepare();
    return () => {
      for (const one of [working, spare]) {
        one.current?.terminate();
        one.current = null;
      }
    };
  }, [prepare]);
  const begin = useCallback(
    (told: (message: From) => void, failed: (problem: Reason) => void) => {
      working.current?.terminate();
      const fresh = spare.current ?? make();
      spare.current = null;
      working.current = fresh;
      fresh.onmessage = ({ data }: MessageEvent<From>) => told(data);
      fresh.onerror = (event) => {
        console.error('reading the file failed:', event.message);
        failed({ code: navigator.onLine ? 'file.failed' : 'no-answer' });
      };
    },
    [make],
  );
  const say = useCallback((message: To) => working.current?.postMessage(message), []);
  return { begin, say, end };
}
