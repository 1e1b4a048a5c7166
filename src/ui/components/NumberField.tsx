import { NumberInput } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format.ts';
import { fieldProps } from './fieldProps.tsx';
import { selectAtFirst } from './selectAtFirst.ts';
import { typedNumber } from './typedNumber.ts';
import type { Read } from './typing.ts';
import { useStoredField } from './useStoredField.ts';

interface Props {
  /** The row that the number belongs to. */
  readonly of: string;
  readonly label: ReactNode;
  readonly description?: string;
  readonly value: number | null;
  readonly min: number;
  readonly max: number;
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
export function NumberField(props: Props) {
  const { value, min, max, whole = false } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const field = useStoredField<number | string, number>({
    of: props.of,
    shown: value ?? '',
    read: (draft): Read<number> => {
      const number = typedNumber(draft);
      return number >= min && number <= max
        ? { value: number }
        : { problem: t('common.limits', { min: format.number(min), max: format.number(max) }) };
    },
    onStore: props.onChange,
  });
  const typed = useRef(false);
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(field);
  useEffect(() => {
    latest.current = field;
  });
  useEffect(() => () => clearTimeout(resting.current), []);
  return (
    <NumberInput
      label={props.label}
      description={props.description}
      value={field.draft}
      min={min}
      max={max}
      clampBehavior="none"
      // It would make 1 of «1.000» before the field reads it.
      trimLeadingZeroesOnBlur={false}
      allowDecimal={!whole}
      allowedDecimalSeparators={['.', ',']}
      thousandSeparator={props.thousands === true ? ' ' : ''}
      disabled={props.disabled ?? false}
      size={props.size ?? 'sm'}
      onMouseDown={selectAtFirst}
      // Heard before the change that it makes; the arrows make theirs without it.
      onInput={() => {
        typed.current = true;
      }}
      onChange={(next) => {
        field.type(next);
        clearTimeout(resting.current);
        if (!typed.current) resting.current = setTimeout(() => latest.current.accept(), STEPPED_MS);
        typed.current = false;
      }}
      {...fieldProps(field, {
        words: (theirs) => (typeof theirs === 'number' ? format.number(theirs) : theirs),
      })}
    />
  );
}
