/** The type of a placement: its symbol, its name, and whether rules have something to say. */
import { IconAlertOctagon, IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { markOf } from '../../../domain/checks/finding.ts';
import { AssetSymbol } from '../../../ui/symbols/AssetSymbol.tsx';
import styles from '../table.module.css';
import type { CellProps } from './LineCells.tsx';

export function TypeCell({ line: { type, cells }, findings }: CellProps) {
  return (
    <span className={styles.withSymbol}>
      <AssetSymbol
        shape={type?.shape ?? 'pano'}
        colour={type?.colour ?? 'red'}
        glyph={type?.glyph ?? ''}
        size={18}
      />
      {cells.type}
      <Sign findings={findings} />
    </span>
  );
}

function Sign({ findings }: Pick<CellProps, 'findings'>) {
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
