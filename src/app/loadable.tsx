import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type ComponentType, type ReactNode, useEffect, useReducer, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { loadLaterWords } from './i18n.ts';
import { keepAsking } from './keepAsking.ts';
import { addPart, allParts } from './partFiles.ts';
import { loadAll, type Part } from './parts.ts';
import styles from './shell.module.css';

interface Known<P> {
  /** Undefined while it is on its way. */
  readonly Shown: ComponentType<P> | undefined;
  readonly failed: boolean;
  readonly again: () => void;
}

function usePart<P>(part: Part<ComponentType<P>>): Known<P> {
  const [tried, again] = useReducer((n: number) => n + 1, 0);
  const [state, setState] = useState<'coming' | 'there' | 'failed'>('coming');
  // biome-ignore lint/correctness/useExhaustiveDependencies: each try is a try anew
  useEffect(() => {
    let asked = true;
    const tell = (next: typeof state) => asked && setState(next);
    setState('coming');
    part.load().then(
      () => tell('there'),
      (error: unknown) => {
        console.error(error);
        tell('failed');
      },
    );
    return () => {
      asked = false;
    };
  }, [part, tried]);
  return { Shown: part.now() ?? undefined, failed: state === 'failed', again };
}

/** With the words that parts say when they are opened. */
function withWords<T>(load: () => Promise<T>): () => Promise<T> {
  return async () => {
    const [loaded] = await Promise.all([load(), loadLaterWords()]);
    return loaded;
  };
}

/**
 * A screen that is loaded when it is opened; one that does not come says so in its place, and comes with the network.
 * `words` are those that it speaks with: a first screen does without those that come later.
 */
export function loadableScreen<P extends object>(
  name: string,
  load: () => Promise<ComponentType<P>>,
  waiting: ReactNode,
  words: 'first' | 'all' = 'all',
): ComponentType<P> {
  const part = addPart(name, words === 'all' ? withWords(load) : load);
  return function Screen(props: P) {
    const known = usePart(part);
    const { Shown, failed, again } = known;
    const { t } = useTranslation();
    useComing(part, known);
    if (Shown !== undefined) return <Shown {...props} />;
    if (!failed) return waiting;
    return (
      <div className={styles.failed} role="alert">
        <strong>{t('part.title')}</strong>
        <p>{t(navigator.onLine ? 'part.notSent' : 'part.noNetwork')}</p>
        <Button onClick={again}>{t('part.again')}</Button>
      </div>
    );
  };
}

/** Asks again, with the network, for a part that did not come. */
function useComing<P>(part: Part<ComponentType<P>>, { failed, again }: Known<P>): void {
  useEffect(() => {
    if (!failed) return;
    window.addEventListener('online', again);
    // A network that is said to be back does not always carry at once.
    const stop = keepAsking(part, again);
    return () => {
      window.removeEventListener('online', again);
      stop();
    };
  }, [part, failed, again]);
}

/** A mark on something else, which is whole without it: nothing is said where it does not come. */
export function loadableMark<P extends object>(
  name: string,
  load: () => Promise<ComponentType<P>>,
): ComponentType<P> {
  const part = addPart(name, withWords(load));
  return function Mark(props: P) {
    const known = usePart(part);
    useComing(part, known);
    return known.Shown === undefined ? null : <known.Shown {...props} />;
  };
}

/** A dialog that is loaded when it is opened; one that does not come closes itself, with a sentence. */
export function loadableDialog<P extends { readonly onClose: () => void }>(
  name: string,
  load: () => Promise<ComponentType<P>>,
): ComponentType<P> {
  const part = addPart(name, withWords(load));
  return function LoadedDialog(props: P) {
    const { Shown, failed } = usePart(part);
    const { t } = useTranslation();
    const { onClose } = props;
    // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it fails
    useEffect(() => {
      if (!failed) return;
      notifications.show({
        message: t(navigator.onLine ? 'part.dialogNotSent' : 'part.dialogNoNetwork'),
        color: 'red',
      });
      onClose();
    }, [failed]);
    return Shown === undefined ? null : <Shown {...props} />;
  };
}

const idle = () =>
  new Promise<void>((done) => {
    // Safari has no idle callback.
    if ('requestIdleCallback' in window) window.requestIdleCallback(() => done(), { timeout: 4000 });
    else setTimeout(done, 1500);
  });

/** Loads everything else while nothing else is to be done: what is not here when the signal goes cannot be opened. */
export function useLoadAhead(): void {
  useEffect(() => {
    const start = () => {
      if (navigator.onLine) void loadAll(allParts, idle);
    };
    start();
    window.addEventListener('online', start);
    return () => window.removeEventListener('online', start);
  }, []);
}
