import { notifications } from '@mantine/notifications';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useCampaign } from '../data/campaign/campaign.ts';
import { redo, undo } from '../data/campaign/undo.ts';
import { backInRoad } from '../data/workbench/drafts.ts';
import { useNote } from '../ui/note.ts';
import { onPageKey } from '../ui/pageKeys.ts';
import { useReason } from '../ui/reason.ts';

const REFUSED = 'undo-refused';

/** Goes so many steps back or on, as far as they still can be gone, and tells what came of it; buttons, lists and keys share it. */
export function useUndo(): {
  readonly undo: (steps: number) => void;
  readonly redo: (steps: number) => void;
} {
  const { t } = useTranslation();
  const note = useNote();
  const reason = useReason();
  const run = (which: 'undo' | 'redo', steps: number) => {
    const names: string[] = [];
    let refused: string | null = null;
    for (let i = 0; i < steps && refused === null; i++) {
      const done = which === 'undo' ? undo() : redo();
      if (done.ok) names.push(note(done.value));
      else {
        const step = useCampaign.getState()[which].at(-1);
        const why = reason(done.reason);
        refused = step === undefined ? why : t('undo.refused', { what: note(step.note), why });
      }
    }
    const [only] = names;
    if (only !== undefined)
      notifications.show({
        message:
          names.length === 1
            ? t(which === 'undo' ? 'undo.done' : 'redo.done', { what: only })
            : t(which === 'undo' ? 'undo.doneMany' : 'redo.doneMany', { count: names.length }),
        color: 'gray',
      });
    // Said once, however often the key is pressed: a second one of the same name is not shown.
    if (refused !== null) notifications.show({ id: REFUSED, message: refused, color: 'red' });
  };
  return { undo: (steps) => run('undo', steps), redo: (steps) => run('redo', steps) };
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
      // What is in the hand comes before what is stored.
      if (key === 'z' && !event.shiftKey && backInRoad()) return;
      if (key === 'y' || event.shiftKey) steps.redo(1);
      else steps.undo(1);
    };
    return onPageKey(pressed);
  }, [steps]);
}
