import { TextInput } from '@mantine/core';
import { fieldProps } from './fieldProps.tsx';
import { selectAtFirst } from './selectAtFirst.ts';
import { useStoredField } from './useStoredField.ts';

interface Props<T> {
  /** The row that the value belongs to. */
  readonly of: string;
  readonly label?: string;
  readonly 'aria-label'?: string;
  readonly value: T | null;
  readonly disabled?: boolean;
  readonly placeholder?: string;
  readonly description?: string | undefined;
  readonly format: (value: T) => string;
  /** Text to value, or the sentence that says what is wrong with it. */
  readonly parse: (text: string) => { readonly value: T } | { readonly problem: string };
  /** False says that it was refused: then what was typed stays. */
  readonly onChange: (value: T) => unknown;
}

/** A field for a value that is typed in its own notation: a chainage, a day. What was typed stays until it is right. */
export function ParsedInput<T extends number | string | object>(props: Props<T>) {
  const { value, format, parse } = props;
  const shown = value === null ? '' : format(value);
  const field = useStoredField<string, T>({
    of: props.of,
    shown,
    read: (text) => {
      const read = parse(text);
      // The same value in other letters is nothing to store.
      return 'value' in read && value !== null && format(read.value) === shown ? null : read;
    },
    onStore: props.onChange,
  });
  return (
    <TextInput
      label={props.label}
      aria-label={props['aria-label']}
      description={props.description}
      value={field.draft}
      disabled={props.disabled ?? false}
      placeholder={props.placeholder ?? ''}
      inputMode="text"
      onMouseDown={selectAtFirst}
      autoComplete="off"
      onChange={(event) => field.type(event.currentTarget.value)}
      {...fieldProps(field, {})}
    />
  );
}
