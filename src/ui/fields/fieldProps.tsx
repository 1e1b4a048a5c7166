import type { FocusEvent, KeyboardEvent, ReactNode } from 'react';
import { Theirs } from './Theirs.tsx';
import type { StoredField } from './useStoredField.ts';

interface Ways<D> {
  /** A field of several lines keeps Enter for them. */
  readonly multiline?: boolean;
  /** A value in words; as it is typed, where nothing is said. */
  readonly words?: (value: D) => string;
}

/** How a stored field answers to keys and to being left, and where it says what others did: alike for all inputs. */
export function fieldProps<D extends string | number>(
  field: StoredField<D>,
  { multiline = false, words = String }: Ways<D>,
) {
  const inside = (target: EventTarget | null) =>
    target instanceof Element && target.closest(`[data-stored="${field.id}"]`) !== null;
  const left = (event: FocusEvent) => {
    if (!inside(event.relatedTarget)) field.accept();
  };
  return {
    'data-stored-field': true,
    // A dialog around the field stays while Esc takes back what was typed.
    'data-mantine-stop-propagation': field.changed,
    error: field.problem,
    inputContainer: (input: ReactNode) => (
      // biome-ignore lint/a11y/noStaticElementInteractions: only hears of the input in it being left
      <div data-stored={field.id} onBlur={left}>
        {input}
        {field.theirs !== null && <Theirs value={words(field.theirs.value)} onTake={field.takeBack} />}
      </div>
    ),
    onKeyDown: (event: KeyboardEvent) => {
      // Letters that are still being put together are the keyboard's own.
      if (!field.changed || event.nativeEvent.isComposing) return;
      const finished = event.key === 'Enter' && (!multiline || event.ctrlKey || event.metaKey);
      if (!finished && event.key !== 'Escape') return;
      // Where nothing was typed, both are the panel's.
      event.stopPropagation();
      if (finished) field.accept();
      else field.takeBack();
    },
  };
}
