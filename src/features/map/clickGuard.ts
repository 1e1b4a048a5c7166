/** The click that ends a drag is none: browsers send one all the same, at once. */
const AT_ONCE_MS = 120;

let dragEnded = Number.NEGATIVE_INFINITY;

export function dragHasEnded(): void {
  dragEnded = performance.now();
}

export function endsADrag(): boolean {
  return performance.now() - dragEnded < AT_ONCE_MS;
}
