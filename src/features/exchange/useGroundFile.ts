import { useCallback, useEffect, useRef, useState } from 'react';
import type { GroundFeature } from '../../domain/ground/groundFile.ts';
import type { Reason } from '../../domain/model/result.ts';
import type { Ground } from '../../formats/coordinates/recognising.ts';
import type { Conversion, Reading } from '../../formats/reading.ts';
import type { FromGround, ToGround } from './groundWorker.ts';

export interface GroundFileState {
  readonly fileName: string;
  readonly features: readonly GroundFeature[] | null;
  /** What has to be converted first. */
  readonly found: Pick<Reading, 'system' | 'letters'> | null;
  readonly problem: Reason | null;
}

const NOTHING: GroundFileState = { fileName: '', features: null, found: null, problem: null };

/** Reads a file of the ground in a worker, which stays for the conversion that may be needed. */
export function useGroundFile(ground: Ground | null) {
  const [state, setState] = useState<GroundFileState>(NOTHING);
  const worker = useRef<Worker | null>(null);
  useEffect(() => () => worker.current?.terminate(), []);
  const open = useCallback(
    (file: File | null) => {
      worker.current?.terminate();
      setState(NOTHING);
      if (file === null) return;
      const now = { ...NOTHING, fileName: file.name };
      const fresh = new Worker(new URL('./groundWorker.ts', import.meta.url), { type: 'module' });
      worker.current = fresh;
      fresh.onmessage = ({ data }: MessageEvent<FromGround>) => {
        if (data.kind === 'convert') setState({ ...now, found: data });
        else if (data.features.ok) setState({ ...now, features: data.features.value });
        else setState({ ...now, problem: data.features.reason });
      };
      fresh.onerror = (event) => {
        console.error('reading the file failed:', event.message);
        setState({ ...now, problem: { code: 'file.failed' } });
      };
      fresh.postMessage({ kind: 'read', file, ground } satisfies ToGround);
    },
    [ground],
  );
  const convert = useCallback((conversion: Conversion) => {
    worker.current?.postMessage({ kind: 'convert', conversion } satisfies ToGround);
  }, []);
  return { state, open, convert };
}
