/** Before a unit goes: what hangs on it, and what becomes of that. */
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useCampaign } from '../../data/campaign/campaign.ts';
import { commit, mayCommit } from '../../data/campaign/commit.ts';
import type { Unit } from '../../domain/model/entities/unit.ts';
import { unitRemoval } from '../../domain/unit/removal.ts';
import { Dialog } from '../../ui/components/Dialog.tsx';
import { useDone } from '../../ui/note.ts';
import { useTell } from '../../ui/tell.ts';
import styles from './units.module.css';

export function RemoveUnit({ unit, onClose }: { readonly unit: Unit; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const tell = useTell();
  const said = useDone();
  const tables = useCampaign((s) => s.tables);
  const removal = useMemo(() => unitRemoval(tables, unit.id), [tables, unit.id]);
  if (removal === null) return null;
  const { ops, placements, fixed, tasks, below } = removal;
  const remove = () => {
    const note = { code: 'unit.deleted', params: { where: unit.name } };
    if (!tell(commit(note, ops))) return;
    notifications.show({ message: said(note), color: 'gray' });
    onClose();
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('units.remove', { name: unit.name })}
      foot={
        <>
          <Button variant="default" data-autofocus onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button disabled={fixed.length > 0 || !mayCommit(ops).ok} onClick={remove}>
            {t('common.delete')}
          </Button>
        </>
      }
    >
      <p className={styles.sentence}>
        {placements.length + below.length + tasks.length === 0
          ? t('units.removeNothing')
          : [
              ...(placements.length > fixed.length
                ? [t('units.removePlacements', { count: placements.length - fixed.length })]
                : []),
              ...(tasks.length > 0 ? [t('units.removeTasks', { count: tasks.length })] : []),
              ...(below.length > 0 ? [t('units.removeBelow', { count: below.length })] : []),
            ].join(' ')}
      </p>
      {fixed.length > 0 && (
        <p role="alert" className={styles.problem}>
          {t('units.removeFixed', { count: fixed.length })}
        </p>
      )}
    </Dialog>
  );
}
