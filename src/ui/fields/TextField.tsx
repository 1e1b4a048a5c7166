import { Autocomplete, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { fieldProps } from './fieldProps.tsx';
import type { Read } from './typing.ts';
import { useStoredField } from './useStoredField.ts';

interface Props {
  /** The row that the text belongs to. */
  readonly of: string;
  readonly label?: string;
  readonly 'aria-label'?: string;
  readonly description?: string;
  readonly placeholder?: string;
  readonly value: string;
  readonly maxLength: number;
  readonly multiline?: boolean;
  /** An empty text is not stored. */
  readonly required?: boolean;
  /** What others have written here, to pick from. */
  readonly known?: readonly string[];
  readonly disabled?: boolean;
  readonly size?: 'xs' | 'sm';
  readonly variant?: 'default' | 'unstyled';
  readonly className?: string | undefined;
  /** False says that it was refused: then what was typed stays. */
  readonly onStore: (value: string) => unknown;
}

/** A text that is stored when it is finished, without the blanks around it. */
export function TextField(props: Props) {
  const { of, value, multiline = false, required = false, known, onStore } = props;
  const { t } = useTranslation();
  const field = useStoredField<string, string>({
    of,
    shown: value,
    read: (draft): Read<string> => {
      const text = draft.trim();
      if (text === value.trim()) return null;
      if (text === '' && required) return { problem: t('stored.required') };
      // What is pasted is never cut: it stays, and says so.
      const max = props.maxLength;
      return text.length > max ? { problem: t('reason.cell.long', { max }) } : { value: text };
    },
    onStore,
  });
  const common = {
    label: props.label,
    'aria-label': props['aria-label'],
    description: props.description,
    placeholder: props.placeholder ?? '',
    value: field.draft,
    disabled: props.disabled ?? false,
    size: props.size ?? 'sm',
    variant: props.variant ?? 'default',
    className: props.className ?? '',
    autoComplete: 'off',
    ...fieldProps(field, { multiline }),
  };
  if (known !== undefined)
    return (
      <Autocomplete
        {...common}
        data={[...known]}
        onChange={field.type}
        onOptionSubmit={(picked) => {
          field.type(picked);
          field.accept();
        }}
      />
    );
  if (multiline)
    return (
      <Textarea
        {...common}
        autosize
        minRows={2}
        onChange={(event) => field.type(event.currentTarget.value)}
      />
    );
  return <TextInput {...common} onChange={(event) => field.type(event.currentTarget.value)} />;
}
