/** Where a placement stands and by which rule: the typed twin of dragging it. */
import { useTranslation } from 'react-i18next';
import type { Placement } from '../../domain/model/entities/placement.ts';
import type { Side, StretchRule } from '../../domain/model/entities/stretchRule.ts';
import { fail } from '../../domain/model/result.ts';
import { ChoiceField } from '../../ui/fields/ChoiceField.tsx';
import { NumberField } from '../../ui/fields/number/NumberField.tsx';
import { useTell } from '../../ui/tell.ts';
import { type Change, changePart } from './change.ts';
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
  const tell = useTell();
  const { id, rule, roadId, from, to } = placement;
  const part = (fields: Partial<StretchRule>) => changePart(change, placement, 'rule', fields);
  const moveEnd = (which: 'from' | 'to', value: number) => {
    const ends = which === 'from' ? { from: value, to } : { from, to: value };
    if (ends.from !== null && ends.to !== null && ends.from >= ends.to)
      return tell(fail('row.stretch-ends-order'));
    return change({ [which]: value }, 'placement.moved');
  };
  if (rule === null)
    return (
      <div className={styles.pair}>
        {roadId !== null && (
          <ChainageField
            of={id}
            label={t('draft.at')}
            roadId={roadId}
            value={from}
            disabled={disabled}
            onChange={(value) => change({ from: value }, 'placement.moved')}
          />
        )}
        <NumberField
          of={id}
          label={t('draft.pieces')}
          value={placement.pointQuantity}
          min={1}
          max={100_000}
          whole
          disabled={disabled}
          onChange={(pointQuantity) => change({ pointQuantity })}
        />
        {roadId !== null && (
          <ChoiceField<Side>
            of={id}
            label={t('draft.sides')}
            data={(['left', 'right', 'median'] as const).map((s) => ({ value: s, label: t(`sides.${s}`) }))}
            value={placement.side}
            allowDeselect={false}
            disabled={disabled}
            onStore={(side) => side !== null && change({ side }, 'placement.moved')}
          />
        )}
      </div>
    );
  return (
    <>
      <div className={styles.pair}>
        <ChainageField
          of={id}
          label={t('draft.from')}
          roadId={roadId}
          value={from}
          disabled={disabled}
          onChange={(v) => moveEnd('from', v)}
        />
        <ChainageField
          of={id}
          label={t('draft.to')}
          atEnd
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
        onChange={(sides) => part(sides)}
      />
      <div className={styles.pair}>
        <NumberField
          of={id}
          label={t('draft.spacing')}
          min={1}
          max={5000}
          value={rule.spacing}
          disabled={disabled}
          onChange={(spacing) => part({ spacing })}
        />
        <ExceptSelect
          of={id}
          value={rule.except}
          disabled={disabled}
          onChange={(except) => part({ except })}
        />
      </div>
      <div className={styles.pair}>
        <NumberField
          of={id}
          label={t('draft.edgeOffset')}
          min={-50}
          max={200}
          value={rule.edgeOffset}
          disabled={disabled}
          onChange={(edgeOffset) => part({ edgeOffset })}
        />
        <NumberField
          of={id}
          label={t('draft.startOffset')}
          min={0}
          max={5000}
          value={rule.startOffset}
          disabled={disabled}
          onChange={(startOffset) => part({ startOffset })}
        />
      </div>
    </>
  );
}
