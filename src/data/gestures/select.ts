/** Choosing: a click selects, a second one a single position of the stretch; what is selected is dragged by its body. */
import { select as choose, selectOnly, toggleSelected } from '../workbench/choose.ts';
import { hover, onlySelected, selectPosition, setPointed } from '../workbench/selection.ts';
import { bodyDrag } from './body.ts';
import type { At, Gesture } from './gesture.ts';

export const select: Gesture = {
  cursor: (at) => (at.placement() !== null || at.feature() !== null || at.area() !== null ? 'pointer' : ''),

  hover(at) {
    hover(at.placement());
    setPointed(at.place());
    return null;
  },

  press: bodyDrag,

  click(at) {
    const hit = at.placement();
    const feature = hit === null ? at.feature() : null;
    const area = hit === null && feature === null ? at.area() : null;
    if (feature !== null) selectOnly('roadFeature', feature);
    else if (area !== null) selectOnly('noGoArea', area);
    else if (hit === null) {
      if (!adds(at)) choose(null);
    } else if (adds(at)) toggleSelected(hit);
    else if (hit === onlySelected('placement')?.id) {
      const position = at.position(hit);
      if (position !== null) selectPosition(position);
    } else choose(hit);
  },
};

function adds({ shift, ctrl }: At): boolean {
  return shift || ctrl;
}
