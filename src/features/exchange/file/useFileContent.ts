import { useCallback, useState } from 'react';
import type { Reason } from '../../../domain/model/result.ts';
import type { Ground } from '../../../formats/coordinates/recognising.ts';
import type { Conversion, Reading } from '../../../formats/reading.ts';
import type { Contents, FromContent, ToContent } from './contentWorker.ts';
import { useFileWorker } from './useFileWorker.ts';

interface FileState<As extends keyof Contents> {
  readonly fileName: string;
  readonly content: Contents[As] | null;
  /** What has to be converted first. */
  readonly found: Pick<Reading, 'system' | 'letters'> | null;
  readonly problem: Reason | null;
  readonly reading: boolean;
}

const NOTHING = { fileName: '', content: null, found: null, problem: null, reading: false };

const makeWorker = () => new Worker(new URL('./contentWorker.ts', import.meta.url), { type: 'module' });

/** Reads a file in a worker, which stays for the conversion that may be needed. */
export function useFileContent<As extends keyof Contents>(as: As, ground: Ground | null) {
  const [state, setState] = useState<FileState<As>>(NOTHING);
  const { begin, say, end } = useFileWorker<ToContent, FromContent<As>>(makeWorker);
  const open = useCallback(
    (file: File | null) => {
      end();
      setState(NOTHING);
      if (file === null) return;
      const now = { ...NOTHING, fileName: file.name };
      setState({ ...now, reading: true });
      begin(
        (told) => {
          if (told.kind === 'convert') setState({ ...now, found: told });
          else if (told.kind === 'read') setState({ ...now, content: told.content });
          else setState({ ...now, problem: told.reason });
        },
        (problem) => setState({ ...now, problem }),
      );
      say({ kind: 'read', file, ground, as });
    },
    [begin, say, end, ground, as],
  );
  const convert = useCallback(
    (conversion: Conversion) => {
      setState((s) => ({ ...s, found: null, reading: true }));
      say({ kind: 'convert', conversion, as });
    },
    [say, as],
  );
  return { state, open, convert };
}
