/** Many slogans at once: a list is pasted as it stands in Word or Excel, seen line by line, and taken in one step. */
import { Button, Checkbox, Group, Textarea } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCampaign } from '../../data/campaign/campaign.ts';
import { commit, newRowId } from '../../data/campaign/commit.ts';
import { useCampaignRow, useRows } from '../../data/campaign/rows.ts';
import type { Op } from '../../domain/edit/edit.ts';
import { guardSlogan, isHint, type SloganFault } from '../../domain/slogan/guard.ts';
import { guardedIn } from '../../domain/slogan/guarded.ts';
import { LONGEST_SLOGAN, type SloganLine, sloganLines } from '../../domain/slogan/sloganLines.ts';
import { Dialog } from '../../ui/components/Dialog.tsx';
import { useFormat } from '../../ui/format.ts';
import { useKeptState } from '../../ui/forms/useKeptState.ts';
import { useTell } from '../../ui/tell.ts';
import styles from './slogans.module.css';
import { useGuardWords } from './useGuardWords.ts';

export function SloganListDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const tell = useTell();
  const slogans = useRows('slogan');
  const campaign = useCampaignRow();
  const guarded = guardedIn(useCampaign((s) => s.tables));
  const form = useKeptState(`slogans of ${campaign?.id ?? ''}`, '');
  /** Lines that the person does not want, by their number. */
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const known = useMemo(() => slogans.map((s) => s.text), [slogans]);
  const lines = useMemo(() => sloganLines(form.value, known), [form.value, known]);
  const taken = lines.filter((l) => l.problem === null && !left.has(l.number));
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
    if (tell(commit({ code: 'slogan.list', params: { count: ops.length } }, ops))) close();
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
      </p>
      <ol className={styles.lines}>
        {lines.map((line) => (
          <Line
            key={line.number}
            line={line}
            faults={guardSlogan(line.text, guarded)}
            wanted={!left.has(line.number)}
            onWanted={(wanted) => {
              const next = new Set(left);
              if (wanted) next.delete(line.number);
              else next.add(line.number);
              setLeft(next);
            }}
          />
        ))}
      </ol>
      <Group mt="md" justify="flex-end">
        <Button variant="default" onClick={close}>
          {t('common.cancel')}
        </Button>
        <Button disabled={taken.length === 0} onClick={accept}>
          {t('slogans.takeList', { count: format.number(taken.length) })}
        </Button>
      </Group>
    </Dialog>
  );
}

interface LineProps {
  readonly line: SloganLine;
  /** What the guard sees in it. */
  readonly faults: readonly SloganFault[];
  readonly wanted: boolean;
  readonly onWanted: (wanted: boolean) => void;
}

function Line({ line, faults, wanted, onWanted }: LineProps) {
  const { t } = useTranslation();
  const guardWords = useGuardWords();
  const { text, problem } = line;
  return (
    <li>
      <Checkbox
        checked={wanted && problem === null}
        disabled={problem !== null}
        label={text}
        onChange={(event) => onWanted(event.currentTarget.checked)}
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
}
