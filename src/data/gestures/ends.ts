/** One end of a placement, dragged along its road; past the other it changes places with it. */
import type { Placement } from '../../domain/model/entities/placement.ts';
import { changeDraft } from '../workbench/drafts.ts';
import { dragPlacement, dropPlacement, letPlacementGo } from './dragged.ts';
import type { EndDrag } from './gesture.ts';

export type EndName = 'from' | 'to';

export function endDrag(row: Placement, which: EndName): EndDrag {
  return {
    move: (chainage) => dragPlacement(row, { [which]: chainage }),
    release: () =>
      dropPlacement(row, (dragged) => {
        const value = dragged[which];
        if (typeof value !== 'number' || row.rule === null || row.from === null || row.to === null)
          return dragged;
        const ends = which === 'from' ? [value, row.to] : [row.from, value];
        const [from, to] = [Math.min(...ends), Math.max(...ends)];
        // A stretch without a length is none: it stays where it was.
        return from < to ? { from, to } : null;
      }),
    cancel: () => letPlacementGo(row),
  };
}

/** The same of what is being drawn, which nothing is stored of yet. */
export function draftEndDrag(which: EndName, start: number | null): EndDrag {
  return {
    move: (chainage) => changeDraft({ [which]: chainage }),
    release: () => null,
    cancel: () => changeDraft({ [which]: start }),
  };
}
