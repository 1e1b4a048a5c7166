/** From a road file to roads of the campaign: choose, look, choose what to take, import as one edit. */
import { Button, Progress } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { useRow } from '../../../data/campaign/rows.ts';
import { setRenewing, useReshaping } from '../../../data/workbench/reshaping.ts';
import type { Road } from '../../../domain/model/entities/road.ts';
import { roadLabel } from '../../../domain/plan/roads.ts';
import { Dialog } from '../../../ui/components/Dialog.tsx';
import { useReason } from '../../../ui/reason.ts';
import styles from '../exchange.module.css';
import { ConversionStep } from '../file/ConversionStep.tsx';
import { FileDrop } from '../file/FileDrop.tsx';
import { useGroundBox } from '../file/useGroundBox.ts';
import { Preview, type Previewed } from './Preview.tsx';
import { useChosen } from './useChosen.ts';
import { useRenewing } from './useRenewing.ts';
import { type RoadImport, useRoadImport } from './useRoadImport.ts';
import { useScope } from './useScope.ts';

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
      {state.step === 'preview' &&
        (renewing === undefined ? (
          <TakenRoads state={state} roadImport={roadImport} onClose={onClose} />
        ) : (
          <RenewedRoad state={state} roadImport={roadImport} road={renewing} />
        ))}
    </Dialog>
  );
}

interface StepProps {
  readonly state: Previewed;
  readonly roadImport: RoadImport;
}

/** New roads: all that are ticked, as one edit. */
function TakenRoads({ state, roadImport, onClose }: StepProps & { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const reason = useReason();
  const scoped = useScope(state.roads);
  const chosen = useChosen(state.roads, state.fileName, scoped.isMeant);
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
    <Preview state={state} roadImport={roadImport} chosen={chosen} scoped={scoped} renews={null}>
      <Button disabled={state.working || chosen.taken.size === 0} onClick={accept}>
        {t('import.accept', { count: chosen.taken.size })}
      </Button>
    </Preview>
  );
}

/** Another line for a road that there is: one of the file's, shown with what it makes of the plan before it is taken. */
function RenewedRoad({ state, roadImport, road }: StepProps & { readonly road: Road }) {
  const { t } = useTranslation();
  const chosen = useRenewing(state.roads, road);
  const scoped = useScope(state.roads, 'all');
  return (
    <Preview state={state} roadImport={roadImport} chosen={chosen} scoped={scoped} renews={road}>
      <Button disabled={state.working || chosen.taken.size === 0} onClick={chosen.accept}>
        {t('road.look')}
      </Button>
    </Preview>
  );
}
