import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { numberText } from '../../../domain/text/typedNumber.ts';
import { fieldProps } from '../fieldProps.tsx';
import { useStoredField } from '../useStoredField.ts';
import { NumberText, stepped } from './NumberText.tsx';
import { useNumberReader } from './useNumberReader.ts';

interface Props {
  /** The row that the number belongs to. */
  readonly of: string;
  readonly label: ReactNode;
  readonly description?: string;
  readonly value: number | null;
  readonly min: number;
  readonly max: number;
  readonly step?: number;
  readonly whole?: boolean;
  readonly thousands?: boolean;
  readonly disabled?: boolean;
  readonly size?: 'xs' | 'sm';
  /** False says that it was refused: then what was typed stays. */
  readonly onChange: (value: number) => unknown;
}

/** Milliseconds without another step after which stepping counts as done. */
const STEPPED_MS = 400;

/**
 * A number that is stored when it is finished, not at every digit: with Enter, on leaving the field, or when the
 * arrows have come to rest. One edit, one step to undo. What is no number between the limits stays, with a word on
 * them, until it is mended.
 */
export function NumberField({ of, value, onChange, ...props }: Props) {
  const { i18n } = useTranslation();
  const reader = useNumberReader(props);
  const shown = (n: number) => numberText(n, i18n.language, props.thousands === true);
  const field = useStoredField<string, number>({
    of,
    shown: value === null ? '' : shown(value),
    read: (draft) => {
      const read = reader(draft);
      // The same number in other letters is nothing to store.
      return 'value' in read && read.value === value ? null : read;
    },
    onStore: onChange,
  });
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(field);
  useEffect(() => {
    latest.current = field;
  });
  useEffect(() => () => clearTimeout(resting.current), []);
  return (
    <NumberText
      {...props}
      value={field.draft}
      onType={(text) => {
        clearTimeout(resting.current);
        field.type(text);
      }}
      onStep={(by) => {
        const next = stepped(field.draft, by, props);
        if (next === null) return;
        field.type(shown(next));
        clearTimeout(resting.current);
        resting.current = setTimeout(() => latest.current.accept(), STEPPED_MS);
      }}
      {...fieldProps(field, {})}
    />
  );
}
