/** The inputs that a type's tabs are made of: each shows what others made of its field meanwhile. */
import { Select, TextInput } from '@mantine/core';
import type { AssetType } from '../../domain/model/entities/assetType.ts';
import type { Translated } from '../../domain/text/translated.ts';
import { NumberEntry } from '../../ui/fields/number/NumberEntry.tsx';
import type { RowForm } from '../../ui/forms/useRowForm.tsx';

export interface TypeForm {
  readonly form: RowForm<AssetType>;
  readonly readOnly: boolean;
}

/** As many as the server takes. */
const MOST = {
  price: 1_000_000_000_000,
  inStock: 10_000_000,
  ordered: 10_000_000,
  defaultSpacing: 100_000,
} as const;

interface NumberProps extends TypeForm {
  readonly field: keyof typeof MOST;
  readonly label: string;
  readonly min?: number;
}

export function NumberOfType({ form, readOnly, field, label, min = 0 }: NumberProps) {
  return (
    <NumberEntry
      label={label}
      min={min}
      max={MOST[field]}
      whole={field !== 'defaultSpacing'}
      thousands
      value={form.now[field]}
      disabled={readOnly}
      {...form.beside(field)}
      onChange={(n) => form.change({ [field]: n })}
    />
  );
}

interface OptionalProps extends TypeForm {
  readonly field: 'widthCm' | 'heightCm' | 'lifeDays' | 'periodDays';
  readonly label: string;
}

export function OptionalNumberOfType({ form, readOnly, field, label }: OptionalProps) {
  return (
    <NumberEntry
      label={label}
      optional
      min={1}
      max={10_000}
      whole={field === 'lifeDays' || field === 'periodDays'}
      value={form.now[field]}
      disabled={readOnly}
      {...form.beside(field)}
      onChange={(n) => form.change({ [field]: n })}
    />
  );
}

interface NameProps extends TypeForm {
  readonly field: 'name' | 'unitName';
  readonly language: keyof Translated;
  readonly label: string;
  readonly maxLength: number;
}

export function NameOfType({ form, readOnly, field, language, label, maxLength }: NameProps) {
  const name = form.now[field];
  return (
    <TextInput
      label={label}
      maxLength={maxLength}
      value={name[language]}
      disabled={readOnly}
      {...form.beside(field, (x) => `${x[field].vi} · ${x[field].en}`)}
      onChange={(event) => form.change({ [field]: { ...name, [language]: event.currentTarget.value } })}
    />
  );
}

interface ChoiceProps<F extends keyof AssetType & string> extends TypeForm {
  readonly field: F;
  readonly label: string;
  readonly values: readonly (AssetType[F] & string)[];
  readonly words: (value: AssetType[F] & string) => string;
  readonly description?: string | undefined;
  /** Besides `readOnly`. */
  readonly disabled?: boolean;
}

/** One of a few values that a type always has one of. */
export function ChoiceOfType<F extends 'colour' | 'layout' | 'mount' | 'defaultSides' | 'emblem'>({
  form,
  readOnly,
  field,
  label,
  values,
  words,
  description,
  disabled = false,
}: ChoiceProps<F>) {
  return (
    <Select
      label={label}
      data={values.map((value) => ({ value, label: words(value) }))}
      value={form.now[field]}
      {...form.beside(field, (x) => words(x[field]))}
      allowDeselect={false}
      disabled={readOnly || disabled}
      description={description}
      onChange={(value) => {
        if (value !== null) form.change({ [field]: value } as Partial<AssetType>);
      }}
    />
  );
}
