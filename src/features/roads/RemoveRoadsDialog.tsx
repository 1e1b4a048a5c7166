/** Roads go with what hangs on them: that is said before it is done. */
import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useCampaign } from '../../data/campaign/campaign.ts';
import { commit, mayCommit } from '../../data/campaign/commit.ts';
import { hideRoads } from '../../data/commands/roads.ts';
import { select } from '../../data/workbench/choose.ts';
import { useReshaping } from '../../data/workbench/reshaping.ts';
import { roadsRemoval } from '../../domain/edit/deletion.ts';
import { PLANNABLE } from '../../domain/edit/states.ts';
import { factsOf } from '../../domain/plan/roadFacts.ts';
import { roadLabel } from '../../domain/plan/roads.ts';
import { Dialog } from '../../ui/components/Dialog.tsx';
import { useFormat } from '../../ui/format.ts';
import { useDone } from '../../ui/note.ts';
import { useTell } from '../../ui/tell.ts';
import styles from './roads.module.css';

export function RemoveRoadsDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const tell = useTell();
  const said = useDone();
  const removing = useReshaping((s) => s.removing);
  const tables = useCampaign((s) => s.tables);
  const roads = removing.flatMap((id) => tables.road.get(id) ?? []);
  const { ops, fixed, sums } = useMemo(() => {
    const facts = removing.flatMap((id) => {
      const road = tables.road.get(id);
      return road === undefined ? [] : [factsOf(tables, road)];
    });
    const sum = (of: 'placements' | 'quantity' | 'features') => facts.reduce((all, f) => all + f[of], 0);
    const ids = new Set(removing);
    return {
      ops: roadsRemoval(tables, ids),
      fixed: [...tables.placement.values()].filter((p) => ids.has(p.roadId ?? '') && !PLANNABLE.has(p.state)),
      sums: { placements: sum('placements'), quantity: sum('quantity'), features: sum('features') },
    };
  }, [removing, tables]);
  const [first] = roads;
  if (first === undefined) return null;
  const allowed = mayCommit(ops).ok;
  const remove = () => {
    const note = { code: 'road.deleted', params: { where: roadLabel(first), count: roads.length } };
    if (!tell(commit(note, ops))) return;
    select(null);
    notifications.show({ message: said(note), color: 'gray' });
    onClose();
  };
  const hide = () => {
    if (!tell(hideRoads(roads, true))) return;
    select(null);
    onClose();
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      title={
        roads.length === 1
          ? t('roads.remove.one', { road: roadLabel(first) })
          : t('roads.remove.many', { count: roads.length })
      }
    >
      <div className={styles.reshape}>
        <p>
          {sums.placements + sums.features === 0
            ? t('roads.remove.nothing')
            : [
                t('roads.remove.takes'),
                [
                  ...(sums.placements > 0
                    ? [t('road.rows', { count: sums.placements, pieces: format.number(sums.quantity) })]
                    : []),
                  ...(sums.features > 0 ? [t('road.features', { count: sums.features })] : []),
                ].join(', '),
              ].join(' ')}
        </p>
        {!allowed && fixed.length > 0 && (
          <p role="alert" className={styles.problem}>
            {t('roads.remove.fixed', { count: fixed.length })}
          </p>
        )}
      </div>
      <Group mt="md" justify="flex-end">
        <Button variant="default" data-autofocus onClick={onClose}>
          {t('common.cancel')}
        </Button>
        {sums.placements === 0 && (
          <Button variant="default" onClick={hide}>
            {t('roads.remove.hide')}
          </Button>
        )}
        <Button disabled={!allowed} onClick={remove}>
          {t('common.delete')}
        </Button>
      </Group>
    </Dialog>
  );
}
