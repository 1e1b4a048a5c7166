import { TextInput } from '@mantine/core';
import { useState } from 'react';

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
  /** What was typed and not accepted yet; null where the field shows its value. */
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [seen, setSeen] = useState(shown);
  // In the same rendering as the new value: an Enter right after must not find the old one as if it were typed.
  if (seen !== shown) {
    setSeen(shown);
    setTyped(null);
    setProblem(null);
  }
  const accept = () => {
    const read = typed === null || typed === shown ? null : parse(typed);
    setProblem(read !== null && 'problem' in read ? read.problem : null);
    if (read !== null && 'problem' in read) return;
    setTyped(null);
    if (read !== null && read.value !== value) onChange(read.value);
  };
  return (
    <TextInput
      label={label}
      description={description}
      value={typed ?? shown}
      disabled={disabled ?? false}
      placeholder={placeholder ?? ''}
      error={problem}
      inputMode="text"
      autoComplete="off"
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={accept}
      onKeyDown={(event) => {
        // Enter accepts what was typed; where nothing was, it is the panel's.
        if (event.key === 'Enter' && typed !== null && typed !== shown) {
          event.stopPropagation();
          accept();
        }
        if (event.key === 'Escape' && typed !== null && typed !== shown) {
          event.stopPropagation();
          setTyped(null);
          setProblem(null);
        }
      }}
    />
  );
}
