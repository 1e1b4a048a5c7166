/** A plan's picture on the ground of the map, where two of its points were said to lie. */
import type { Similarity } from '../../../domain/geo/similarity.ts';
import { CanvasLayer } from '../../../ui/map/canvasLayer.ts';
import type { View } from '../../../ui/map/world.ts';

interface Laid {
  readonly image: ImageBitmap;
  readonly place: Similarity;
  readonly opacity: number;
}

export class PictureLayer extends CanvasLayer {
  #laid: Laid | null = null;

  constructor() {
    super('cohoa-picture');
  }

  set(laid: Laid | null): void {
    this.#laid = laid;
    this.redraw();
  }

  protected override draw(c: CanvasRenderingContext2D, v: View): void {
    if (this.#laid === null) return;
    const { image, place, opacity } = this.#laid;
    c.save();
    c.globalAlpha = opacity;
    // From pixels of the picture to world coordinates to pixels of the canvas, in one.
    const k = v.scale;
    c.transform(
      place.a * k,
      place.b * k,
      -place.b * k,
      place.a * k,
      place.e * k - v.left,
      place.f * k - v.top,
    );
    c.drawImage(image, 0, 0);
    c.restore();
  }
}
