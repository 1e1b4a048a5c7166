/** Everything within the way of the pointer is selected; with Shift in addition to what is. */
import { selectMany } from '../workbench/choose.ts';
import { setLasso } from '../workbench/drafts.ts';
import { selectedIds } from '../workbench/selection.ts';
import type { At, Gesture } from './gesture.ts';

export const lasso: Gesture = {
  cursor: () => 'crosshair',
  hover: () => null,
  click: () => {},
  press(first) {
    const way: At[] = [first];
    const show = () => setLasso(way.flatMap((at) => (at.coordinate === null ? [] : [at.coordinate])));
    show();
    return {
      atOnce: true,
      everyMove: true,
      move(at) {
        way.push(at);
        show();
        return null;
      },
      release(at) {
        if (at !== null) way.push(at);
        const last = at ?? first;
        setLasso([]);
        const before = last.shift ? selectedIds('placement') : [];
        // Of the road on which it began, where the surface shows several.
        selectMany([...before, ...first.within(way)]);
        return null;
      },
      cancel: () => setLasso([]),
    };
  },
};
