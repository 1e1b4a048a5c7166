/** Many slogans at once: a list is pasted as it stands in Word or Excel, seen line by line, and taken in one step. */
import { Button, Checkbox, Group, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { memo, useCallback, useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { commit, newRowId } from '../../data/campaign/commit.ts';
import { useCampaignRow, useRows } from '../../data/campaign/rows.ts';
import type { Op } from '../../domain/edit/edit.ts';
import { isHint, type SloganFault } from '../../domain/slogan/guard.ts';
import { LONGEST_SLOGAN, type SloganLine, sloganLines } from '../../domain/slogan/sloganLines.ts';
import { Dialog } from '../../ui/components/Dialog.tsx';
import { useFormat } from '../../ui/format.ts';
import { useKeptState } from '../../ui/forms/useKeptState.ts';
import { useDone } from '../../ui/note.ts';
import { useTell } from '../../ui/tell.ts';
import styles from './slogans.module.css';
import { useGuard } from './useGuard.ts';
import { useGuardWords } from './useGuardWords.ts';

export function SloganListDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const tell = useTell();
  const said = useDone();
  const slogans = useRows('slogan');
  const campaign = useCampaignRow();
  const guard = useGuard();
  const form = useKeptState(`slogans of ${campaign?.id ?? ''}`, '');
  /** Lines that the person does not want, by their place in the list: a row of a sheet may hold two. */
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const known = useMemo(() => slogans.map((s) => s.text), [slogans]);
  // Typing goes on while a long list is looked through.
  const pasted = useDeferredValue(form.value);
  const lines = useMemo(() => sloganLines(pasted, known), [pasted, known]);
  const taken = lines.filter((l, i) => l.problem === null && !left.has(i));
  const faulty = taken.filter(({ text }) => !guard(text).every(isHint)).length;
  const want = useCallback((i: number, wanted: boolean) => {
    setLeft((before) => {
      const next = new Set(before);
      if (wanted) next.delete(i);
      else next.add(i);
      return next;
    });
  }, []);
  const close = () => {
    form.drop();
    onClose();
  };
  const accept = () => {
    const first = Math.max(0, ...slogans.map((s) => s.priority));
    const ops = taken.map(
      ({ text }, i): Op => ({
        kind: 'create',
        entity: 'slogan',
        id: newRowId(),
        fields: {
          text,
          typeIds: [],
          priority: Math.min(1000, first + i + 1),
          approved: false,
          approvalDocument: '',
          approvalDay: null,
        },
      }),
    );
    const note = { code: 'slogan.list', params: { count: ops.length } };
    if (!tell(commit(note, ops))) return;
    notifications.show({ message: said(note), color: 'gray' });
    close();
  };
  return (
    <Dialog opened onClose={close} typed={form.typed} title={t('slogans.list')} size="xl">
      <Textarea
        data-autofocus
        label={t('slogans.paste')}
        description={t('slogans.pasteHint')}
        autosize
        minRows={4}
        maxRows={10}
        value={form.value}
        onChange={(event) => {
          form.set(event.currentTarget.value);
          setLeft(new Set());
        }}
      />
      <p className={styles.facts} aria-live="polite">
        {lines.length > 0 &&
          t('slogans.listSum', {
            all: format.number(lines.length),
            taken: format.number(taken.length),
          })}
        {faulty > 0 && ` ${t('slogans.listFaulty', { count: format.number(faulty) })}`}
      </p>
      <ol className={styles.lines}>
        {lines.map((line, i) => (
          <Line
            key={`${line.number} ${line.text}`}
            at={i}
            text={line.text}
            problem={line.problem}
            faults={guard(line.text)}
            wanted={!left.has(i)}
            onWanted={want}
          />
        ))}
      </ol>
      <Group mt="md" justify="flex-end">
        <Button variant="default" onClick={close}>
          {t('common.cancel')}
        </Button>
        <Button disabled={taken.length === 0 || pasted !== form.value} onClick={accept}>
          {t('slogans.takeList', { count: format.number(taken.length) })}
        </Button>
      </Group>
    </Dialog>
  );
}

interface LineProps {
  /** Its place in the list. */
  readonly at: number;
  readonly text: string;
  readonly problem: SloganLine['problem'];
  /** What the guard sees in it. */
  readonly faults: readonly SloganFault[];
  readonly wanted: boolean;
  readonly onWanted: (at: number, wanted: boolean) => void;
}

const Line = memo(function Line({ at, text, problem, faults, wanted, onWanted }: LineProps) {
  const { t } = useTranslation();
  const guardWords = useGuardWords();
  return (
    <li>
      <Checkbox
        checked={wanted && problem === null}
        disabled={problem !== null}
        label={text}
        onChange={(event) => onWanted(at, event.currentTarget.checked)}
      />
      {problem !== null && (
        <p className={styles.fault}>
          {t(`slogans.line.${problem}`, { max: LONGEST_SLOGAN, length: text.length })}
        </p>
      )}
      {problem === null && faults.length > 0 && (
        <p className={faults.every(isHint) ? styles.facts : styles.fault}>
          {faults.map((f) => guardWords(f, text)).join(' ')}
        </p>
      )}
    </li>
  );
});
