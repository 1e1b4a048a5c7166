import { notifications } from '@mantine/notifications';
import { useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { finishDialog, useOpenDraft } from '../fields/openDrafts.ts';
import { dropForm, formsOwner, keepForm, keptForm } from './keptForms.ts';

/**
 * State of a form that makes something new: when the form goes away without its person's word, what is typed is kept
 * under its name, for when it opens again; the page asks before it is left. `drop` is that word: made, or given up.
 */
export function useKeptState<T>(name: string, empty: T) {
  const { t } = useTranslation();
  const [owner] = useState(formsOwner);
  const [value, setValue] = useState<T>(() => {
    const kept = keptForm<{ value: T }>(name).value;
    return kept === undefined ? empty : (kept.value as T);
  });
  const latest = useRef(value);
  /** One that nobody typed into has nothing to say of what another of its name was left with. */
  const touched = useRef(false);
  const isTyped = () => JSON.stringify(latest.current) !== JSON.stringify(empty);
  const leave = () => {
    finishDialog();
    if (!touched.current) return;
    if (keepForm(owner, name, isTyped() ? { value: { value: latest.current, seen: empty } } : {}))
      notifications.show({ message: t('stored.formKept'), color: 'gray', autoClose: 10_000 });
  };
  const leaving = useRef(leave);
  useLayoutEffect(() => {
    leaving.current = leave;
  });
  useLayoutEffect(() => () => leaving.current(), []);
  const set = (next: T) => {
    touched.current = true;
    latest.current = next;
    setValue(next);
  };
  // What is in a form is stored by its button alone.
  useOpenDraft(JSON.stringify(value) !== JSON.stringify(empty), {
    kind: 'form',
    accept: () => false,
    element: () => null,
  });
  return {
    value,
    /** Asked when it matters, also between two renderings. */
    typed: isTyped,
    /** As it is now, also between two renderings. */
    now: () => latest.current,
    set,
    drop: () => {
      set(empty);
      touched.current = false;
      dropForm(name);
    },
  };
}
