/** From and to, each typed in the column's own notation, each open when empty. */
import { useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Range } from '../../../domain/table/columns/column.ts';
import { ParsedInput } from '../../../ui/fields/ParsedInput.tsx';
import styles from '../table.module.css';

export type Read<T> = { readonly value: T } | { readonly problem: string };

interface Props<T> {
  readonly label: string;
  readonly range: Range<T> | undefined;
  readonly show: (value: T) => string;
  readonly read: (text: string) => Read<T>;
  /** Undefined when both ends are open. */
  readonly onChange: (range: Range<T> | undefined) => void;
}

export function RangeField<T extends number | string>({ label, range, show, read, onChange }: Props<T>) {
  const { t } = useTranslation();
  // One end may be stored while the other is still typed: what is stored then builds on what is there by now.
  const now = useRef(range);
  useLayoutEffect(() => {
    now.current = range;
  });
  const end = (which: 'min' | 'max') => {
    const value = range?.[which] ?? null;
    return (
      <ParsedInput<string>
        of=""
        label={t(which === 'min' ? 'filter.from' : 'filter.to', { column: label })}
        value={value === null ? '' : show(value)}
        format={(text) => text}
        parse={(text) => {
          const typed = text.trim() === '' ? null : read(text);
          return typed === null || 'value' in typed ? { value: text.trim() } : typed;
        }}
        onChange={(text) => {
          const typed = text === '' ? null : read(text);
          const next = typed !== null && 'value' in typed ? typed.value : null;
          const both = { min: now.current?.min ?? null, max: now.current?.max ?? null, [which]: next };
          onChange(both.min === null && both.max === null ? undefined : both);
        }}
      />
    );
  };
  return (
    <div className={styles.range}>
      {end('min')}
      {end('max')}
    </div>
  );
}
