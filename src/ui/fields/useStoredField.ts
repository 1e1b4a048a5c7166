import { notifications } from '@mantine/notifications';
import { useId, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cut } from './fieldWords.ts';
import { useOpenDraft } from './openDrafts.ts';
import { isTheirs, type Read, settle, type Typing, typeInto } from './typing.ts';

interface Options<D, V> {
  /** Whose field it is. What is typed belongs to it, whatever the field is of by the time it is stored. */
  readonly of: string;
  /** What the field shows while nothing is being typed. */
  readonly shown: D;
  readonly read: (draft: D) => Read<V>;
  /**
   * Stores a value. The one that is called is the one that was given when typing began: what it closes over is what
   * the field saw. False says that it was refused: then what was typed stays.
   */
  readonly onStore: (value: V) => unknown;
}

export interface StoredField<D> {
  readonly id: string;
  readonly draft: D;
  /** Something is typed that is not what the field showed. */
  readonly changed: boolean;
  readonly problem: string | null;
  /** What somebody else has made of it while one was typing; null where nobody has. */
  readonly theirs: { readonly value: D } | null;
  readonly type: (draft: D) => void;
  /** Stores what was typed; false where something is left to be mended. */
  readonly accept: () => boolean;
  readonly takeBack: () => void;
}

/**
 * The one way of every field that stores into a row: stored when it is finished and only if something was typed; what
 * is being typed is never dropped because another value arrives; a field that goes away, or becomes another row's,
 * stores what was typed into the row that it was typed for.
 */
export function useStoredField<D extends string | number, V>(options: Options<D, V>): StoredField<D> {
  const { of, shown } = options;
  const { t } = useTranslation();
  const id = useId();
  const [typing, setTyping] = useState<Typing<D, V> | null>(null);
  /** The same, for what happens between two renderings: a pick right after a letter, a field that goes away. */
  const now = useRef<Typing<D, V> | null>(null);
  const put = (next: Typing<D, V> | null) => {
    now.current = next;
    setTyping(next);
  };
  const accept = () => {
    const before = now.current;
    if (before === null) return true;
    // What is stored must not be stored again by the field's going away on account of it.
    now.current = null;
    const left = settle(before, before.of === of ? shown : before.seen);
    put(left);
    return left === null;
  };
  const leave = () => {
    accept();
    const left = now.current;
    if (left === null) return;
    // What cannot be read, or was refused, has no place any more where it could be mended.
    notifications.show({
      message: t('stored.notKept', { text: cut(String(left.draft)), problem: left.problem ?? '' }),
      color: 'red',
      autoClose: 20_000,
    });
    put(null);
  };
  const leaving = useRef(leave);
  useLayoutEffect(() => {
    leaving.current = leave;
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: when it becomes another row's field, and when it goes away
  useLayoutEffect(() => () => leaving.current(), [of]);
  useOpenDraft(typing !== null, {
    kind: 'field',
    accept,
    element: () => document.querySelector(`[data-stored="${id}"] :is(input, textarea)`),
  });
  const mine = typing !== null && typing.of === of ? typing : null;
  return {
    id,
    draft: mine === null ? shown : mine.draft,
    changed: mine !== null && mine.draft !== mine.seen,
    // Why stands in a message that goes by; that it is not stored stays to be seen.
    problem: mine?.problem ?? (mine?.refused === true ? t('stored.refused') : null),
    theirs: mine !== null && isTheirs(mine, shown) ? { value: shown } : null,
    type: (draft) => {
      const before = now.current?.of === of ? now.current : null;
      put(typeInto(before, draft, { of, seen: shown, read: options.read, store: options.onStore }));
    },
    accept,
    takeBack: () => put(null),
  };
}
