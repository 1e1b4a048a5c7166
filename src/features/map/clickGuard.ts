/**
 * The click that ends a drag is none: browsers send one all the same, after what the drop set off, however long that
 * took. A click that is meant begins with a press of its own, or with a key.
 */
const BEGINNINGS = ['pointerdown', 'mousedown', 'keydown'] as const;

let dragEnded = false;

function begun(): void {
  dragEnded = false;
  for (const kind of BEGINNINGS) window.removeEventListener(kind, begun, true);
}

export function dragHasEnded(): void {
  dragEnded = true;
  for (const kind of BEGINNINGS) window.addEventListener(kind, begun, true);
}

export function endsADrag(): boolean {
  return dragEnded;
}
