import { IconAlertOctagon, IconAlertTriangle } from '@tabler/icons-react';
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlacementLine } from '../../data/derived/lines.ts';
import { type Finding, markOf } from '../../domain/checks/finding.ts';
import type { CellColumn } from '../../domain/table/cells.ts';
import { AssetSymbol } from '../../ui/symbols/AssetSymbol.tsx';
import { useCellTexts } from './cellText.ts';
import type { GridColumn } from './columns.ts';
import styles from './table.module.css';

interface Props {
  readonly line: PlacementLine;
  readonly columns: readonly GridColumn[];
  readonly active: CellColumn | null;
  readonly findings: readonly Finding[] | undefined;
  readonly editor: ReactNode;
}

export const LineCells = memo(function LineCells({ line, columns, active, findings, editor }: Props) {
  const texts = useCellTexts();
  return columns.map(({ id, width, pinnedAt }) => {
    const numeric = id === 'quantity' || id === 'cost' || id === 'spacing';
    const edited = active === id && editor !== null;
    return (
      <td
        key={id}
        data-column={id}
        className={`${styles[id] ?? ''} ${numeric ? styles.numeric : ''} ${pinnedAt === null ? '' : styles.pinned} ${active === id ? styles.active : ''}`}
        style={{ width, ...(pinnedAt === null ? {} : { left: pinnedAt }) }}
      >
        {edited ? (
          editor
        ) : id === 'type' ? (
          <span className={styles.withSymbol}>
            <AssetSymbol shape={line.shape} colour={line.colour} glyph={line.glyph} size={18} />
            {line.type}
            <Sign findings={findings} />
          </span>
        ) : (
          texts.show(line, id)
        )}
      </td>
    );
  });
});

function Sign({ findings }: { readonly findings: readonly Finding[] | undefined }) {
  const { t } = useTranslation();
  const mark = markOf(findings ?? []);
  if (mark === null) return null;
  const label = t('table.hasFindings', { count: findings?.length ?? 0 });
  return mark === 'error' ? (
    <IconAlertOctagon size={15} className={styles.error} aria-label={label} />
  ) : (
    <IconAlertTriangle size={15} className={styles.warning} aria-label={label} />
  );
}
