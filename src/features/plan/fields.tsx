/** Fields that the draft panel and the inspector share. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useRow, useRows, useTable } from '../../data/campaign/rows.ts';
import type { FeatureKind } from '../../domain/model/entities/roadFeature.ts';
import type { Sides } from '../../domain/model/entities/stretchRule.ts';
import type { Id } from '../../domain/model/rows.ts';
import { roadChoices, roadTitles } from '../../domain/plan/roadFacts.ts';
import { bareChainage, formatChainage, parseChainage } from '../../domain/road/chainageText.ts';
import { measuredOf } from '../../domain/road/measuredOf.ts';
import { ChoiceField } from '../../ui/fields/ChoiceField.tsx';
import { ParsedInput } from '../../ui/fields/ParsedInput.tsx';
import { useFormat } from '../../ui/format.ts';
import { useReason } from '../../ui/reason.ts';
import styles from './plan.module.css';

interface ChainageFieldProps {
  /** The row that it belongs to; what is being drawn is none yet. */
  readonly of?: Id;
  readonly label: string;
  readonly roadId: Id | null;
  readonly value: number | null;
  readonly disabled?: boolean;
  /** Where nothing is typed the end of the road is shown, not its beginning. */
  readonly atEnd?: boolean;
  readonly onChange: (chainage: number) => unknown;
}

/** A chainage of a road: read forgivingly, refused with the road's own limits. */
export function ChainageField({
  roadId,
  // What is drawn belongs to its road: a chainage of another one is not judged by this one's ends.
  of = roadId ?? '',
  label,
  value,
  disabled = false,
  atEnd = false,
  onChange,
}: ChainageFieldProps) {
  const reason = useReason();
  const road = useRow('road', roadId);
  const measured = road === undefined ? null : measuredOf(road);
  return (
    <ParsedInput
      of={of}
      label={label}
      value={value}
      disabled={disabled || measured === null}
      placeholder={
        measured === null
          ? ''
          : formatChainage(atEnd ? Math.floor(measured.maxChainage) : Math.ceil(measured.minChainage))
      }
      format={formatChainage}
      parse={(text) => {
        const read = parseChainage(
          text,
          (road?.calibration.length ?? 0) > 0 || (measured?.minChainage ?? 0) < 0,
        );
        if (!read.ok) return { problem: reason(read.reason) };
        const { minChainage, maxChainage } = measured ?? { minChainage: 0, maxChainage: 0 };
        if (read.value < Math.floor(minChainage) || read.value > Math.ceil(maxChainage)) {
          const params = { fromText: bareChainage(minChainage), toText: bareChainage(maxChainage) };
          return { problem: reason({ code: 'chainage.outside-road', params }) };
        }
        return { value: Math.max(minChainage, Math.min(maxChainage, read.value)) };
      }}
      onChange={onChange}
    />
  );
}

interface PickProps {
  readonly of?: Id;
  readonly value: Id | null;
  readonly disabled?: boolean;
  readonly onChange: (id: Id | null) => unknown;
}

interface PickRowProps extends PickProps {
  readonly label: string;
  readonly data: readonly { readonly value: Id; readonly label: string; readonly disabled?: boolean }[];
  readonly clearable?: boolean;
  readonly placeholder?: string;
}

/** Picks a row of the campaign by its words; a few dozen are listed, typing finds the others. */
function PickRow({
  of = '',
  label,
  data,
  value,
  clearable = false,
  disabled = false,
  placeholder,
  onChange,
}: PickRowProps) {
  const { t } = useTranslation();
  return (
    <ChoiceField
      of={of}
      label={label}
      data={data}
      value={value}
      disabled={disabled}
      clearable={clearable}
      searchable
      limit={60}
      placeholder={placeholder ?? t('common.notSet')}
      onStore={onChange}
    />
  );
}

function byLabel(a: { readonly label: string }, b: { readonly label: string }): number {
  return a.label.localeCompare(b.label, 'vi', { numeric: true });
}

