import { notifications } from '@mantine/notifications';
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOpenDraft } from './components/openDrafts.ts';
import { Theirs } from './components/Theirs.tsx';
import { keepForm, takeForm } from './keptForms.ts';
import { isTheirsOf, letGo, seenOf, shownOf, type Touches, touch } from './rowForm.ts';

/**
 * A form with a Save button over a row that others may change while it is open. `live` is the row as it is now; a row
 * that is being made, or that has gone, is `opened`, as it was when the form opened. A form that goes away without the
 * person's word (Back, another screen) keeps what is typed under its name, for when it opens again.
 */
export function useRowForm<R extends { readonly id: string }>(kind: string, opened: R, live: R | undefined) {
  const name = `${kind}:${opened.id}`;
  const [touched, setTouched] = useState<Touches<R>>(() => takeForm<R>(name) ?? {});
  const finish = useKept(name, touched);
  const row = live ?? opened;
  // What is in a form is stored by its button alone.
  useOpenDraft(Object.keys(touched).length > 0, () => false);
  const theirs = (field: keyof R & string, words?: (row: R) => string): ReactNode =>
    isTheirsOf(touched, row, field) && (
      <Theirs value={words?.(row)} onTake={() => setTouched(letGo(touched, field))} />
    );
  return {
    /** The person has said what becomes of what is typed: saved, or given up. */
    finish,
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

/** Keeps what is typed when the form goes away, unless what this gives was called. */
function useKept<R extends object>(name: string, touched: Touches<R>): () => void {
  const { t } = useTranslation();
  const finished = useRef(false);
  const leave = () => {
    if (finished.current || !keepForm(name, touched)) return;
    notifications.show({ message: t('stored.formKept'), color: 'gray', autoClose: 10_000 });
  };
  const leaving = useRef(leave);
  useLayoutEffect(() => {
    leaving.current = leave;
  });
  useLayoutEffect(() => () => leaving.current(), []);
  return () => {
    finished.current = true;
  };
}
