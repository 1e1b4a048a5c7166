/** What stands around the pages of no campaign: the product, the ways between them, and the person. */
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { openSession, useRulesAll, useRulesAny } from '../data/net/session.ts';
import { AccountMenu } from './AccountMenu.tsx';
import styles from './home.module.css';

export function HomeFrame({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  const [at] = useLocation();
  // These pages hold no stream: whether the session still stands, and what there is, is asked when they open.
  useEffect(() => void openSession(), []);
  const [rulesAny, rulesAll] = [useRulesAny(), useRulesAll()];
  const pages = [
    ['/', 'home.campaigns'] as const,
    ...(rulesAny ? [['/people', 'top.people'] as const] : []),
    ...(rulesAll ? [['/backup', 'top.backup'] as const] : []),
  ];
  return (
    <div className={styles.frame}>
      <header className={styles.bar}>
        <Link href="/" className={styles.brand} aria-label={t('app.name')}>
          <img src="./icon.svg" width={30} height={30} alt="" />
          <strong>{t('app.name')}</strong>
        </Link>
        <nav className={styles.pages} aria-label={t('nav.main')}>
          {pages.map(([href, name]) => (
            <Link key={href} href={href} aria-current={at === href ? 'page' : undefined}>
              {t(name)}
            </Link>
          ))}
        </nav>
        <AccountMenu />
      </header>
      <div className={styles.content}>{children}</div>
    </div>
  );
}
