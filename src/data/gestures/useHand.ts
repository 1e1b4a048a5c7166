import { useEffect, useEffectEvent, useState } from 'react';
import { Hand } from './hand.ts';

/** Esc, and going away, give up what is held; Esc then means nothing else. */
export function useGivingUp(isHeld: () => boolean, giveUp: () => void): void {
  const held = useEffectEvent(isHeld);
  const up = useEffectEvent(giveUp);
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !held()) return;
      event.stopPropagation();
      up();
    };
    window.addEventListener('keydown', pressed, true);
    return () => {
      window.removeEventListener('keydown', pressed, true);
      if (held()) up();
    };
  }, []);
}

/** The pressed button of a surface. */
export function useHand(): Hand {
  const [hand] = useState(() => new Hand());
  useGivingUp(
    () => hand.holding,
    () => hand.cancel(),
  );
  return hand;
}
