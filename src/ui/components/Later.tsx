import { type ReactNode, startTransition, useEffect, useState } from 'react';

/**
 * What may come a moment after its frame: its parts are made in small pieces, between which hand and drawing go on. For
 * a panel full of fields, whose place is there at once.
 */
export function Later({ children }: { readonly children: ReactNode }) {
  const [ready, setReady] = useState(false);
  useEffect(() => startTransition(() => setReady(true)), []);
  return ready ? children : null;
}
