import { type ReactNode, useState } from 'react';
import { useOpenDraft } from './components/openDrafts.ts';
import { Theirs } from './components/Theirs.tsx';
import { isTheirsOf, letGo, seenOf, shownOf, type Touches, touch } from './rowForm.ts';

/**
 * A form with a Save button over a row that others may change while it is open. `live` is the row as it is now; a row
 * that is being made, or that has gone, is `opened`, as it was when the form opened.
 */
export function useRowForm<R extends object>(opened: R, live: R | undefined) {
  const [touched, setTouched] = useState<Touches<R>>({});
  const row = live ?? opened;
  // What is in a form is stored by its button alone.
  useOpenDraft(Object.keys(touched).length > 0, () => false);
  const theirs = (field: keyof R & string, words?: (row: R) => string): ReactNode =>
    isTheirsOf(touched, row, field) && (
      <Theirs value={words?.(row)} onTake={() => setTouched(letGo(touched, field))} />
    );
  return {
    now: shownOf(touched, row),
    /** The row as the form saw it. */
    seen: seenOf(touched, row),
    change: (fields: Partial<R>) => setTouched(touch(touched, row, fields)),
    /** What others have made of a field that is typed into; to stand beside it. */
    theirs,
    /** The same, for an input that has a place for it. */
    beside: (field: keyof R & string, words: (row: R) => string = (r) => String(r[field] ?? '')) => ({
      inputContainer: (input: ReactNode) => (
        <>
          {input}
          {theirs(field, words)}
        </>
      ),
    }),
  };
}
