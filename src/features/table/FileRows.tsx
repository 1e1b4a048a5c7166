/** Rows of a file as new placements: shown as a pasted block is, before anything is stored. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
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
  const { t } = useTranslation();
  const { sides } = useTableWords();
  const tables = useCampaign((s) => s.tables);
  const pasting = useMemo(() => {
    const { heading, rows: block } = blockOf(rows, COLUMN_NAMES, sides, tables);
    return { block, heading, targets: [], columns: [] };
  }, [rows, sides, tables]);
  return <PastePreview title={t('paste.fromFile', { file: fileName })} pasting={pasting} onClose={onClose} />;
}
