/**
 * The days in which pieces of a type may stand: the first and the last, each hung on a milestone or left open, and how
 * many at most.
 */
import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useRows, useTimeline } from '../../data/campaign/rows.ts';
import type { AssetType } from '../../domain/model/entities/assetType.ts';
import { dueDay } from '../../domain/schedule/timeline.ts';
import { NumberEntry } from '../../ui/fields/number/NumberEntry.tsx';
import { useFormat } from '../../ui/format.ts';
import page from '../../ui/page.module.css';
import styles from './catalogue.module.css';
import { OptionalNumberOfType, type TypeForm } from './TypeFields.tsx';

type Field = 'notBefore' | 'until';

export function WindowFields(props: TypeForm) {
  const { t } = useTranslation();
  const dayOf = useDayOf();
  const { notBefore, until } = props.form.now;
  const [first, last] = [dayOf(notBefore), dayOf(until)];
  return (
    <>
      <DueOfType {...props} field="notBefore" day={first} />
      <DueOfType {...props} field="until" day={last} />
      {first !== null && last !== null && first > last && (
        <p className={styles.problem} role="alert">
          {t('catalogue.windowEmpty')}
        </p>
      )}
      <OptionalNumberOfType {...props} field="periodDays" label={t('catalogue.period')} />
    </>
  );
}

function useDayOf(): (due: AssetType[Field]) => string | null {
  const timeline = useTimeline();
  return (due) => {
    const day = due === null || timeline === null ? null : dueDay(due, timeline);
    return day?.ok ? day.value : null;
  };
}

interface DueProps extends TypeForm {
  readonly field: Field;
  readonly day: string | null;
}

function DueOfType({ form, readOnly, field, day }: DueProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const milestones = useRows('milestone');
  const due = form.now[field];
  const label = t(`catalogue.${field}`);
  const data = [
    { value: 'opening', label: t('detail.opening') },
    { value: 'closing', label: t('detail.closing') },
    ...milestones.map((m) => ({ value: m.id, label: m.name })),
  ];
  const inWords = ({ [field]: value }: AssetType) =>
    value === null
      ? t('common.notSet')
      : `${data.find((m) => m.value === value.milestone)?.label ?? ''} ${format.number(value.days)}`;
  return (
    <div className={page.pair}>
      <Select
        label={label}
        data={data}
        value={due?.milestone ?? null}
        placeholder={t('common.notSet')}
        clearable
        clearButtonProps={{ 'aria-label': t('catalogue.windowOpen', { what: label }) }}
        disabled={readOnly}
        {...form.beside(field, inWords)}
        onChange={(milestone) =>
          form.change({ [field]: milestone === null ? null : { milestone, days: due?.days ?? 0 } })
        }
      />
      <NumberEntry
        label={t('catalogue.windowDays', { what: label })}
        description={day === null ? undefined : format.day(day)}
        value={due?.days ?? 0}
        min={-2000}
        max={2000}
        whole
        disabled={readOnly || due === null}
        onChange={(days) => due !== null && form.change({ [field]: { ...due, days } })}
      />
    </div>
  );
}
