/** The roads of a file: a list beside a map, and what is done with those that are chosen. */
import { Button, Progress } from '@mantine/core';
import { type ReactNode, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Road } from '../../../domain/model/entities/road.ts';
import styles from '../exchange.module.css';
import type { ImportState } from './importState.ts';
import { PreviewList } from './PreviewList.tsx';
import { PreviewMap } from './PreviewMap.tsx';
import { SettingsForm } from './SettingsForm.tsx';
import type { Chosen } from './useChosen.ts';
import type { RoadImport } from './useRoadImport.ts';
import type { Scoped } from './useScope.ts';

export type Previewed = Extract<ImportState, { step: 'preview' }>;

interface Props {
  readonly state: Previewed;
  readonly roadImport: RoadImport;
  readonly chosen: Chosen;
  readonly scoped: Scoped;
  /** The road for which one line is chosen; null: any number of new roads. */
  readonly renews: Road | null;
  /** The button that goes on. */
  readonly children: ReactNode;
}

export function Preview({ state, roadImport, chosen, scoped, renews, children }: Props) {
  const { t } = useTranslation();
  const [hovered, setHovered] = useState<string | null>(null);
  const [asked, setAsked] = useState<string | null>(null);
  // An object each time: the same road may be asked for twice.
  const [wanted, setWanted] = useState<{ readonly key: string } | null>(null);
  const ask = useCallback((key: string) => {
    setAsked(key);
    setHovered(key);
  }, []);
  const show = useCallback((key: string) => {
    setWanted({ key });
    setHovered(key);
  }, []);
  const otherwise = (key: string) =>
    roadImport.reassemble((now) => ({
      ...now,
      otherwise: now.otherwise.includes(key)
        ? now.otherwise.filter((k) => k !== key)
        : [...now.otherwise, key],
    }));
  return (
    <div className={styles.preview}>
      <SettingsForm state={state} onChange={roadImport.reassemble} />
      {state.working && (
        <div className={styles.working}>
          <Progress
            value={state.all === 0 ? 0 : (state.done / state.all) * 100}
            aria-label={t('import.working', { done: state.done, all: state.all })}
          />
          <span>{t('import.working', { done: state.done, all: state.all })}</span>
        </div>
      )}
      <div className={styles.columns}>
        <PreviewList
          roads={renews === null ? state.roads : chosen.all}
          problems={state.problems}
          working={state.working}
          chosen={chosen}
          scoped={scoped}
          renews={renews}
          asked={asked}
          onHover={setHovered}
          onShow={show}
          onJoint={otherwise}
        />
        <PreviewMap
          roads={chosen.all}
          taken={chosen.taken}
          scoped={scoped}
          hovered={hovered}
          wanted={wanted}
          onAsk={ask}
        />
      </div>
      <footer className={styles.foot}>
        <Button variant="default" onClick={roadImport.reset}>
          {t(state.working ? 'import.cancel' : 'import.other')}
        </Button>
        {children}
      </footer>
    </div>
  );
}
