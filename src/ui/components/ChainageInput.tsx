import { TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';

interface Props {
  readonly label: string;
  readonly value: number | null;
  readonly disabled?: boolean;
  readonly placeholder?: string;
  /** Metres to text. */
  readonly format: (metres: number) => string;
  /** Text to metres, or the sentence that says what is wrong with it. */
  readonly parse: (text: string) => { readonly metres: number } | { readonly problem: string };
  readonly onChange: (metres: number) => void;
}

/** A field for a measure that is typed in its own notation. What was typed stays until it is right. */
export function ChainageInput({ label, value, disabled, placeholder, format, parse, onChange }: Props) {
  const shown = value === null ? '' : format(value);
  const [text, setText] = useState(shown);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    setText(shown);
    setProblem(null);
  }, [shown]);
  const accept = () => {
    if (text === shown) return setProblem(null);
    const read = parse(text);
    if ('problem' in read) return setProblem(read.problem);
    setProblem(null);
    if (read.metres === value) setText(shown);
    else onChange(read.metres);
  };
  return (
    <TextInput
      label={label}
      value={text}
      disabled={disabled ?? false}
      placeholder={placeholder ?? ''}
      error={problem}
      inputMode="text"
      autoComplete="off"
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={accept}
      onKeyDown={(event) => {
        if (event.key === 'Enter') {
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
