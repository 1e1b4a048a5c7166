import { notifications } from '@mantine/notifications';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { redo, undo } from '../data/campaign.ts';
import { useNote } from '../ui/note.ts';
import { useReason } from '../ui/reason.ts';

/** Undoing tells what was undone; buttons and keys share it. */
export function useUndo(): { readonly undo: () => void; readonly redo: () => void } {
  const { t } = useTranslation();
  const note = useNote();
  const reason = useReason();
  const run = (which: 'undo' | 'redo') => {
    const done = which === 'undo' ? undo() : redo();
    const message = done.ok
      ? t(which === 'undo' ? 'undo.done' : 'redo.done', { what: note(done.value) })
      : reason(done.reason);
    notifications.show({ message, color: done.ok ? 'gray' : 'red' });
  };
  return { undo: () => run('undo'), redo: () => run('redo') };
}

/** Ctrl Z, Ctrl Y and Ctrl Shift Z on every screen; in a field they are the field's own. */
export function useUndoKeys(): void {
  const steps = useUndo();
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const key = event.key.toLowerCase();
      if (!(event.ctrlKey || event.metaKey) || (key !== 'z' && key !== 'y')) return;
      const at = event.target as HTMLElement;
      if (at.closest('input:not([type="radio"], [type="checkbox"]), textarea, [role="dialog"]') !== null)
        return;
      event.preventDefault();
      if (key === 'y' || event.shiftKey) steps.redo();
      else steps.undo();
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [steps]);
}
