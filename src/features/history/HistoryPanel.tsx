/** Who changed what, newest first: of the campaign, or of the one thing that is selected; and the ways back. */
import { Button, Drawer, Loader, SegmentedControl } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCampaign } from '../../data/campaign/campaign.ts';
import {
  loadHistory,
  mayTakeBack,
  type PastChange,
  restoreRow,
  takeChangeBack,
} from '../../data/campaign/history.ts';
import { useCampaignRow } from '../../data/campaign/rows.ts';
import { NoAnswer } from '../../data/net/http.ts';
import { useOnlySelected } from '../../data/workbench/selection.ts';
import type { Result } from '../../domain/model/result.ts';
import { useFormat } from '../../ui/format.ts';
import { useNote } from '../../ui/note.ts';
import { useReason } from '../../ui/reason.ts';
import styles from './history.module.css';

type Scope = 'campaign' | 'row';

interface Loaded {
  readonly changes: readonly PastChange[];
  readonly more: boolean;
}

export function HistoryPanel({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const selected = useOnlySelected('placement')?.id ?? null;
  const [scope, setScope] = useState<Scope>(selected === null ? 'campaign' : 'row');
  const number = useCampaign((s) => s.number);
  const campaignId = useCampaign((s) => s.campaignId) ?? '';
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [problem, setProblem] = useState<'offline' | null>(null);
  const row = scope === 'row' && selected !== null ? selected : null;
  const load = useCallback(
    async (before: number | null) => {
      try {
        const answer = await loadHistory(
          campaignId,
          before,
          row === null ? null : { entity: 'placement', id: row },
        );
        setProblem(null);
        setLoaded((now) => ({
          changes: before === null ? answer.changes : [...(now?.changes ?? []), ...answer.changes],
          more: answer.more,
        }));
      } catch (error) {
        if (!(error instanceof NoAnswer)) throw error;
        setProblem('offline');
      }
    },
    [campaignId, row],
  );
  // A new change of anyone is shown as soon as it is known: the list is read again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the number is what tells that there is more
  useEffect(() => {
    void load(null);
  }, [load, number]);
  return (
    <Drawer
      closeButtonProps={{ 'aria-label': t('common.close') }}
      opened
      onClose={onClose}
      position="right"
      size="md"
      title={t('history.title')}
    >
      {selected !== null && (
        <SegmentedControl
          fullWidth
          mb="sm"
          data={[
            { value: 'row', label: t('history.row') },
            { value: 'campaign', label: t('history.campaign') },
          ]}
          value={scope}
          onChange={(s) => {
            setLoaded(null);
            setScope(s as Scope);
          }}
        />
      )}
      {problem !== null && <p className={styles.note}>{t('history.offline')}</p>}
      {loaded === null && problem === null && <Loader size="sm" />}
      {loaded !== null && (
        <ol className={styles.list}>
          {loaded.changes.map((change, i) => (
            <Entry key={change.number} change={change} row={row} all={loaded.changes} newest={i === 0} />
          ))}
        </ol>
      )}
      {loaded?.changes.length === 0 && <p className={styles.note}>{t('history.empty')}</p>}
      {loaded?.more === true && (
        <Button
          variant="default"
          fullWidth
          mt="sm"
          onClick={() => void load(loaded.changes[loaded.changes.length - 1]?.number ?? null)}
        >
          {t('history.more')}
        </Button>
      )}
    </Drawer>
  );
}

interface EntryProps {
  readonly change: PastChange;
  readonly row: string | null;
  readonly all: readonly PastChange[];
  readonly newest: boolean;
}

function Entry({ change, row, all, newest }: EntryProps) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const note = useNote();
  const reason = useReason();
  const tell = async (doing: Promise<Result<true>>) => {
    try {
      const done = await doing;
      const message = done.ok ? t('history.done') : reason(done.reason);
      notifications.show({ message, color: done.ok ? 'green' : 'red' });
    } catch (error) {
      // What stood where is known to the server alone.
      if (!(error instanceof NoAnswer)) throw error;
      notifications.show({ message: t('history.offline'), color: 'red' });
    }
  };
  const when = format.time(change.at, useCampaignRow()?.timeZone);
  const fields = fieldsOf(change).filter((name) => i18n.exists(`field.${name}`));
  return (
    <li className={styles.entry}>
      <p>
        <b>{note(change.note)}</b>
      </p>
      <p className={styles.note}>
        {t('history.by', { who: change.by, when, number: format.number(change.number) })}
      </p>
      {fields.length > 0 && fields.length < 6 && (
        <p className={styles.note}>{fields.map((name) => t(`field.${name}` as 'field.name')).join(', ')}</p>
      )}
      <div className={styles.doing}>
        {mayTakeBack(change) && (
          <button type="button" onClick={() => void tell(takeChangeBack(change))}>
            {t('history.takeBack')}
          </button>
        )}
        {row !== null && !newest && (
          <button type="button" onClick={() => void tell(restoreRow('placement', row, all, change.number))}>
            {t('history.restore')}
          </button>
        )}
      </div>
    </li>
  );
}

/** The fields that a change of existing rows wrote. */
function fieldsOf(change: PastChange): string[] {
  return [...new Set(change.ops.flatMap((op) => (op.kind === 'set' ? Object.keys(op.fields) : [])))];
}
