/** When it goes up and comes down, its phase, and a sponsor: what most placements leave as it is. */
import { Autocomplete, Select, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRows, useTimeline } from '../../data/hooks.ts';
import type { Placement, Sponsor } from '../../domain/model/rows.ts';
import type { DueRule } from '../../domain/schedule/days.ts';
import { dueDay } from '../../domain/schedule/timeline.ts';
import { NumberField } from '../../ui/components/NumberField.tsx';
import { useFormat } from '../../ui/format.ts';
import type { Change } from './change.ts';
import styles from './plan.module.css';

interface Props {
  readonly row: Placement;
  readonly disabled: boolean;
  readonly change: Change;
}

export function DetailFields({ row, disabled, change }: Props) {
  const { t } = useTranslation();
  return (
    <details className={styles.details}>
      <summary>{t('detail.title')}</summary>
      <DueField
        label={t('detail.installBy')}
        value={row.installBy}
        disabled={disabled}
        onChange={(installBy) => change({ installBy })}
      />
      <DueField
        label={t('detail.removeBy')}
        value={row.removeBy}
        disabled={disabled}
        onChange={(removeBy) => change({ removeBy })}
      />
      <PhaseField row={row} disabled={disabled} change={change} />
      <SponsorFields row={row} disabled={disabled} change={change} />
    </details>
  );
}

interface DueProps {
  readonly label: string;
  readonly value: DueRule | null;
  readonly disabled: boolean;
  readonly onChange: (due: DueRule | null) => void;
}

/** So many days before or after a milestone; the day that this comes to is said beside it. */
export function DueField({ label, value, disabled, onChange }: DueProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const timeline = useTimeline();
  const milestones = useRows('milestone');
  const day = value === null || timeline === null ? null : dueDay(value, timeline);
  return (
    <div className={styles.pair}>
      <Select
        label={label}
        data={[
          { value: 'opening', label: t('detail.opening') },
          { value: 'closing', label: t('detail.closing') },
          ...milestones.map((m) => ({ value: m.id, label: m.name })),
        ]}
        value={value?.milestone ?? null}
        placeholder={t('common.notSet')}
        clearable
        disabled={disabled}
        onChange={(milestone) => onChange(milestone === null ? null : { milestone, days: value?.days ?? 0 })}
      />
      <NumberField
        label={day?.ok ? format.day(day.value) : t('detail.days')}
        value={value?.days ?? null}
        min={-2000}
        max={2000}
        whole
        disabled={disabled || value === null}
        onChange={(days) => {
          if (value !== null) onChange({ ...value, days });
        }}
      />
    </div>
  );
}

function PhaseField({ row, disabled, change }: Props) {
  const { t } = useTranslation();
  const placements = useRows('placement');
  const [text, setText] = useState(row.phase);
  useEffect(() => setText(row.phase), [row.phase]);
  const known = [...new Set(placements.map((p) => p.phase).filter((p) => p !== ''))].sort();
  const keep = (phase: string) => {
    if (phase.trim() !== row.phase) change({ phase: phase.trim() });
  };
  return (
    <Autocomplete
      label={t('detail.phase')}
      data={known}
      value={text}
      maxLength={80}
      disabled={disabled}
      onChange={setText}
      onOptionSubmit={keep}
      onBlur={() => keep(text)}
    />
  );
}

function SponsorFields({ row, disabled, change }: Props) {
  const { t } = useTranslation();
  const { sponsor } = row;
  const [name, setName] = useState(sponsor?.name ?? '');
  useEffect(() => setName(sponsor?.name ?? ''), [sponsor]);
  const set = (fields: Partial<Sponsor>) =>
    change({ sponsor: { name: '', share: 10, place: 'bottom', ...sponsor, ...fields } });
  return (
    <>
      <TextInput
        label={t('detail.sponsor')}
        value={name}
        maxLength={200}
        disabled={disabled}
        onChange={(event) => setName(event.currentTarget.value)}
        onBlur={() => {
          const typed = name.trim();
          if (typed === '' && sponsor !== null) change({ sponsor: null });
          else if (typed !== '' && typed !== sponsor?.name) set({ name: typed });
        }}
      />
      {sponsor !== null && (
        <div className={styles.pair}>
          <NumberField
            label={t('detail.share')}
            value={sponsor.share}
            min={0}
            max={100}
            disabled={disabled}
            onChange={(share) => set({ share })}
          />
          <Select
            label={t('detail.sponsorPlace')}
            data={(['bottom', 'right', 'other'] as const).map((p) => ({
              value: p,
              label: t(`detail.place.${p}`),
            }))}
            value={sponsor.place}
            allowDeselect={false}
            disabled={disabled}
            onChange={(place) => set({ place: place as Sponsor['place'] })}
          />
        </div>
      )}
    </>
  );
}
