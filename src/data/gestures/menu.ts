/** The other button: what can be done with what lies under the pointer. */
import { select, selectOnly } from '../workbench/choose.ts';
import { useDrafts } from '../workbench/drafts.ts';
import { onlySelected, selectedIds, setPointed } from '../workbench/selection.ts';
import { openMenu } from '../workbench/view.ts';
import { type At, placementAt, roadAt } from './gesture.ts';

/** `x` and `y`: where the menu opens, in pixels of the window. */
export function askMenu(at: At, x: number, y: number): void {
  const selection = selectedIds('placement');
  const { tool } = useDrafts.getState();
  const hit = placementAt(at);
  if (tool === 'select' && hit !== null && !selection.includes(hit)) select(hit);
  const road = tool === 'select' && selection.length === 0 && at.subject() === null ? roadAt(at) : null;
  if (road !== null) selectOnly('road', road);
  // A menu on bare ground is not about a road that was chosen elsewhere.
  else if (tool === 'select' && hit === null && onlySelected('road') !== null) select(null);
  setPointed(at.place());
  openMenu(x, y);
}
