import { useTranslation } from 'react-i18next';
import type { Person } from '../../data/net/people.ts';
import { useFormat } from '../../ui/format.ts';
import styles from './people.module.css';

/** Whether a person gets in, in words. */
export function Standing({ person }: { readonly person: Person }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (person.locked) return <span className={styles.locked}>{t('people.state.locked')}</span>;
  if (person.ready) return <span className={styles.ready}>{t('people.state.ready')}</span>;
  return (
    <span className={styles.waits}>
      {person.linkUntil === null
        ? t('people.state.noPassword')
        : t('people.state.invited', { day: format.day(person.linkUntil) })}
    </span>
  );
}
