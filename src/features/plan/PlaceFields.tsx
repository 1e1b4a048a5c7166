/** Where a placement stands and by which rule: the typed twin of dragging it. */
import { Select } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import type { Placement, Side } from '../../domain/model/rows.ts';
import { NumberField } from '../../ui/components/NumberField.tsx';
import { useReason } from '../../ui/reason.ts';
import type { Change } from './change.ts';
import { ChainageField, ExceptSelect, SidesField } from './fields.tsx';
import styles from './plan.module.css';

export function PlaceFields({
  placement,
  disabled,
  change,
}: {
  readonly placement: Placement;
  readonly disabled: boolean;
  readonly change: Change;
}) {
  const { t } = useTranslation();
  const reason = useReason();
  const { rule, roadId, from, to } = placement;
  const moveEnd = (which: 'from' | 'to', value: number) => {
    const ends = which === 'from' ? { from: value, to } : { from, to: value };
    if (ends.from !== null && ends.to !== null && ends.from >= ends.to) {
      notifications.show({ message: reason({ code: 'row.stretch-ends-order' }), color: 'red' });
      return;
    }
    change({ [which]: value }, 'placement.moved');
  };
  if (rule === null)
    return (
      <div className={styles.pair}>
        {roadId !== null && (
          <ChainageField
            label={t('draft.at')}
            roadId={roadId}
            value={from}
            disabled={disabled}
            onChange={(value) => change({ from: value }, 'placement.moved')}
          />
        )}
        <NumberField
          label={t('draft.pieces')}
          value={placement.pointQuantity}
          min={1}
          max={100_000}
          whole
          disabled={disabled}
          onChange={(pointQuantity) => change({ pointQuantity })}
        />
        {roadId !== null && (
          <Select
            label={t('draft.sides')}
            data={(['left', 'right', 'median'] as const).map((s) => ({ value: s, label: t(`sides.${s}`) }))}
            value={placement.side}
            allowDeselect={false}
            disabled={disabled}
            onChange={(side) => change({ side: side as Side }, 'placement.moved')}
          />
        )}
      </div>
    );
  return (
    <>
      <div className={styles.pair}>
        <ChainageField
          label={t('draft.from')}
          roadId={roadId}
          value={from}
          disabled={disabled}
          onChange={(v) => moveEnd('from', v)}
        />
        <ChainageField
          label={t('draft.to')}
          roadId={roadId}
          value={to}
          disabled={disabled}
          onChange={(v) => moveEnd('to', v)}
        />
      </div>
      <SidesField
        sides={rule.sides}
        staggered={rule.staggered}
        disabled={disabled}
        onChange={(sides) => change({ rule: { ...rule, ...sides } })}
      />
      <div className={styles.pair}>
        <NumberField
          label={t('draft.spacing')}
          min={1}
          max={5000}
          value={rule.spacing}
          disabled={disabled}
          onChange={(spacing) => change({ rule: { ...rule, spacing } })}
        />
        <ExceptSelect
          value={rule.except}
          disabled={disabled}
          onChange={(except) => change({ rule: { ...rule, except } })}
        />
      </div>
      <div className={styles.pair}>
        <NumberField
          label={t('draft.edgeOffset')}
          min={-50}
          max={5000}
          value={rule.edgeOffset}
          disabled={disabled}
          onChange={(edgeOffset) => change({ rule: { ...rule, edgeOffset } })}
        />
        <NumberField
          label={t('draft.startOffset')}
          min={0}
          max={5000}
          value={rule.startOffset}
          disabled={disabled}
          onChange={(startOffset) => change({ rule: { ...rule, startOffset } })}
        />
      </div>
    </>
  );
}
