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
  // Of the plan the roads alone: what somebody else changes meanwhile has nothing read again.
  const road = useCampaign((s) => s.tables.road);
  const pasting = useMemo(() => {
    const { heading, rows: block } = blockOf(rows, COLUMN_NAMES, sides, { road });
    return { block, file: { name: fileName, heading }, targets: [], columns: [] };
  }, [rows, fileName, sides, road]);
  return <PastePreview pasting={pasting} onClose={onClose} />;
}
