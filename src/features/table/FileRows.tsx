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
  const { sides, offRoad } = useTableWords();
  // Of the plan the ground alone: what somebody else changes meanwhile has nothing read again.
  const road = useCampaign((s) => s.tables.road);
  const unit = useCampaign((s) => s.tables.unit);
  const pasting = useMemo(() => {
    const called = { left: sides.left, right: sides.right, offRoad };
    const { heading, rows: block, found } = blockOf(rows, COLUMN_NAMES, called, { road, unit });
    return { block, file: { name: fileName, heading, found }, targets: [], columns: [] };
  }, [rows, fileName, sides, offRoad, road, unit]);
  return <PastePreview pasting={pasting} onClose={onClose} />;
}
