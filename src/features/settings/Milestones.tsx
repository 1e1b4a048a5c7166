import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCampaign } from '../../data/campaign/campaign.ts';
import { commit, commitSeen, newRowId } from '../../data/campaign/commit.ts';
import { useCampaignDays, useRows } from '../../data/campaign/rows.ts';
import type { Milestone } from '../../domain/model/entities/milestone.ts';
import { addDays, formatCountdown, formatOffset, parseDay } from '../../domain/schedule/days.ts';
import { ParsedInput } from '../../ui/fields/ParsedInput.tsx';
import { TextField } from '../../ui/fields/TextField.tsx';
import { useFormat } from '../../ui/format.ts';
import { useKeptState } from '../../ui/forms/useKeptState.ts';
import { useTell } from '../../ui/tell.ts';
import styles from './settings.module.css';

type When = Pick<Milestone, 'day' | 'offsetDays'>;

/** `D-7`, `D+5`, `D` or a date. Null when it is neither. */
/** Days from D: more are none that anybody plans, and the server takes no more. */
const FARTHEST = 2000;

function readWhen(text: string): When | null {
  const m = /^d\s*(?:([+\-−–])\s*(\d{1,4}))?$/i.exec(text.trim());
  if (m) {
    const n = Number(m[2] ?? 0);
    if (n > FARTHEST) return null;
    return { day: null, offsetDays: m[1] === '+' || n === 0 ? n : -n };
  }
  const day = parseDay(text);
  return day.ok ? { day: day.value, offsetDays: null } : null;
}

export function Milestones({ readOnly }: { readonly readOnly: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const rows = useRows('milestone');
  const days = useCampaignDays();
  const opening = days?.openingDay ?? null;
  /** Empty for one that hangs on a D that is not there. */
  const dayOf = (m: Milestone) => m.day ?? (opening === null ? '' : addDays(opening, m.offsetDays ?? 0));
  const sorted = [...rows].sort((a, b) => dayOf(a).localeCompare(dayOf(b)));
  const isBefore = (m: Milestone) => opening !== null && dayOf(m) < opening;
  const line = (m: Milestone) => <Line key={m.id} milestone={m} day={dayOf(m)} readOnly={readOnly} />;
  const ends = days !== undefined && [
    <li key="opening" className={styles.fixed}>
      <strong>{t('settings.opening')}</strong>
      <span>D</span>
      <span>{format.day(days.openingDay)}</span>
    </li>,
    <li key="closing" className={styles.fixed}>
      <strong>{t('settings.closing')}</strong>
      <span>{formatCountdown(days.openingDay, days.closingDay)}</span>
      <span>{format.day(days.closingDay)}</span>
    </li>,
  ];
  return (
    <section className={styles.card}>
      <h2>{t('settings.milestones')}</h2>
      <p className={styles.lead}>{t('settings.milestonesLead')}</p>
      <ul className={styles.milestones}>
        {/* One list: a line that a change moves past the opening stays the same line, with what is typed in it. */}
        {[...sorted.filter(isBefore).map(line), ends, ...sorted.filter((m) => !isBefore(m)).map(line)]}
      </ul>
      {!readOnly && <AddMilestone />}
    </section>
  );
}

interface LineProps {
  readonly milestone: Milestone;
  readonly day: string;
  readonly readOnly: boolean;
}

function Line({ milestone, day, readOnly }: LineProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const tell = useTell();
  const { id, version } = milestone;
  const change = (fields: Partial<Milestone>) =>
    tell(
      commitSeen(
        { code: 'item.changed', params: { where: milestone.name } },
        [{ kind: 'set', entity: 'milestone', id, version, fields }],
        [milestone],
      ),
    );
  return (
    <li>
      <TextField
        of={id}
        aria-label={t('settings.milestoneName')}
        value={milestone.name}
        maxLength={200}
        required
        disabled={readOnly}
        onStore={(name) => change({ name })}
      />
      <ParsedInput<When>
        of={id}
        aria-label={t('settings.milestoneWhen')}
        value={{ day: milestone.day, offsetDays: milestone.offsetDays }}
        disabled={readOnly}
        format={(when) => (when.day === null ? formatOffset(when.offsetDays ?? 0) : format.day(when.day))}
        parse={(text) => {
          const when = readWhen(text);
          return when === null ? { problem: t('settings.whenUnreadable', { text }) } : { value: when };
        }}
        onChange={change}
      />
      <span>{day === '' ? '' : format.day(day)}</span>
      {!readOnly && (
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('settings.milestoneDelete', { name: milestone.name })}
          onClick={() =>
            tell(
              commit({ code: 'item.deleted', params: { where: milestone.name } }, [
                { kind: 'delete', entity: 'milestone', id, version },
              ]),
            )
          }
        >
          <IconTrash size={17} stroke={1.75} />
        </ActionIcon>
      )}
    </li>
  );
}

function AddMilestone() {
  const { t } = useTranslation();
  const tell = useTell();
  const campaignId = useCampaign((c) => c.campaignId);
  const form = useKeptState(`milestone of ${campaignId}`, { name: '', when: '' });
  const { name, when } = form.value;
  const [problem, setProblem] = useState<string | null>(null);
  const [nameless, setNameless] = useState(false);
  const add = (event: FormEvent) => {
    event.preventDefault();
    const read = readWhen(when);
    setNameless(name.trim() === '');
    setProblem(read === null ? t('settings.whenUnreadable', { text: when }) : null);
    if (read === null || name.trim() === '') return;
    const done = commit({ code: 'item.added', params: { where: name.trim() } }, [
      { kind: 'create', entity: 'milestone', id: newRowId(), fields: { name: name.trim(), ...read } },
    ]);
    if (!tell(done)) return;
    form.drop();
  };
  return (
    <form onSubmit={add} className={styles.add}>
      <TextInput
        label={t('settings.milestoneName')}
        value={name}
        required
        withAsterisk={false}
        maxLength={200}
        error={nameless ? t('stored.required') : null}
        onChange={(event) => form.set({ ...form.value, name: event.currentTarget.value })}
      />
      <TextInput
        label={t('settings.milestoneWhen')}
        placeholder={t('settings.milestoneWhenHint')}
        value={when}
        required
        withAsterisk={false}
        error={problem}
        onChange={(event) => form.set({ ...form.value, when: event.currentTarget.value })}
      />
      <Button type="submit" variant="default" leftSection={<IconPlus size={16} aria-hidden />}>
        {t('settings.addMilestone')}
      </Button>
    </form>
  );
}
