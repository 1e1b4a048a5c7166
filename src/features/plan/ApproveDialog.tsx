/** Before rows are approved whose tasks would be late at once: which these are, and another day for them. */
import { Button, Group, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCampaign } from '../../data/campaign/campaign.ts';
import { commit, newRowId } from '../../data/campaign/commit.ts';
import { timelineNow, todayOf, useCampaignRow } from '../../data/campaign/rows.ts';
import { whereOfAll } from '../../data/campaign/where.ts';
import { selectedRows } from '../../data/commands/selected.ts';
import { stepOps } from '../../data/commands/states.ts';
import { saying } from '../../domain/checklist/saying.ts';
import type { PlacementTask } from '../../domain/checklist/task.ts';
import { lateAtBirth } from '../../domain/checklist/whatIf.ts';
import { addDays, type Day, daysBetween, parseDay, printDay } from '../../domain/schedule/days.ts';
import { Dialog } from '../../ui/components/Dialog.tsx';
import { useFormat } from '../../ui/format.ts';
import { useNameOf } from '../../ui/nameOf.ts';
import { useTell } from '../../ui/tell.ts';
import styles from './plan.module.css';

export function ApproveDialog({ onClose }: { readonly onClose: () => void }) {
  // The rows that were selected when it was opened.
  const [ids] = useState(() => selectedRows().map((row) => row.id));
  const campaign = useCampaignRow();
  return campaign === undefined ? null : <Form ids={ids} today={todayOf(campaign)} onClose={onClose} />;
}

interface FormProps {
  readonly ids: readonly string[];
  readonly today: Day;
  readonly onClose: () => void;
}

function Form({ ids, today, onClose }: FormProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const tell = useTell();
  const tables = useCampaign((s) => s.tables);
  const timeline = timelineNow();
  const rows = ids.flatMap((id) => tables.placement.get(id) ?? []);
  const late = lateAtBirth(tables, rows, { timeline, today });
  const [day, setDay] = useState(printDay(addDays(today, 3)));
  const [problem, setProblem] = useState<string | null>(null);
  const approve = (due: Day | null) => {
    const now = rows.filter((row) => row.state !== 'approved');
    const rule =
      due === null || timeline.opening === null
        ? null
        : { milestone: 'opening', days: daysBetween(timeline.opening, due) };
    const given = rule === null ? [] : late.map((task) => saying(task, { due: rule }, newRowId));
    const note = {
      code: 'placement.step-approved',
      params: { where: whereOfAll(now), count: now.length },
    };
    if (tell(commit(note, [...stepOps(now, 'approved'), ...given]))) onClose();
  };
  // Their days may be over and all of it done, or not for them: then there is nothing to ask.
  const asks = late.length > 0;
  const approved = useRef(false);
  useEffect(() => {
    if (asks || approved.current) return;
    approved.current = true;
    approve(null);
  });
  if (!asks) return null;
  const withDay = () => {
    const read = parseDay(day);
    if (!read.ok) return setProblem(t('approve.dayUnreadable', { text: day }));
    if (read.value < today) return setProblem(t('approve.dayPast'));
    approve(read.value);
  };
  return (
    <Dialog opened onClose={onClose} title={t('approve.title', { count: late.length })}>
      <p>{t('approve.lead')}</p>
      <ul className={styles.lateTasks}>
        {byItem(late).map(([key, tasks]) => (
          <LateItem key={key} tasks={tasks} />
        ))}
      </ul>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          withDay();
        }}
      >
        {timeline.opening !== null && (
          <TextInput
            label={t('approve.newDay')}
            description={t('approve.newDayHint', { day: format.day(today) })}
            value={day}
            error={problem}
            maxLength={20}
            onChange={(event) => {
              setProblem(null);
              setDay(event.currentTarget.value);
            }}
          />
        )}
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button variant="default" onClick={() => approve(null)}>
            {t('approve.asIs')}
          </Button>
          {timeline.opening !== null && <Button type="submit">{t('approve.withDay')}</Button>}
        </Group>
      </form>
    </Dialog>
  );
}

function LateItem({ tasks }: { readonly tasks: readonly PlacementTask[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = useNameOf();
  const [first] = tasks;
  if (first === undefined) return null;
  return (
    <li>
      {t('approve.item', {
        what: nameOf(first.item.name),
        day: first.due === null ? '' : format.day(first.due),
        count: tasks.length,
      })}
    </li>
  );
}

/** Tasks of one name and one day are one line. */
function byItem(tasks: readonly PlacementTask[]): [string, PlacementTask[]][] {
  return [...Map.groupBy(tasks, ({ item, due }) => `${due} ${item.name.vi}`)].sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
}
