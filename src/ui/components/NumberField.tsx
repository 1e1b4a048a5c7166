import { NumberInput } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format.ts';

interface Props {
  readonly label: ReactNode;
  readonly description?: string;
  readonly value: number | null;
  readonly min: number;
  readonly max: number;
  readonly whole?: boolean;
  readonly thousands?: boolean;
  readonly disabled?: boolean;
  readonly size?: 'xs' | 'sm';
  readonly onChange: (value: number) => void;
}

/** Milliseconds without another step after which stepping counts as done. */
const STEPPED_MS = 400;

/**
 * A number that is stored when it is finished, not at every digit: with Enter, on leaving the field, or when the
 * arrows have come to rest. One edit, one step to undo. What is no number between the limits stays, with a word on
 * them, until it is mended.
 */
export function NumberField(props: Props) {
  const { value, min, max, whole = false, onChange } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const [typed, setTyped] = useState<number | string>(value ?? '');
  const [refused, setRefused] = useState(false);
  const [seen, setSeen] = useState(value);
  if (seen !== value) {
    setSeen(value);
    setTyped(value ?? '');
    setRefused(false);
  }
  const typing = useRef(false);
  const pending = useRef<{
    readonly timer: ReturnType<typeof setTimeout>;
    readonly store: () => void;
  } | null>(null);
  const flush = () => {
    const waiting = pending.current;
    pending.current = null;
    if (waiting === null) return;
    clearTimeout(waiting.timer);
    waiting.store();
  };
  // A field that goes away in the middle of stepping keeps what it had come to.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the field goes away
  useEffect(() => flush, []);
  const fits = (n: number | string): n is number =>
    typeof n === 'number' && Number.isFinite(n) && n >= min && n <= max;
  const accept = () => {
    if (pending.current !== null) {
      flush();
      return;
    }
    const same = typed === (value ?? '');
    setRefused(!same && !fits(typed));
    if (!same && fits(typed)) onChange(typed);
  };
  return (
    <NumberInput
      label={props.label}
      description={props.description}
      value={typed}
      min={min}
      max={max}
      clampBehavior="none"
      error={refused && t('common.limits', { min: format.number(min), max: format.number(max) })}
      allowDecimal={!whole}
      allowedDecimalSeparators={['.', ',']}
      thousandSeparator={props.thousands === true ? ' ' : ''}
      disabled={props.disabled ?? false}
      size={props.size ?? 'sm'}
      onChange={(next) => {
        setTyped(next);
        if (pending.current !== null) clearTimeout(pending.current.timer);
        pending.current = null;
        if (typing.current || !fits(next) || next === value) return;
        // Belongs to what the field is of now, should it become another's field in the meantime.
        const store = () => onChange(next);
        pending.current = { store, timer: setTimeout(flush, STEPPED_MS) };
      }}
      onKeyDown={(event) => {
        typing.current = event.key !== 'ArrowUp' && event.key !== 'ArrowDown';
        // Enter accepts what was typed; where nothing was, it is the panel's.
        if (event.key === 'Enter' && typed !== (value ?? '')) {
          event.stopPropagation();
          accept();
        }
        if (event.key === 'Escape' && typed !== (value ?? '')) {
          event.stopPropagation();
          setTyped(value ?? '');
          setRefused(false);
        }
      }}
      onKeyUp={() => {
        typing.current = false;
      }}
      onBlur={accept}
    />
  );
}
