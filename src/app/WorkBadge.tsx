/** How many of one's own tasks are due or late, on the rail. */
import { useTranslation } from 'react-i18next';
import { todayOf, useCampaignRow } from '../data/campaign/rows.ts';
import { useMine } from '../data/work/person.ts';
import { standingOf } from '../domain/checklist/task.ts';
import styles from './shell.module.css';

export function WorkBadge() {
  const { t } = useTranslation();
  const campaign = useCampaignRow();
  const mine = useMine();
  const today = campaign === undefined ? '' : todayOf(campaign);
  const count = mine.filter((task) => ['late', 'today'].includes(standingOf(task, today))).length;
  if (count === 0) return null;
  return (
    <span className={styles.badge} title={t('checklists.badge', { count })}>
      {count > 99 ? '99+' : count}
    </span>
  );
}
