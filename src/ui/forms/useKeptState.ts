import { notifications } from '@mantine/notifications';
import { useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOpenDraft } from '../fields/openDrafts.ts';
import { dropForm, keepForm, keptForm } from './keptForms.ts';

/**
 * State of a form that makes something new: when the form goes away without its person's word, what is typed is kept
 * under its name, for when it opens again; the page asks before it is left. `drop` is that word: made, or given up.
 */
export function useKeptState<T>(name: string, empty: T) {
  const { t } = useTranslation();
  const [value, setValue] = useState<T>(() => {
    const kept = keptForm<{ value: T }>(name).value;
    return kept === undefined ? empty : (kept.value as T);
  });
  const latest = useRef(value);
  const isEmpty = (it: T) => JSON.stringify(it) === JSON.stringify(empty);
  const leave = () => {
    const left = latest.current;
    if (keepForm(name, isEmpty(left) ? {} : { value: { value: left, seen: empty } }))
      notifications.show({ message: t('stored.formKept'), color: 'gray', autoClose: 10_000 });
  };
  const leaving = useRef(leave);
  useLayoutEffect(() => {
    leaving.current = leave;
  });
  useLayoutEffect(() => () => leaving.current(), []);
  const set = (next: T) => {
    latest.current = next;
    setValue(next);
  };
  const typed = !isEmpty(value);
  // What is in a form is stored by its button alone.
  useOpenDraft(typed, { kind: 'form', accept: () => false, element: () => null });
  return {
    value,
    typed,
    set,
    drop: () => {
      set(empty);
      dropForm(name);
    },
  };
}
