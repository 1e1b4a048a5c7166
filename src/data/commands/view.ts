/** Looking somewhere else: at what is selected, at a place by its words, at another tab of the dock. */
import { ok, type Result } from '../../domain/model/result.ts';
import { goTo, toggleDock } from '../workbench/view.ts';
import type { Command, Outcome } from './command.ts';
import { findPlace } from './findPlace.ts';
import { selectedRows } from './selected.ts';

export const VIEW_COMMANDS: readonly Command[] = [
  {
    id: 'show',
    on: ['menu'],
    icon: 'focus',
    key: 'Z',
    group: 'selection',
    available: () => selectedRows().length > 0,
    run: () => {
      const [first] = selectedRows();
      if (first !== undefined) goTo({ placementId: first.id });
      return ok(null);
    },
  },
  {
    id: 'go-to',
    on: ['side'],
    icon: 'map-search',
    key: 'G',
    group: 'view',
    asks: true,
    available: () => true,
    proposed: () => '',
    runWith: goToText,
  },
  {
    id: 'show-all',
    on: ['side'],
    icon: 'map',
    key: 'Shift+Z',
    group: 'view',
    available: () => true,
    run: () => {
      goTo({ whole: true });
      return ok(null);
    },
  },
  ...(['strip', 'table', 'findings'] as const).map(
    (dock, i): Command => ({
      id: `dock-${dock}`,
      icon: dock === 'strip' ? 'strip' : dock === 'table' ? 'table' : 'alert',
      key: String(i + 1),
      group: 'view',
      available: () => true,
      run: () => {
        toggleDock(dock);
        return ok(null);
      },
    }),
  ),
];

function goToText(text: string): Result<Outcome> {
  const found = findPlace(text);
  if (!found.ok) return found;
  if (found.value.kind === 'chainage') {
    const { roadId, from, to } = found.value;
    goTo({ roadId, from: from - 250, to: to + 250 });
  } else goTo(found.value);
  return ok(null);
}
