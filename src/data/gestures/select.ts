/** Choosing: a click selects, a second one a single position of the stretch; what is selected is dragged by its body. */
import { select as choose, selectOnly, toggleSelected } from '../workbench/choose.ts';
import { hover, onlySelected, selectPosition, setPointed } from '../workbench/selection.ts';
import { bodyDrag } from './body.ts';
import { type At, type Gesture, placementAt, roadAt } from './gesture.ts';

export const select: Gesture = {
  cursor: (at) => (at.subject() === null && roadAt(at) === null ? '' : 'pointer'),

  hover(at) {
    hover(placementAt(at));
    setPointed(at.place());
    return null;
  },

  press: bodyDrag,

  click(at) {
    const subject = at.subject();
    if (subject === null) {
      const road = adds(at) ? null : roadAt(at);
      if (road !== null) selectOnly('road', road);
      else if (!adds(at)) choose(null);
      return;
    }
    const { entity, id } = subject;
    if (entity !== 'placement') selectOnly(entity, id);
    else if (adds(at)) toggleSelected(id);
    else if (id === onlySelected('placement')?.id) {
      const position = at.position(id);
      if (position !== null) selectPosition(position);
    } else choose(id);
  },
};

function adds({ shift, ctrl }: At): boolean {
  return shift || ctrl;
}
