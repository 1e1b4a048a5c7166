import { useTranslation } from 'react-i18next';
import { type Day, parseDay } from '../../domain/schedule/days.ts';
import { ParsedInput } from '../../ui/fields/ParsedInput.tsx';
import { useFormat } from '../../ui/format.ts';
import { useReason } from '../../ui/reason.ts';

interface Props {
  /** The row that the day belongs to. */
  readonly of: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: Day | null;
  /** An empty field is no day, where there may be none. */
  readonly mayBeNone?: boolean;
  readonly disabled: boolean;
  readonly onChange: (day: Day | null) => unknown;
}

/** A day that is typed as people write it. */
export function DayField({ of, label, hint, value, mayBeNone = false, disabled, onChange }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const reason = useReason();
  return (
    <ParsedInput<Day>
      of={of}
      label={label}
      description={hint}
      placeholder={t('settings.dayHint')}
      value={value ?? ''}
      disabled={disabled}
      format={(day) => (day === '' ? '' : format.day(day))}
      parse={(text) => {
        if (text.trim() === '' && mayBeNone) return { value: '' };
        const read = parseDay(text);
        return read.ok ? { value: read.value } : { problem: reason(read.reason) };
      }}
      onChange={(day) => onChange(day === '' ? null : day)}
    />
  );
}
