import { TextInput, type TextInputProps } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { typedNumber } from '../../../domain/text/typedNumber.ts';
import { selectAtFirst } from '../selectAtFirst.ts';
import styles from './NumberText.module.css';

export interface NumberTextProps extends Omit<TextInputProps, 'value' | 'onChange' | 'min' | 'max' | 'step'> {
  readonly min: number;
  readonly max: number;
  /** What the arrows add or take; 1 if nothing is said. */
  readonly step?: number | undefined;
  readonly whole?: boolean | undefined;
  readonly thousands?: boolean | undefined;
}

interface Props extends NumberTextProps {
  readonly value: string;
  readonly onType: (text: string) => void;
  /** One up or one down, by the arrow keys or the arrows beside the number. */
  readonly onStep: (by: 1 | -1) => void;
}

/**
 * The input of a number, which is text until it is read: nothing that is typed or pasted is cut or moved meanwhile. The
 * first press into it takes all of it.
 */
export function NumberText({
  min,
  max,
  whole,
  thousands: _,
  step: __,
  onType,
  onStep,
  onKeyDown,
  ...props
}: Props) {
  const onKey = (event: KeyboardEvent<HTMLInputElement>) => {
    const by = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (by === undefined || event.altKey || event.ctrlKey || event.metaKey) {
      onKeyDown?.(event);
      return;
    }
    event.preventDefault();
    onStep(by as 1 | -1);
  };
  return (
    <TextInput
      // The pads of some phones have no minus.
      inputMode={min < 0 ? 'text' : whole === true ? 'numeric' : 'decimal'}
      autoComplete="off"
      onMouseDown={selectAtFirst}
      rightSectionWidth={24}
      rightSection={props.disabled === true ? null : <Steps onStep={onStep} />}
      {...props}
      onKeyDown={onKey}
      onChange={(event) => onType(event.currentTarget.value)}
    />
  );
}

/** For the mouse; the keyboard has the arrows. */
function Steps({ onStep }: { readonly onStep: (by: 1 | -1) => void }) {
  return (
    <span className={styles.steps} aria-hidden>
      {([1, -1] as const).map((by) => (
        <button
          key={by}
          type="button"
          tabIndex={-1}
          // The field keeps the keys.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onStep(by)}
        >
          {by === 1 ? <IconChevronUp size={12} stroke={2} /> : <IconChevronDown size={12} stroke={2} />}
        </button>
      ))}
    </span>
  );
}

/**
 * One step more or less than what stands there, within the limits; from nothing, the number nearest to zero. Null where
 * there is no step: from what is no number, and over a limit.
 */
export function stepped(
  from: string,
  by: 1 | -1,
  { min, max, step = 1 }: Pick<NumberTextProps, 'min' | 'max' | 'step'>,
): number | null {
  if (from.trim() === '') return Math.min(max, Math.max(min, 0));
  const now = typedNumber(from);
  if (Number.isNaN(now) || (by === 1 ? now >= max : now <= min)) return null;
  return Math.min(max, Math.max(min, Number((now + by * step).toFixed(10))));
}
