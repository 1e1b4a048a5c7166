import { NumberInput, type NumberInputProps } from '@mantine/core';
import { selectAtFirst } from './selectAtFirst.ts';
import { typedNumber } from './typedNumber.ts';

interface Props extends Omit<NumberInputProps, 'onChange'> {
  /** Null while nothing, or no number, stands there. */
  readonly onChange: (value: number | null) => void;
}

/** A number of a form that is stored as a whole: read as people write it, and taken whole by the first press into it. */
export function NumberEntry({ onChange, ...props }: Props) {
  return (
    <NumberInput
      onMouseDown={selectAtFirst}
      // It would make 1 of «1.000» before it is read.
      trimLeadingZeroesOnBlur={false}
      {...props}
      onChange={(typed) => {
        const number = typedNumber(typed);
        onChange(Number.isNaN(number) ? null : number);
      }}
    />
  );
}
