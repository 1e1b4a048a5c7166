import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/format.ts';
import type { DisplayRow } from './arrange.ts';
import styles from './table.module.css';

interface Props {
  readonly row: Extract<DisplayRow, { kind: 'group' }>;
  readonly index: number;
  readonly folded: boolean;
  readonly style: CSSProperties;
  readonly onFold: () => void;
}

export function GroupRow({ row, index, folded, style, onFold }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <tr className={styles.group} style={style} aria-rowindex={index + 2}>
      <td colSpan={99}>
        <button type="button" aria-expanded={!folded} onClick={onFold}>
          {folded ? <IconChevronRight size={15} aria-hidden /> : <IconChevronDown size={15} aria-hidden />}
          <b>{row.name === '' ? t('table.without') : row.name}</b>
          <span>
            {t('table.total', {
              rows: format.number(row.count),
              quantity: format.number(row.quantity),
              cost: format.money(row.cost),
            })}
          </span>
        </button>
      </td>
    </tr>
  );
}
