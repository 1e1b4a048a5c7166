/** Opening, closing and the demonstration's «today». Moving the opening shows what moves before it does. */

import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { commitSeen } from '../../data/campaign/commit.ts';
import { may } from '../../data/campaign/may.ts';
import { todayOf, useRows, useTable } from '../../data/campaign/rows.ts';
import { useTasks } from '../../data/campaign/tasks.ts';
import { standingOf, tasksOf } from '../../domain/checklist/checklist.ts';
import type { Campaign } from '../../domain/model/entities/campaign.ts';
import { fail } from '../../domain/model/result.ts';
import { addDays, type Day, daysBetween, parseDay } from '../../domain/schedule/days.ts';
import { timelineOf } from '../../domain/schedule/timeline.ts';
import { Dialog } from '../../ui/components/Dialog.tsx';
import { ParsedInput } from '../../ui/fields/ParsedInput.tsx';
import { Theirs } from '../../ui/fields/Theirs.tsx';
import { useFormat } from '../../ui/format.ts';
import { useReason } from '../../ui/reason.ts';
import { useTell } from '../../ui/tell.ts';
import styles from './settings.module.css';

type DayField = 'openingDay' | 'closingDay' | 'demoToday';

export function CongressDays({ campaign }: { readonly campaign: Campaign }) {
  const { t } = useTranslation();
  const tell = useTell();
  /** The day that was typed, and the campaign as it stood then. */
  const [moving, setMoving] = useState<{ readonly to: Day; readonly seen: Campaign } | null>(null);
  const set = (fields: Partial<Campaign>, code: string, seen = campaign) => {
    const { id, version } = seen;
    return tell(commitSeen({ code }, [{ kind: 'set', entity: 'campaign', id, version, fields }], [seen]));
  };
  const closing = (day: Day) =>
    day < campaign.openingDay
      ? tell(fail('row.closes-before-opening'))
      : set({ closingDay: day }, 'campaign.changed');
  return (
    <section className={styles.card}>
      <h2>{t('settings.days')}</h2>
      <div className={styles.pair}>
        <DayInput
          campaign={campaign}
          field="openingDay"
          onChange={(to) => setMoving({ to, seen: campaign })}
        />
        <DayInput campaign={campaign} field="closingDay" onChange={closing} />
      </div>
      {campaign.demoToday !== null && (
        <DayInput
          campaign={campaign}
          field="demoToday"
          hint={t('settings.demoTodayHint')}
          onChange={(day) => set({ demoToday: day }, 'campaign.changed')}
        />
      )}
      {moving !== null && (
        <MovePreview
          campaign={moving.seen}
          now={campaign}
          to={moving.to}
          onCancel={() => setMoving(null)}
          onAccept={(closingDay) => {
            set({ openingDay: moving.to, closingDay }, 'campaign.opening-moved', moving.seen);
            setMoving(null);
          }}
        />
      )}
    </section>
  );
}

interface DayInputProps {
  readonly campaign: Campaign;
  readonly field: DayField;
  readonly hint?: string;
  readonly onChange: (day: Day) => unknown;
}

function DayInput({ campaign, field, hint, onChange }: DayInputProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const reason = useReason();
  const value = campaign[field];
  const allowed = may.change('campaign', campaign, field);
  return (
    <ParsedInput<Day>
      of={campaign.id}
      label={t(`settings.${field}`)}
      description={hint}
      placeholder="27/10/2020"
      value={value}
      disabled={!allowed}
      format={format.day}
      parse={(text) => {
        const read = parseDay(text);
        return read.ok ? { value: read.value } : { problem: reason(read.reason) };
      }}
      onChange={onChange}
    />
  );
}

interface MoveProps {
  /** As it stood when the day was typed. */
  readonly campaign: Campaign;
  readonly now: Campaign;
  readonly to: Day;
  readonly onCancel: () => void;
  readonly onAccept: (closingDay: Day) => void;
}

function MovePreview({ campaign, now, to, onCancel, onAccept }: MoveProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const days = daysBetween(campaign.openingDay, to);
  const closingDay = addDays(campaign.closingDay, days);
  const moved = useMoved(campaign, to, closingDay);
  return (
    <Dialog opened onClose={onCancel} title={t('settings.moveTitle')}>
      <div className={styles.move}>
        <p>
          <strong>
            {t('settings.moveLead', {
              from: format.day(campaign.openingDay),
              to: format.day(to),
              days: days > 0 ? `+${days}` : `−${-days}`,
            })}
          </strong>
        </p>
        {now.openingDay !== campaign.openingDay && <Theirs value={format.day(now.openingDay)} />}
        <ul>
          <li>
            {t('settings.moveTasks', { count: format.number(moved.tasks), late: format.number(moved.late) })}
          </li>
          <li>{t('settings.moveMilestones', { count: moved.milestones })}</li>
          <li>{t('settings.moveClosing', { day: format.day(closingDay) })}</li>
        </ul>
        <div className={styles.foot}>
          <Button variant="default" onClick={onCancel}>
            {t('common.cancel')}
          </Button>
          <Button onClick={() => onAccept(closingDay)}>
            {t('settings.moveAccept', { day: format.day(to) })}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

function useMoved(campaign: Campaign, openingDay: Day, closingDay: Day) {
  const tasks = useTasks();
  const types = useTable('assetType');
  const milestones = useRows('milestone');
  const today = todayOf(campaign);
  const after = timelineOf({ openingDay, closingDay }, milestones);
  let moved = 0;
  let late = 0;
  for (const task of tasks) {
    if (task.done !== undefined) continue;
    const type = types.get(task.placement.assetTypeId);
    const then =
      type && tasksOf(task.placement, type, undefined, after).find((x) => x.item.id === task.item.id);
    if (then === undefined || then.due === task.due) continue;
    moved++;
    if (standingOf(then, today) === 'late' && standingOf(task, today) !== 'late') late++;
  }
  return { tasks: moved, late, milestones: milestones.filter((m) => m.offsetDays !== null).length };
}
