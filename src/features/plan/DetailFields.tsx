/** When it goes up and comes down, its phase, and a sponsor: what most placements leave as it is. */
import { useTranslation } from 'react-i18next';
import { useRows, useTimeline } from '../../data/campaign/rows.ts';
import type { Placement, Sponsor } from '../../domain/model/entities/placement.ts';
import type { DueRule } from '../../domain/schedule/days.ts';
import { dueDay } from '../../domain/schedule/timeline.ts';
import { ChoiceField } from '../../ui/fields/ChoiceField.tsx';
import { NumberField } from '../../ui/fields/number/NumberField.tsx';
import { TextField } from '../../ui/fields/TextField.tsx';
import { useFormat } from '../../ui/format.ts';
import { type Change, changePart } from './change.ts';
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
        of={row.id}
        value={row.installBy}
        disabled={disabled}
        onChange={(installBy) => change({ installBy })}
        onDays={(days) => changePart(change, row, 'installBy', { days })}
      />
      <DueField
        label={t('detail.removeBy')}
        of={row.id}
        value={row.removeBy}
        disabled={disabled}
        onChange={(removeBy) => change({ removeBy })}
        onDays={(days) => changePart(change, row, 'removeBy', { days })}
      />
      <PhaseField row={row} disabled={disabled} change={change} />
      <SponsorFields row={row} disabled={disabled} change={change} />
    </details>
  );
}

interface DueProps {
  readonly of: string;
  readonly label: string;
  readonly value: DueRule | null;
  readonly disabled: boolean;
  readonly onChange: (due: DueRule | null) => unknown;
  readonly onDays: (days: number) => unknown;
}

/** So many days before or after a milestone; the day that this comes to is said beside it. */
export function DueField({ of, label, value, disabled, onChange, onDays }: DueProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const timeline = useTimeline();
  const milestones = useRows('milestone');
  const day = value === null || timeline === null ? null : dueDay(value, timeline);
  return (
    <div className={styles.pair}>
      <ChoiceField
        of={of}
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
        onStore={(milestone) => onChange(milestone === null ? null : { milestone, days: value?.days ?? 0 })}
      />
      <NumberField
        of={of}
        label={day?.ok ? format.day(day.value) : t('detail.days')}
        value={value?.days ?? null}
        min={-2000}
        max={2000}
        whole
        disabled={disabled || value === null}
        onChange={onDays}
      />
    </div>
  );
}

function PhaseField({ row, disabled, change }: Props) {
  const { t } = useTranslation();
  const placements = useRows('placement');
  const known = [...new Set(placements.map((p) => p.phase).filter((p) => p !== ''))].sort();
  return (
    <TextField
      of={row.id}
      label={t('detail.phase')}
      known={known}
      value={row.phase}
      maxLength={80}
      disabled={disabled}
      onStore={(phase) => change({ phase })}
    />
  );
}

const NOBODY: Sponsor = { name: '', share: 10, place: 'bottom' };

function SponsorFields({ row, disabled, change }: Props) {
  const { t } = useTranslation();
  const { sponsor } = row;
  const part = (fields: Partial<Sponsor>) => changePart(change, row, 'sponsor', fields);
  return (
    <>
      <TextField
        of={row.id}
        label={t('detail.sponsor')}
        value={sponsor?.name ?? ''}
        maxLength={200}
        disabled={disabled}
        onStore={(name) => {
          if (name === '') return change({ sponsor: null });
          return sponsor === null ? change({ sponsor: { ...NOBODY, name } }) : part({ name });
        }}
      />
      {sponsor !== null && (
        <div className={styles.pair}>
          <NumberField
            of={row.id}
            label={t('detail.share')}
            value={sponsor.share}
            min={0}
            max={100}
            disabled={disabled}
            onChange={(share) => part({ share })}
          />
          <ChoiceField<Sponsor['place']>
            of={row.id}
            label={t('detail.sponsorPlace')}
            data={(['bottom', 'right', 'other'] as const).map((p) => ({
              value: p,
              label: t(`detail.place.${p}`),
            }))}
            value={sponsor.place}
            allowDeselect={false}
            disabled={disabled}
            onStore={(place) => place !== null && part({ place })}
          />
        </div>
      )}
    </>
  );
}
