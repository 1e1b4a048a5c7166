/** Rows of a file as new placements: shown as a pasted block is, before anything is stored. */
import { useMemo } from 'react';
import { useCampaign } from '../../data/campaign/campaign.ts';
import { useTableWords } from '../../data/table/lines.ts';
import { blockOf, type FileRow } from '../../domain/table/fileRows.ts';
import { COLUMN_NAMES } from './columnNames.ts';
import { PastePreview } from './PastePreview.tsx';

interface Props {
  readonly rows: readonly FileRow[];
  readonly fileName: string;
  readonly onClose: () => void;
}

export function FileRows({ rows, fileName, onClose }: Props) {
  const { sides } = useTableWords();
  const tables = useCampaign((s) => s.tables);
  const pasting = useMemo(() => {
    const { heading, rows: block } = blockOf(rows, COLUMN_NAMES, sides, tables);
    return { block, file: { name: fileName, heading }, targets: [], columns: [] };
  }, [rows, fileName, sides, tables]);
  return <PastePreview pasting={pasting} onClose={onClose} />;
}
