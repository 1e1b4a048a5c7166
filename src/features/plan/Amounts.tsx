import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Preview } from '../../domain/plan/preview.ts';
import { useFormat } from '../../ui/format.ts';
import styles from './plan.module.css';

/** Quantity, cost and store, and what the rule left out: what one wants to know before pressing the red button. */
export function Amounts({ preview, unitName }: { readonly preview: Preview; readonly unitName: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const short = preview.left < 0;
  return (
    <>
      <dl className={styles.sum}>
        <dt>{t('draft.quantity')}</dt>
        <dd>
          <b className={styles.big}>{format.number(preview.quantity)}</b> {unitName}
        </dd>
        <dt>{t('draft.cost')}</dt>
        <dd>
          <b>{format.money(preview.cost)}</b>
        </dd>
        <dt>{t(short ? 'draft.stockShort' : 'draft.stockLeft')}</dt>
        <dd className={short ? styles.bad : undefined}>
          {short && <IconAlertTriangle size={15} aria-hidden />}{' '}
          <b>{format.number(Math.abs(preview.left))}</b>
        </dd>
      </dl>
      {preview.excepted > 0 && (
        <p className={styles.check}>
          <IconCircleCheck size={17} aria-hidden />{' '}
          {t('draft.excepted', { count: format.number(preview.excepted) })}
        </p>
      )}
    </>
  );
}
