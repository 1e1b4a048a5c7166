/** What is typed and not stored yet, when the page itself is about to go, or something is made of all of it. */
import { useEffect, useLayoutEffect, useRef } from 'react';

export interface Draft {
  /** Stores what is typed; false where it cannot, or only its maker may say so. */
  readonly accept: () => boolean;
  /** Where it stands; null where it is not on the screen. */
  readonly element: () => Element | null;
  /** A field is finished by whoever makes something of it; a form by its own button alone. */
  readonly kind: 'field' | 'form';
}

const held = new Set<Draft>();

function beforeLeaving(event: BeforeUnloadEvent): void {
  for (const draft of held) if (draft.kind === 'field') draft.accept();
  if ([...held].some((draft) => !draft.accept())) event.preventDefault();
}

/** Some browsers, on phones above all, ask nobody before a page goes. */
function leaving(): void {
  for (const draft of held) draft.accept();
}

/** Until what this gives is called. */
export function holdDraft(draft: Draft): () => void {
  if (held.size === 0) {
    // Before the question for edits that are not stored yet, which it may make.
    window.addEventListener('beforeunload', beforeLeaving, { capture: true });
    window.addEventListener('pagehide', leaving);
  }
  held.add(draft);
  return () => {
    held.delete(draft);
    if (held.size > 0) return;
    window.removeEventListener('beforeunload', beforeLeaving, { capture: true });
    window.removeEventListener('pagehide', leaving);
  };
}

/** The drafts of the dialog on top, or of the page where none is open: the hand reaches no others. */
function inReach(dialog = topDialog()): Draft[] {
  return [...held].filter((draft) => dialog === undefined || dialog.contains(draft.element()));
}

function topDialog(): Element | undefined {
  return [...document.querySelectorAll('[role="dialog"][aria-modal="true"]')].at(-1);
}

/** Finishes the fields of a dialog that is about to go: each by itself would tell a form that is no longer there. */
export function finishDialog(): void {
  const dialog = topDialog();
  if (dialog !== undefined) for (const draft of inReach(dialog)) if (draft.kind === 'field') draft.accept();
}

/**
 * Finishes whatever is being typed, before something is made of all of it. False where a field cannot be read: nothing
 * is to be made of what it showed before, and the hand goes to it.
 */
export function finishTyping(): boolean {
  const left = inReach().filter((draft) => draft.kind === 'field' && !draft.accept());
  const [first] = left.map((draft) => draft.element()).filter((element) => element instanceof HTMLElement);
  first?.focus();
  first?.scrollIntoView({ block: 'nearest' });
  return left.length === 0;
}

/** Stores what can be stored of what is typed; whether something is left that closing the dialog on top would lose. */
export function wouldLose(): boolean {
  const drafts = inReach();
  // A field that is finished into a form makes something of it that the form has to lose.
  for (const draft of drafts) if (draft.kind === 'field') draft.accept();
  return drafts.some((draft) => !draft.accept());
}

/** While `typed`, the page is not left without storing what is typed, or asking. */
export function useOpenDraft(typed: boolean, draft: Draft): void {
  const now = useRef(draft);
  useLayoutEffect(() => {
    now.current = draft;
  });
  const { kind } = draft;
  useEffect(
    () =>
      typed
        ? holdDraft({ kind, accept: () => now.current.accept(), element: () => now.current.element() })
        : undefined,
    [typed, kind],
  );
}
