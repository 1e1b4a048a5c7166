/** Of one address in line; one client must not stand before everybody else. */
const MOST_OF_ONE = 150;
const MOST = 1000;

/**
 * Lets so many pieces of work run at once; the others wait their turn. Gives null, at once, where too many wait already,
 * of one address or in all.
 */
export function inTurns(atOnce: number): <T>(address: string, work: () => Promise<T>) => Promise<T | null> {
  let running = 0;
  const waiting: (() => void)[] = [];
  const ofOne = new Map<string, number>();
  const count = (address: string, by: number) => {
    const now = (ofOne.get(address) ?? 0) + by;
    if (now === 0) ofOne.delete(address);
    else ofOne.set(address, now);
  };
  return async (address, work) => {
    if (waiting.length >= MOST || (ofOne.get(address) ?? 0) >= MOST_OF_ONE) return null;
    count(address, 1);
    try {
      if (running >= atOnce) await new Promise<void>((mine) => waiting.push(mine));
      else running++;
      try {
        return await work();
      } finally {
        // The place goes to the next in line, or is free.
        const next = waiting.shift();
        if (next === undefined) running--;
        else next();
      }
    } finally {
      count(address, -1);
    }
  };
}
