import type { Part } from './parts.ts';

/** Asks for a part at growing intervals, in silence, until it is there or nobody wants it any more. */
export function keepAsking(part: Pick<Part<unknown>, 'load'>, there: () => void): () => void {
  let pause = 3000;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wanted = true;
  const later = () => {
    if (!wanted) return;
    timer = setTimeout(() => {
      part.load().then(
        () => wanted && there(),
        () => {
          // Why it does not come stands on the screen already.
          pause = Math.min(pause * 2, 60_000);
          later();
        },
      );
    }, pause);
  };
  later();
  return () => {
    wanted = false;
    clearTimeout(timer);
  };
}
