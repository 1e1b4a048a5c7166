/** The plan as a table: the same rows, selection, hover and filter as map and diagram. */
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCampaign } from '../../data/campaign/campaign.ts';
import { useLines, warmSearch } from '../../data/table/lines.ts';
import { useMatchingLines } from '../../data/table/matching.ts';
import { useTableView } from '../../data/table/tableView.ts';
import { useView } from '../../data/workbench/view.ts';
import { isFiltering } from '../../domain/table/filter.ts';
import { groupLines, sortLines } from './arrange.ts';
import { Grid } from './Grid.tsx';
import { PastePreview, type Pasting } from './PastePreview.tsx';
import { TableBar } from './TableBar.tsx';
import styles from './table.module.css';
import { useTotals } from './totals.ts';

export function PlacementTable() {
  const { t } = useTranslation();
  const lines = useMatchingLines();
  const sorting = useTableView((s) => s.sorting);
  const group = useTableView((s) => s.group);
  const filter = useView((s) => s.filter);
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [pasting, setPasting] = useState<Pasting | null>(null);
  const sorted = useMemo(() => sortLines(lines, sorting), [lines, sorting]);
  const rows = useMemo(() => groupLines(sorted, group, folded), [sorted, group, folded]);
  const totals = useTotals(lines);
  const all = useLines();
  const tables = useCampaign((s) => s.tables);
  useEffect(() => warmSearch(all, tables), [all, tables]);
  return (
    <div className={styles.wrap}>
      <TableBar lines={sorted} totals={totals} />
      {rows.length === 0 ? (
        <p className={styles.empty}>
          {isFiltering(filter)
            ? t('table.noMatch', {
                text: filter.text.trim() === '' ? t('table.filters') : filter.text.trim(),
              })
            : t('table.empty')}
        </p>
      ) : (
        <Grid
          rows={rows}
          folded={folded}
          onFold={(name) => {
            const next = new Set(folded);
            if (!next.delete(name)) next.add(name);
            setFolded(next);
          }}
          onPaste={setPasting}
        />
      )}
      {pasting !== null && <PastePreview pasting={pasting} onClose={() => setPasting(null)} />}
    </div>
  );
}
