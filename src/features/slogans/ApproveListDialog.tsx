/** Many slogans approved at once, under one document: each is seen with what the guard says of it, and can be left. */
import { Button, Checkbox, Group, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { memo, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { commitSeen } from '../../data/campaign/commit.ts';
import { todayOf, useCampaignRow, useTable } from '../../data/campaign/rows.ts';
import type { Slogan } from '../../domain/model/entities/slogan.ts';
import { parseDay, printDay } from '../../domain/schedule/days.ts';
import { isHint, type SloganFault } from '../../domain/slogan/guard.ts';
import { Dialog } from '../../ui/components/Dialog.tsx';
import { useFormat } from '../../ui/format.ts';
import { useKeptState } from '../../ui/forms/useKeptState.ts';
import { useDone } from '../../ui/note.ts';
import page from '../../ui/page.module.css';
import { useReason } from '../../ui/reason.ts';
import { useTell } from '../../ui/tell.ts';
import styles from './slogans.module.css';
import { useGuard } from './useGuard.ts';
import { useGuardWords } from './useGuardWords.ts';

interface Props {
  /** Those that wait for approval. */
  readonly slogans: readonly Slogan[];
  readonly onClose: () => void;
}

export function ApproveListDialog({ slogans: opened, onClose }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const reason = useReason();
  const tell = useTell();
  const said = useDone();
  const guard = useGuard();
  const campaign = useCampaignRow();
  /** The texts that are read here are those that are approved: one that is changed meanwhile is to be read anew. */
  const [read, setRead] = useState<ReadonlyMap<string, Slogan>>(() => new Map(opened.map((s) => [s.id, s])));
  const live = useTable('slogan');
  const form = useKeptState(`approval of ${campaign?.id ?? ''}`, {
    document: '',
    day: campaign === undefined ? '' : printDay(todayOf(campaign)),
  });
  const lines = [...read.values()].map((seen) => {
    const slogan = live.get(seen.id);
    return {
      id: seen.id,
      slogan: slogan ?? seen,
      state:
        slogan === undefined
          ? ('gone' as const)
          : slogan.approved
            ? ('approved' as const)
            : slogan.text === seen.text
              ? ('open' as const)
              : ('changed' as const),
      faults: guard((slogan ?? seen).text),
    };
  });
  /** What the guard sees something wrong in is not ticked of itself. */
  const [ticked, setTicked] = useState<ReadonlySet<string>>(
    () => new Set(lines.filter(({ faults }) => faults.every(isHint)).map(({ slogan }) => slogan.id)),
  );
  const want = useCallback((slogan: Slogan, wanted: boolean) => {
    setTicked((before) => {
      const next = new Set(before);
      if (wanted) next.add(slogan.id);
      else next.delete(slogan.id);
      return next;
    });
    // Whoever ticks it has the text before him as it is now.
    setRead((before) => new Map(before).set(slogan.id, slogan));
  }, []);
  const [problem, setProblem] = useState<string | null>(null);
  const [noDocument, setNoDocument] = useState(false);
  const taken = lines.flatMap(({ id, slogan, state }) => (state === 'open' && ticked.has(id) ? slogan : []));
  const close = () => {
    form.drop();
    onClose();
  };
  const accept = () => {
    // A list is approved by a paper; which one is what an auditor asks first.
    if (form.value.document.trim() === '') {
      setNoDocument(true);
      return;
    }
    const day = parseDay(form.value.day);
    if (!day.ok) {
      setProblem(reason(day.reason));
      return;
    }
    const fields = {
      approved: true,
      approvalDocument: form.value.document.trim(),
      approvalDay: day.value,
    };
    const ops = taken.map(
      ({ id, version }) => ({ kind: 'set', entity: 'slogan', id, version, fields }) as const,
    );
    const note = { code: 'slogan.approved-list', params: { count: ops.length } };
    const done = commitSeen(note, ops, taken);
    if (!tell(done)) return;
    if (done.ok && done.value === 'saved') notifications.show({ message: said(note), color: 'gray' });
    close();
  };
  return (
    <Dialog opened onClose={close} typed={form.typed} title={t('slogans.approveList')} size="xl">
      <div className={page.pair}>
        <TextInput
          data-autofocus
          label={t('slogans.document')}
          required
          error={noDocument ? t('slogans.documentNeeded') : null}
          maxLength={200}
          value={form.value.document}
          onChange={(event) => {
            setNoDocument(false);
            form.set({ ...form.now(), document: event.currentTarget.value });
          }}
        />
        <TextInput
          label={t('slogans.day')}
          value={form.value.day}
          error={problem}
          onChange={(event) => {
            setProblem(null);
            form.set({ ...form.now(), day: event.currentTarget.value });
          }}
        />
      </div>
      <p className={styles.facts}>{t('slogans.approveListHint')}</p>
      <ol className={styles.lines}>
        {lines.map(({ id, slogan, state, faults }) => (
          <Line
            key={id}
            slogan={slogan}
            state={state}
            faults={faults}
            wanted={ticked.has(id)}
            onWanted={want}
          />
        ))}
      </ol>
      <Group mt="md" justify="flex-end">
        <Button variant="default" onClick={close}>
          {t('common.cancel')}
        </Button>
        <Button disabled={taken.length === 0} onClick={accept}>
          {t('slogans.approveMany', { count: format.number(taken.length) })}
        </Button>
      </Group>
    </Dialog>
  );
}

interface LineProps {
  readonly slogan: Slogan;
  /** What became of it since the list was opened. */
  readonly state: 'open' | 'gone' | 'approved' | 'changed';
  readonly faults: readonly SloganFault[];
  readonly wanted: boolean;
  readonly onWanted: (slogan: Slogan, wanted: boolean) => void;
}

const Line = memo(function Line({ slogan, state, faults, wanted, onWanted }: LineProps) {
  const { t } = useTranslation();
  const words = useGuardWords();
  return (
    <li>
      <Checkbox
        checked={state === 'open' && wanted}
        disabled={state === 'gone' || state === 'approved'}
        label={slogan.text}
        onChange={(event) => onWanted(slogan, event.currentTarget.checked)}
      />
      {state !== 'open' && <p className={styles.fault}>{t(`slogans.meanwhile.${state}`)}</p>}
      {faults.length > 0 && (
        <p className={faults.every(isHint) ? styles.facts : styles.fault}>
          {faults.map((f) => words(f, slogan.text)).join(' ')}
        </p>
      )}
    </li>
  );
});
