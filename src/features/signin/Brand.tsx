import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './signin.module.css';

export function Brand({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <main className={styles.page}>
      <div className={styles.card}>
        <header className={styles.brand}>
          <img src="./icon.svg" width={40} height={40} alt="" />
          <div>
            <strong>{t('app.name')}</strong>
            <span>{t('signIn.lead')}</span>
          </div>
        </header>
        {children}
      </div>
    </main>
  );
}