/** Where roads are called the same, each says how long it is and where. */
export function RoadSelect(props: PickProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const road = useTable('road');
  const unit = useTable('unit');
  const data = useMemo(
    () => roadChoices(roadTitles({ road, unit }, props.value === null ? [] : [props.value]), format.length),
    [road, unit, props.value, format],
  );
  return <PickRow label={t('draft.road')} data={data} {...props} />;
}

/** Without a unit of its own a placement belongs to those whose ground it stands on, where boundaries are known. */
export function UnitSelect({ byBoundary = false, ...props }: PickProps & { readonly byBoundary?: boolean }) {
  const { t } = useTranslation();
  const units = useRows('unit');
  const known = byBoundary && units.some((u) => u.boundary !== null);
  const data = useMemo(() => units.map((u) => ({ value: u.id, label: u.name })).sort(byLabel), [units]);
  return (
    <PickRow
      label={t('draft.unit')}
      data={data}
      clearable
      placeholder={t(known ? 'unit.byBoundary' : 'common.notSet')}
      {...props}
    />
  );
}

/** Only approved slogans can be chosen; one that lost its approval stays visible where it is used. */
export function SloganSelect({ typeId, ...props }: PickProps & { readonly typeId: Id }) {
  const { t } = useTranslation();
  const slogans = useRows('slogan');
  const data = useMemo(
    () =>
      slogans
        .filter((s) => s.typeIds.length === 0 || s.typeIds.includes(typeId) || s.id === props.value)
        .sort((a, b) => (a.priority || 999) - (b.priority || 999))
        .map((s) => ({
          value: s.id,
          label: s.approved ? s.text : `${s.text} (${t('draft.sloganUnapproved')})`,
          disabled: !s.approved && s.id !== props.value,
        })),
    [slogans, props.value, typeId, t],
  );
  return <PickRow label={t('draft.slogan')} data={data} clearable {...props} />;
}

const EXCEPT = {
  none: [],
  bridge: ['bridge'],
  'bridge-junction': ['bridge', 'junction'],
  all: ['bridge', 'junction', 'signal', 'level-crossing'],
} as const satisfies Record<string, readonly FeatureKind[]>;
type ExceptChoice = keyof typeof EXCEPT;

interface ExceptProps {
  readonly of?: Id;
  readonly value: readonly FeatureKind[];
  readonly disabled?: boolean;
  readonly onChange: (kinds: readonly FeatureKind[]) => unknown;
}

export function ExceptSelect({ of = '', value, disabled = false, onChange }: ExceptProps) {
  const { t } = useTranslation();
  const choice: ExceptChoice = value.includes('signal')
    ? 'all'
    : value.includes('junction')
      ? 'bridge-junction'
      : value.includes('bridge')
        ? 'bridge'
        : 'none';
  return (
    <ChoiceField<ExceptChoice>
      of={of}
      label={t('draft.except')}
      data={(Object.keys(EXCEPT) as ExceptChoice[]).map((c) => ({ value: c, label: t(`draft.except.${c}`) }))}
      value={choice}
      disabled={disabled}
      allowDeselect={false}
      onStore={(c) => onChange(EXCEPT[c ?? 'none'])}
    />
  );
}

interface SidesProps {
  readonly sides: Sides;
  readonly staggered: boolean;
  readonly disabled?: boolean;
  readonly onChange: (change: { sides: Sides; staggered: boolean }) => unknown;
}

const SIDE_CHOICES = [
  ['left', 'left', false],
  ['right', 'right', false],
  ['both', 'both', false],
  ['staggered', 'both', true],
] as const satisfies readonly (readonly [string, Sides, boolean])[];

/** Left, right, both, staggered: one choice of four, as in the drawing of the workbench. */
export function SidesField({ sides, staggered, disabled = false, onChange }: SidesProps) {
  const { t } = useTranslation();
  return (
    <fieldset className={styles.sides} disabled={disabled}>
      <legend>{t('draft.sides')}</legend>
      <div className={styles.segments}>
        {SIDE_CHOICES.map(([name, side, stagger]) => (
          <label key={name}>
            <input
              type="radio"
              name="sides"
              checked={sides === side && staggered === stagger}
              onChange={() => onChange({ sides: side, staggered: stagger })}
            />
            <span>{t(`sides.${name}`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
