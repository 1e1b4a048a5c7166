import { TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';

interface Props<T> {
  readonly label: string;
  readonly value: T | null;
  readonly disabled?: boolean;
  readonly placeholder?: string;
  readonly description?: string | undefined;
  readonly format: (value: T) => string;
  /** Text to value, or the sentence that says what is wrong with it. */
  readonly parse: (text: string) => { readonly value: T } | { readonly problem: string };
  readonly onChange: (value: T) => void;
}

/** A field for a value that is typed in its own notation: a chainage, a day. What was typed stays until it is right. */
export function ParsedInput<T extends number | string>({
  label,
  value,
  disabled,
  placeholder,
  description,
  format,
  parse,
  onChange,
}: Props<T>) {
  const shown = value === null ? '' : format(value);
  const [text, setText] = useState(shown);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    setText(shown);
    setProblem(null);
  }, [shown]);
  const accept = () => {
    const read = text === shown ? null : parse(text);
    setProblem(read !== null && 'problem' in read ? read.problem : null);
    if (read === null || 'problem' in read) return;
    setText(shown);
    if (read.value !== value) onChange(read.value);
  };
  return (
    <TextInput
      label={label}
      description={description}
      value={text}
      disabled={disabled ?? false}
      placeholder={placeholder ?? ''}
      error={problem}
      inputMode="text"
      autoComplete="off"
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={accept}
      onKeyDown={(event) => {
        // Enter accepts what was typed; where nothing was, it is the panel's.
        if (event.key === 'Enter' && text !== shown) {
          event.stopPropagation();
          accept();
        }
        if (event.key === 'Escape' && text !== shown) {
          event.stopPropagation();
          setText(shown);
          setProblem(null);
        }
      }}
    />
  );
}
