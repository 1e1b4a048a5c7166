/** Inspection rounds: every so many days, or once on chosen roads, as after a storm. */
import { ActionIcon, Button, Group, MultiSelect, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCampaign } from '../../../data/campaign/campaign.ts';
import { commit, newRowId } from '../../../data/campaign/commit.ts';
import { may } from '../../../data/campaign/may.ts';
import { todayOf, useCampaignRow, useRow, useRows } from '../../../data/campaign/rows.ts';
import type { Round } from '../../../domain/model/entities/round.ts';
import { roadLabel } from '../../../domain/plan/roads.ts';
import { parseDay, printDay } from '../../../domain/schedule/days.ts';
import { Dialog } from '../../../ui/components/Dialog.tsx';
import { NumberEntry } from '../../../ui/fields/number/NumberEntry.tsx';
import { useFormat } from '../../../ui/format.ts';
import { useKeptState } from '../../../ui/forms/useKeptState.ts';
import { useTell } from '../../../ui/tell.ts';
import styles from './rounds.module.css';

export function RoundsDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const rounds = useRows('round');
  const [adding, setAdding] = useState(rounds.length === 0);
  return (
    <Dialog opened onClose={onClose} title={t('rounds.title')}>
      <p className={styles.lead}>{t('rounds.lead')}</p>
      <ul className={styles.list}>
        {[...rounds]
          .sort((a, b) => (a.firstDay < b.firstDay ? 1 : -1))
          .map((round) => (
            <Line key={round.id} round={round} />
          ))}
      </ul>
      {may.add('round') &&
        (adding ? (
          <AddRound onAdded={() => setAdding(false)} />
        ) : (
          <Button onClick={() => setAdding(true)}>{t('rounds.add')}</Button>
        ))}
    </Dialog>
  );
}

function Line({ round }: { readonly round: Round }) {
  const { t } = useTranslation();
  const format = useFormat();
  const tell = useTell();
  const roads = useCampaign((s) => s.tables.road);
  const { id, version, name, everyDays, firstDay, lastDay, roadIds } = round;
  const on = roadIds.map((roadId) => roads.get(roadId)).flatMap((road) => (road ? [roadLabel(road)] : []));
  return (
    <li>
      <div>
        <strong>{name}</strong>
        <p>
          {everyDays === null
            ? t('rounds.once', { day: format.day(firstDay) })
            : t('rounds.every', { count: everyDays, day: format.day(firstDay) })}
          {lastDay !== null && ` ${t('rounds.until', { day: format.day(lastDay) })}`} ·{' '}
          {roadIds.length === 0 ? t('rounds.everywhere') : on.join(', ')}
        </p>
      </div>
      {may.remove('round', round) && (
        <ActionIcon
          variant="subtle"
          color="gray"
          size={44}
          aria-label={t('rounds.remove', { name })}
          onClick={() =>
            tell(
              commit({ code: 'item.deleted', params: { where: name } }, [
                { kind: 'delete', entity: 'round', id, version },
              ]),
            )
          }
        >
          <IconTrash size={18} aria-hidden />
        </ActionIcon>
      )}
    </li>
  );
}

function AddRound({ onAdded }: { readonly onAdded: () => void }) {
  const { t } = useTranslation();
  const tell = useTell();
  const campaign = useCampaignRow();
  const own = useRow('campaign', campaign?.id);
  const roads = useRows('road');
  const [usual] = useState(() => ({
    name: '',
    firstDay: own === undefined ? '' : printDay(todayOf(own)),
    everyDays: null as number | null,
    withinDays: 1,
    roadIds: [] as readonly string[],
  }));
  const form = useKeptState(`round of ${campaign?.id}`, usual);
  const [problem, setProblem] = useState<{ name?: string; firstDay?: string }>({});
  const set = (fields: Partial<typeof usual>) => form.set({ ...form.now(), ...fields });
  const add = () => {
    const { name, firstDay, ...rest } = form.now();
    const day = parseDay(firstDay);
    const wrong = {
      ...(name.trim() === '' ? { name: t('rounds.nameless') } : {}),
      ...(day.ok ? {} : { firstDay: t('checklists.dayUnreadable', { text: firstDay }) }),
    };
    setProblem(wrong);
    if (!day.ok || name.trim() === '') return;
    const fields = { ...rest, name: name.trim(), firstDay: day.value, lastDay: null };
    const done = commit({ code: 'item.added', params: { where: name.trim() } }, [
      { kind: 'create', entity: 'round', id: newRowId(), fields },
    ]);
    if (!tell(done)) return;
    form.drop();
    onAdded();
  };
  const { value } = form;
  return (
    <form
      className={styles.add}
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <TextInput
        label={t('rounds.name')}
        placeholder={t('rounds.nameExample')}
        value={value.name}
        maxLength={200}
        error={problem.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <Group grow align="flex-start">
        <TextInput
          label={t('rounds.firstDay')}
          value={value.firstDay}
          maxLength={20}
          error={problem.firstDay}
          onChange={(event) => set({ firstDay: event.currentTarget.value })}
        />
        <NumberEntry
          label={t('rounds.withinDays')}
          value={value.withinDays}
          min={0}
          max={60}
          whole
          onChange={(withinDays) => set({ withinDays })}
        />
      </Group>
      <NumberEntry
        label={t('rounds.everyDays')}
        description={t('rounds.everyHint')}
        value={value.everyDays}
        min={1}
        max={365}
        whole
        optional
        onChange={(everyDays) => set({ everyDays })}
      />
      <MultiSelect
        label={t('rounds.roads')}
        placeholder={value.roadIds.length === 0 ? t('rounds.everywhere') : ''}
        data={roads
          .filter((road) => !road.hidden)
          .map((road) => ({ value: road.id, label: roadLabel(road) }))}
        value={[...value.roadIds]}
        searchable
        onChange={(roadIds) => set({ roadIds })}
      />
      <Group justify="flex-end">
        <Button type="submit">{t('rounds.begin')}</Button>
      </Group>
    </form>
  );
}
