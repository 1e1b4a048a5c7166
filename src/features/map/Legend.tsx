import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useTable } from '../../data/hooks.ts';
import { PLACEMENT_STATES } from '../../domain/edit/states.ts';
import { LINES } from '../../ui/symbols/sprites.ts';
import styles from './map.module.css';

/** The states that occur in the plan, as their lines are drawn. */
export function Legend() {
  const { t } = useTranslation();
  const placements = useTable('placement');
  const states = useMemo(() => {
    const present = new Set([...placements.values()].map((p) => p.state));
    return PLACEMENT_STATES.filter((s) => present.has(s));
  }, [placements]);
  if (states.length === 0) return null;
  return (
    <ul className={styles.legend} aria-label={t('map.legend')}>
      {states.map((state) => (
        <li key={state}>
          <svg width="24" height="8" aria-hidden="true">
            <path
              d="M0 4h24"
              stroke={LINES[state].colour}
              strokeWidth={LINES[state].width}
              strokeDasharray={LINES[state].dash.join(' ')}
            />
          </svg>
          {t(`state.${state}`)}
        </li>
      ))}
    </ul>
  );
}
