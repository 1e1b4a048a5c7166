import { useEffect } from 'react';
import { COMMANDS, keyOf } from '../../data/commands/registry.ts';
import { request } from '../../data/commands/requests.ts';
import { stepBack } from '../../data/commands/tools.ts';
import { showDialog } from '../../data/workbench/view.ts';
import { onPageKey } from '../../ui/pageKeys.ts';

/** Keys with Ctrl that a field keeps for itself. */
const FIELD_KEYS = new Set(['Ctrl+C', 'Ctrl+V', 'Ctrl+X', 'Ctrl+A', 'Ctrl+Z', 'Ctrl+Y']);

/** The keys of all commands. A field that is being typed in keeps its letters, a dialog keeps everything. */
export function useCommandKeys(screen: string): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const at = event.target as HTMLElement;
      if (event.defaultPrevented || at.closest('[role="dialog"], [role="menu"]') !== null) return;
      if (event.key === 'Escape') {
        if (screen === 'plan') stepBack();
        return;
      }
      const key = keyOf(event);
      const typing = at.closest(
        'input:not([type="radio"], [type="checkbox"]), textarea, select, [contenteditable]',
      );
      if (typing !== null && (!event.ctrlKey || FIELD_KEYS.has(key))) return;
      if (key === 'Ctrl+K') {
        event.preventDefault();
        showDialog('palette');
        return;
      }
      // A table copies and pastes its own cells.
      if ((key === 'Ctrl+C' || key === 'Ctrl+V') && at.closest('table') !== null) return;
      // Selected text is what one means to copy.
      if (key === 'Ctrl+C' && String(window.getSelection()) !== '') return;
      const command = COMMANDS.find((c) => c.key === key);
      if (command === undefined || !command.available()) return;
      if (screen !== 'plan' && command.screen !== 'every') return;
      event.preventDefault();
      request(command.id);
    };
    return onPageKey(pressed);
  }, [screen]);
}
