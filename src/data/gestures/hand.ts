/** The pressed button, the same on map and diagram: a press that hardly wanders is a click, everything else a drag. */
import type { Result } from '../../domain/model/result.ts';
import type { RoadPlace } from '../workbench/selection.ts';
import type { At, Drag } from './gesture.ts';
import { gestureInHand } from './tools.ts';

/** Pixels that a press may wander and still be a click. */
const SLACK = 4;

export class Hand {
  #held: { readonly drag: Drag; readonly at: At; dragging: boolean } | null = null;

  /** Whether the button holds something that has begun to move. */
  get dragging(): boolean {
    return this.#held?.dragging === true;
  }

  get holding(): boolean {
    return this.#held !== null;
  }

  get everyMove(): boolean {
    return this.#held?.drag.everyMove === true;
  }

  /** Whether something was taken hold of: the surface then stays where it is. */
  press(at: At): boolean {
    this.cancel();
    const drag = gestureInHand().press?.(at) ?? null;
    if (drag !== null) this.#held = { drag, at, dragging: drag.atOnce === true };
    return drag !== null;
  }

  /** Gives the place that the pointer is at, for what follows it. */
  move(at: At): RoadPlace | null {
    const held = this.#held;
    if (held === null) return gestureInHand().hover(at);
    if (!held.dragging && Math.hypot(at.x - held.at.x, at.y - held.at.y) < SLACK) return null;
    held.dragging = true;
    return held.drag.move(at);
  }

  /**
   * Lets go; what was dragged is stored where it was last, also beside everything (null). Null where nothing was dragged,
   * or nothing of it is stored.
   */
  release(at: At | null): Result<unknown> | null {
    const held = this.#held;
    this.#held = null;
    return held?.dragging ? held.drag.release(at) : null;
  }

  /** Gives up what is held: all is as it was. */
  cancel(): void {
    const held = this.#held;
    this.#held = null;
    held?.drag.cancel();
  }
}
