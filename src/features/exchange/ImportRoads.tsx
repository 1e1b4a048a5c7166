/** From a road file to roads of the campaign: choose, look, choose what to take, import as one edit. */
import { Button, Progress } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRow, useTable } from '../../data/campaign/rows.ts';
import { setRenewing, useReshaping } from '../../data/workbench/reshaping.ts';
import { roadLabel } from '../../domain/plan/roads.ts';
import { Dialog } from '../../ui/components/Dialog.tsx';
import { useReason } from '../../ui/reason.ts';
import { ConversionStep } from './ConversionStep.tsx';
import styles from './exchange.module.css';
import { FileDrop } from './FileDrop.tsx';
import { PreviewList } from './PreviewList.tsx';
import { PreviewMap } from './PreviewMap.tsx';
import { SettingsForm } from './SettingsForm.tsx';
import { type Frame, inFrame, onGround, type Scope } from './scope.ts';
import { useChosen } from './useChosen.ts';
import { useGroundBox } from './useGroundBox.ts';
import { type ImportState, type RoadImport, useRoadImport } from './useRoadImport.ts';

export function ImportRoads({ onClose: close }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const narrow = useMediaQuery('(max-width: 700px)') ?? false;
  const roadImport = useRoadImport(useGroundBox());
  const { state } = roadImport;
  const renewing = useRow(
    'road',
    useReshaping((s) => s.renewing),
  );
  const onClose = () => {
    setRenewing(null);
    close();
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      typed={roadImport.changed}
      title={renewing === undefined ? t('import.title') : t('reshape.renew', { road: roadLabel(renewing) })}
      size={state.step === 'preview' ? 1180 : 560}
      fullScreen={narrow}
    >
      {state.step === 'choose' && (
        <FileDrop
          hint={t('import.dropHint')}
          reading={null}
          problem={state.problem}
          onFile={roadImport.open}
        />
      )}
      {state.step === 'reading' && (
        <div className={styles.reading}>
          <p>{t('import.reading', { file: state.fileName })}</p>
          <Progress value={100} animated aria-label={t('import.reading', { file: state.fileName })} />
          <Button variant="default" onClick={roadImport.reset}>
            {t('import.cancel')}
          </Button>
        </div>
      )}
      {state.step === 'convert' && (
        <ConversionStep
          fileName={state.fileName}
          found={state.found}
          onConvert={roadImport.convert}
          onOther={roadImport.reset}
        />
      )}
      {state.step === 'preview' && <Preview state={state} roadImport={roadImport} onClose={onClose} />}
    </Dialog>
  );
}

interface PreviewProps {
  readonly state: Extract<ImportState, { step: 'preview' }>;
  readonly roadImport: RoadImport;
  readonly onClose: () => void;
}

function Preview({ state, roadImport, onClose }: PreviewProps) {
  const { t } = useTranslation();
  const reason = useReason();
  const units = useTable('unit');
  const [scope, setScope] = useState<Scope>('all');
  const [frame, setFrame] = useState<Frame | null>(null);
  const isWanted = useMemo(() => {
    if (scope === 'units') return onGround([...units.values()]);
    return scope === 'frame' && frame !== null ? inFrame(frame) : () => true;
  }, [scope, frame, units]);
  const hasGround = useMemo(() => [...units.values()].some((u) => u.boundary !== null), [units]);
  const chosen = useChosen(state.roads, state.fileName, isWanted);
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
  const accept = () => {
    const done = chosen.accept();
    if (!done.ok) {
      notifications.show({ message: reason(done.reason), color: 'red' });
      return;
    }
    notifications.show({ message: t('import.done', { count: done.value }), color: 'green' });
    onClose();
  };
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
          roads={state.roads}
          problems={state.problems}
          chosen={chosen}
          scope={scope}
          onScope={setScope}
          hasGround={hasGround}
          isWanted={isWanted}
          asked={asked}
          onHover={setHovered}
          onShow={show}
          onJoint={otherwise}
        />
        <PreviewMap
          roads={chosen.all}
          taken={chosen.taken}
          hovered={hovered}
          wanted={wanted}
          onAsk={ask}
          onFrame={setFrame}
        />
      </div>
      <footer className={styles.foot}>
        <Button variant="default" onClick={roadImport.reset}>
          {t(state.working ? 'import.cancel' : 'import.other')}
        </Button>
        <Button disabled={state.working || chosen.taken.size === 0} onClick={accept}>
          {t('import.accept', { count: chosen.taken.size })}
        </Button>
      </footer>
    </div>
  );
}
