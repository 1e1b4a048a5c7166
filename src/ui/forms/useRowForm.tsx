import { notifications } from '@mantine/notifications';
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { finishDialog, finishTyping } from '../fields/openDrafts.ts';
import { Theirs } from '../fields/Theirs.tsx';
import { dropForm, formsOwner, keepForm, keptForm } from './keptForms.ts';
import { isTheirsOf, letGo, seenOf, shownOf, type Touches, touch, type Vouches } from './rowForm.ts';

/**
 * A form with a Save button over a row that others may change while it is open. `live` is the row as it is now; a row
 * that is being made, or that has gone, is `opened`, as it was when the form opened. A form that goes away without the
 * person's word (Back, another screen) keeps what is typed under its name, for when it opens again.
 */
export function useRowForm<R extends { readonly id: string }>(
  kind: string,
  opened: R,
  live: R | undefined,
  vouches: Vouches<R> = {},
) {
  const name = `${kind}:${opened.id}`;
  const row = live ?? opened;
  const [touched, setTouched] = useState(() => keptForm<R>(name));
  /** The same, for what happens between two renderings: a field that is finished by the button that stores it. */
  const latest = useRef(touched);
  const put = (next: Touches<R>) => {
    latest.current = next;
    setTouched(next);
  };
  const finish = useKept(name, latest);
  const theirs = (field: keyof R & string, words?: (row: R) => string): ReactNode =>
    isTheirsOf(touched, row, field) && (
      <Theirs value={words?.(row)} onTake={() => put(letGo(latest.current, field, vouches))} />
    );
  return {
    /** The person has said what becomes of what is typed: saved, or given up. */
    finish,
    /** Whether there is something typed that is not stored. */
    typed: () => Object.keys(latest.current).length > 0,
    now: shownOf(touched, row),
    /** The row as the form saw it. */
    seen: seenOf(touched, row),
    /**
     * Finishes the fields that are being typed into and gives both of these as they are then; null where one cannot be
     * read, to which the hand then goes.
     */
    finished: (): { readonly now: R; readonly seen: R } | null =>
      finishTyping() ? { now: shownOf(latest.current, row), seen: seenOf(latest.current, row) } : null,
    change: (fields: Partial<R>) => put(touch(latest.current, row, fields, vouches)),
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

export type RowForm<R extends { readonly id: string }> = ReturnType<typeof useRowForm<R>>;

/** Keeps what is typed when the form goes away, unless what this gives was called. */
function useKept<R extends object>(name: string, latest: { readonly current: Touches<R> }): () => void {
  const { t } = useTranslation();
  const [owner] = useState(formsOwner);
  const finished = useRef(false);
  const leave = () => {
    if (finished.current) return;
    finishDialog();
    if (keepForm(owner, name, latest.current))
      notifications.show({ message: t('stored.formKept'), color: 'gray', autoClose: 10_000 });
  };
  const leaving = useRef(leave);
  useLayoutEffect(() => {
    leaving.current = leave;
  });
  useLayoutEffect(() => {
    finished.current = false;
    return () => leaving.current();
  }, []);
  return () => {
    finished.current = true;
    dropForm(name);
  };
}
