import { Select, type SelectProps } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Theirs } from './Theirs.tsx';

interface Props<V extends string>
  extends Omit<SelectProps, 'value' | 'onChange' | 'data' | 'onDropdownOpen' | 'onDropdownClose' | 'error'> {
  /** The row that the choice belongs to. */
  readonly of: string;
  readonly data: readonly { readonly value: V; readonly label: string; readonly disabled?: boolean }[];
  readonly value: V | null;
  readonly onStore: (value: V | null) => unknown;
}

interface Opened<V> {
  readonly of: string;
  readonly value: V | null;
  readonly store: (value: V | null) => unknown;
}

/**
 * One of several, stored when it is picked, into the row that the list was opened for. While the list is open it
 * stays as it was opened, and what somebody else chooses in the meantime is said beside it.
 */
export function ChoiceField<V extends string>({ of, data, value, onStore, ...select }: Props<V>) {
  const [opened, setOpened] = useState<Opened<V> | null>(null);
  const mine = opened?.of === of ? opened : null;
  const shown = mine === null ? value : mine.value;
  const label = data.find((x) => x.value === value)?.label ?? '';
  return (
    <Select
      {...select}
      data={[...data]}
      value={shown}
      onDropdownOpen={() => setOpened({ of, value, store: onStore })}
      onDropdownClose={() => setOpened(null)}
      onChange={(next) => {
        if (next !== shown) (mine?.store ?? onStore)(next as V | null);
      }}
      data-stored-field
      inputContainer={(input: ReactNode) => (
        <>
          {/* Above: the open list lies over what is below. */}
          {mine !== null && mine.value !== value && <Theirs value={label} />}
          {input}
        </>
      )}
    />
  );
}
