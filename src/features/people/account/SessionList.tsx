/** Where somebody is signed in: which device, and when it was last used. */
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OpenedSession } from '../../../data/net/people.ts';
import { useFormat } from '../../../ui/format.ts';
import page from '../../../ui/page.module.css';
import styles from '../people.module.css';

interface Props {
  readonly sessions: readonly OpenedSession[];
  /** Ends one; absent where they end together. */
  readonly onEnd?: (id: string) => void;
}

export function SessionList({ sessions, onEnd }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  if (sessions.length === 0) return <p className={page.soft}>{t('people.noSessions')}</p>;
  return (
    <ul className={styles.sessions}>
      {sessions.map((s) => (
        <li key={s.id}>
          <span>
            {s.own ? (
              <>
                {deviceOf(s.device)} · <b>{t('people.sessionHere')}</b>
              </>
            ) : (
              t('people.session', { device: deviceOf(s.device), time: format.time(s.used) })
            )}
          </span>
          {onEnd !== undefined && !s.own && (
            <Button size="compact-sm" variant="default" onClick={() => onEnd(s.id)}>
              {t('account.end')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

const SYSTEMS = ['Android', 'iPhone', 'iPad', 'Windows', 'Mac OS', 'CrOS', 'Linux'] as const;
const BROWSERS = [
  ['Edg/', 'Edge'],
  ['coc_coc', 'Cốc Cốc'],
  ['OPR/', 'Opera'],
  ['Firefox/', 'Firefox'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
] as const;

/** «Chrome, Windows»: of what a browser says of itself, what people know it by. */
function deviceOf(agent: string): string {
  const browser = BROWSERS.find(([mark]) => agent.includes(mark))?.[1];
  const system = SYSTEMS.find((name) => agent.includes(name));
  return [browser, system].filter((x) => x !== undefined).join(', ') || agent.slice(0, 40) || '?';
}
