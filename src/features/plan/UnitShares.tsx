/** How a placement without a unit of its own divides among those whose ground it stands on. */
import { useTranslation } from 'react-i18next';
import { useCampaign } from '../../data/campaign/campaign.ts';
import type { Placement } from '../../domain/model/entities/placement.ts';
import { unitShares } from '../../domain/plan/shares.ts';
import { useFormat } from '../../ui/format.ts';
import styles from './plan.module.css';

export function UnitShares({ row }: { readonly row: Placement }) {
  const { t } = useTranslation();
  const format = useFormat();
  const tables = useCampaign((s) => s.tables);
  if (row.unitId !== null) return null;
  const shares = [...unitShares(tables, row)].filter(([, n]) => n > 0);
  if (shares.length === 0 || (shares.length === 1 && shares[0]?.[0] === null)) return null;
  return (
    <div className={styles.shares}>
      <div className={styles.shareBar} aria-hidden>
        {shares.map(([id, n]) => (
          <span key={id} style={{ flexGrow: n }} />
        ))}
      </div>
      <ul>
        {shares.map(([id, n]) => (
          <li key={id}>
            {tables.unit.get(id ?? '')?.name ?? t('unit.none')} <b>{format.number(n)}</b>
          </li>
        ))}
      </ul>
    </div>
  );
}
