import { useEffect, useState } from 'react';
import { Hand } from './hand.ts';

/** The pressed button of a surface; Esc gives up what it holds. */
export function useHand(): Hand {
  const [hand] = useState(() => new Hand());
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !hand.holding) return;
      event.stopPropagation();
      hand.cancel();
    };
    window.addEventListener('keydown', pressed, true);
    return () => {
      window.removeEventListener('keydown', pressed, true);
      hand.cancel();
    };
  }, [hand]);
  return hand;
}
