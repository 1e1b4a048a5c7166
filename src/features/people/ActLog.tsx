/** What administrators did with people, newest first. */
import { Button } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Acts, fetchActs } from '../../data/net/people.ts';
import { useFormat } from '../../ui/format.ts';
import page from '../../ui/page.module.css';
import styles from './people.module.css';
import { useAct } from './useAct.ts';

export function ActLog() {
  const { t } = useTranslation();
  const format = useFormat();
  const [log, setLog] = useState<Acts | null>(null);
  const { does, busy, problem } = useAct();
  const load = useCallback(async (before: Acts | null) => {
    const next = await fetchActs(before?.acts.at(-1)?.id ?? null);
    setLog({ acts: [...(before?.acts ?? []), ...next.acts], more: next.more });
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it opens
  useEffect(() => void does(() => load(null)), []);
  return (
    <section className={page.page}>
      {problem !== null && (
        <p role="alert" className={page.problem}>
          {problem.text}
        </p>
      )}
      {log?.acts.length === 0 && <p className={page.soft}>{t('acts.none')}</p>}
      {log !== null && log.acts.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: on a narrow screen it is scrolled sideways, by keys too
        <section className={page.scroll} aria-label={t('people.tab.acts')} tabIndex={0}>
          <table className={`${page.table} ${styles.stacked}`}>
            <thead>
              <tr>
                <th scope="col">{t('acts.when')}</th>
                <th scope="col">{t('acts.by')}</th>
                <th scope="col">{t('acts.what')}</th>
                <th scope="col">{t('acts.about')}</th>
              </tr>
            </thead>
            <tbody>
              {log.acts.map((act) => (
                <tr key={act.id}>
                  <td>{format.dayTime(act.at)}</td>
                  <td>{act.via === 'person' ? act.by : t(`acts.via.${act.via}`)}</td>
                  <td>
                    {t(
                      act.act === 'added' && act.params.role === undefined
                        ? 'act.added-only'
                        : `act.${act.act}`,
                      {
                        ...act.params,
                        role: act.params.role === undefined ? '' : t(`role.${act.params.role}`),
                        campaign: act.campaign ?? t('people.everyCampaign'),
                      },
                    )}
                  </td>
                  <td>{act.about}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {log?.more === true && (
        <Button variant="default" mt="sm" loading={busy} onClick={() => void does(() => load(log))}>
          {t('acts.more')}
        </Button>
      )}
    </section>
  );
}
