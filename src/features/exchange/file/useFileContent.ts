import { useCallback, useEffect, useRef, useState } from 'react';
import type { Reason } from '../../../domain/model/result.ts';
import type { Ground } from '../../../formats/coordinates/recognising.ts';
import type { Conversion, Reading } from '../../../formats/reading.ts';
import type { Contents, FromContent, ToContent } from './contentWorker.ts';

interface FileState<As extends keyof Contents> {
  readonly fileName: string;
  readonly content: Contents[As] | null;
  /** What has to be converted first. */
  readonly found: Pick<Reading, 'system' | 'letters'> | null;
  readonly problem: Reason | null;
  readonly reading: boolean;
}

const NOTHING = { fileName: '', content: null, found: null, problem: null, reading: false };

/** Reads a file in a worker, which stays for the conversion that may be needed. */
export function useFileContent<As extends keyof Contents>(as: As, ground: Ground | null) {
  const [state, setState] = useState<FileState<As>>(NOTHING);
  const worker = useRef<Worker | null>(null);
  useEffect(() => () => worker.current?.terminate(), []);
  const open = useCallback(
    (file: File | null) => {
      worker.current?.terminate();
      setState(NOTHING);
      if (file === null) return;
      const now = { ...NOTHING, fileName: file.name };
      setState({ ...now, reading: true });
      const fresh = new Worker(new URL('./contentWorker.ts', import.meta.url), { type: 'module' });
      worker.current = fresh;
      fresh.onmessage = ({ data }: MessageEvent<FromContent<As>>) => {
        if (data.kind === 'convert') setState({ ...now, found: data });
        else if (data.kind === 'read') setState({ ...now, content: data.content });
        else setState({ ...now, problem: data.reason });
      };
      fresh.onerror = (event) => {
        console.error('reading the file failed:', event.message);
        setState({ ...now, problem: { code: 'file.failed' } });
      };
      fresh.postMessage({ kind: 'read', file, ground, as } satisfies ToContent);
    },
    [ground, as],
  );
  const convert = useCallback(
    (conversion: Conversion) => {
      setState((s) => ({ ...s, found: null, reading: true }));
      worker.current?.postMessage({ kind: 'convert', conversion, as } satisfies ToContent);
    },
    [as],
  );
  return { state, open, convert };
}
