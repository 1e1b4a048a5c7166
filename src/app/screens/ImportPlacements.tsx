/** New placements from a file: it is chosen and read, then shown row by row before anything is stored. */
import { useCallback, useState } from 'react';
import type { FileRow } from '../../domain/table/fileRows.ts';
import { PlacementFile } from '../../features/exchange/PlacementFile.tsx';
import { FileRows } from '../../features/table/FileRows.tsx';

interface Read {
  readonly rows: readonly FileRow[];
  readonly fileName: string;
}

export function ImportPlacements({ onClose }: { readonly onClose: () => void }) {
  const [read, setRead] = useState<Read | null>(null);
  const onRead = useCallback((rows: readonly FileRow[], fileName: string) => setRead({ rows, fileName }), []);
  return read === null ? (
    <PlacementFile onRead={onRead} onClose={onClose} />
  ) : (
    <FileRows rows={read.rows} fileName={read.fileName} onClose={onClose} />
  );
}
