/** What is typed and not stored yet, when the page itself is about to go. */
import { useEffect, useLayoutEffect, useRef } from 'react';

/** Stores what is typed; false where it cannot, or only its maker may say so. */
type Accept = () => boolean;

const held = new Set<Accept>();

function beforeLeaving(event: BeforeUnloadEvent): void {
  const left = [...held].filter((accept) => !accept());
  if (left.length > 0) event.preventDefault();
}

/** Some browsers, on phones above all, ask nobody before a page goes. */
function leaving(): void {
  for (const accept of held) accept();
}

function hold(accept: Accept): () => void {
  if (held.size === 0) {
    // Before the question for edits that are not stored yet, which it may make.
    window.addEventListener('beforeunload', beforeLeaving, { capture: true });
    window.addEventListener('pagehide', leaving);
  }
  held.add(accept);
  return () => {
    held.delete(accept);
    if (held.size > 0) return;
    window.removeEventListener('beforeunload', beforeLeaving, { capture: true });
    window.removeEventListener('pagehide', leaving);
  };
}

/**
 * Finishes whatever is being typed, before something is made of all of it. False where a field cannot be read: nothing
 * is to be made of what it showed before, and the hand goes to it.
 */
export function finishTyping(): boolean {
  const left = [...held].filter((accept) => !accept());
  if (left.length === 0) return true;
  const unread = document.querySelector<HTMLElement>('[data-stored-field][aria-invalid="true"]');
  unread?.focus();
  unread?.scrollIntoView({ block: 'nearest' });
  return false;
}

/** Stores what can be stored of what is typed; whether something is left that would be lost. */
export function wouldLose(): boolean {
  return [...held].filter((accept) => !accept()).length > 0;
}

/** While `typed`, the page is not left without storing what is typed, or asking. */
export function useOpenDraft(typed: boolean, accept: Accept): void {
  const now = useRef(accept);
  useLayoutEffect(() => {
    now.current = accept;
  });
  useEffect(() => (typed ? hold(() => now.current()) : undefined), [typed]);
}
