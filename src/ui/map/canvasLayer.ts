/** A Leaflet layer that is one canvas. It is drawn larger than the view, so that dragging shows what lies beside it. */
import * as L from 'leaflet';
import { MARGIN, type View, worldX, worldY } from './world.ts';

type ZoomAnimation = L.LeafletEvent & { center: L.LatLng; zoom: number };
/** Leaflet's own way to place a layer while a zoom is shown; its image overlay uses the same. */
type Animated = { _latLngToNewLayerPoint(latlng: L.LatLng, zoom: number, center: L.LatLng): L.Point };

export abstract class CanvasLayer extends L.Layer {
  protected readonly canvas: HTMLCanvasElement;
  readonly #context: CanvasRenderingContext2D;
  readonly #pane: string;
  #topLeft: L.LatLng = L.latLng(0, 0);
  #frame = 0;
  /** Of the map when it was last drawn for, in pixels. */
  #size: { readonly x: number; readonly y: number } = { x: 0, y: 0 };

  constructor(pane: string) {
    super({ pane });
    this.#pane = pane;
    this.canvas = L.DomUtil.create('canvas', 'leaflet-zoom-animated');
    this.canvas.setAttribute('aria-hidden', 'true');
    this.canvas.style.pointerEvents = 'none';
    const context = this.canvas.getContext('2d');
    if (context === null) throw new Error('this browser draws no canvas');
    this.#context = context;
  }

  override onAdd(map: L.Map): this {
    map.getPane(this.#pane)?.append(this.canvas);
    this.#place();
    return this;
  }

  override onRemove(): this {
    cancelAnimationFrame(this.#frame);
    this.canvas.remove();
    return this;
  }

  override getEvents(): Record<string, L.LeafletEventHandlerFn> {
    return {
      // Leaflet ends every change of view with this, a reset or another size included: what it says besides would only
      // draw the same twice.
      moveend: () => this.#follow(),
      zoomanim: (event) => this.#animate(event as ZoomAnimation),
    };
  }

  /** A point of the map, in pixels, as the canvas counts: it is larger than the map. */
  protected inCanvas(point: { readonly x: number; readonly y: number }): readonly [number, number] {
    const size = this._map.getSize();
    const view = this.view();
    return [point.x + (view.width - size.x) / 2, point.y + (view.height - size.y) / 2];
  }

  /** Draws anew in the next frame, however often it is asked before that. */
  redraw(): void {
    if (this._map === undefined || this._map === null) return;
    cancelAnimationFrame(this.#frame);
    const { x, y } = this._map.getSize();
    const placed = x === this.#size.x && y === this.#size.y;
    this.#frame = requestAnimationFrame(() => (placed ? this.#paint() : this.#place()));
  }

  /** Draws at once; for what must be seen in the same frame. */
  protected abstract draw(context: CanvasRenderingContext2D, view: View): void;

  /** Draws for the view as it is now; when only the map became smaller, what is drawn serves until the next frame. */
  #follow(): void {
    const { x, y } = this._map.getSize();
    const smaller = x <= this.#size.x && y <= this.#size.y && (x < this.#size.x || y < this.#size.y);
    cancelAnimationFrame(this.#frame);
    if (smaller) this.#frame = requestAnimationFrame(() => this.#place());
    else this.#place();
  }

  #place(): void {
    const map = this._map;
    if (map === undefined || map === null) return;
    const size = map.getSize();
    this.#size = size;
    const margin = size.multiplyBy(MARGIN).round();
    const at = map.containerPointToLayerPoint(margin.multiplyBy(-1)).round();
    this.#topLeft = map.layerPointToLatLng(at);
    L.DomUtil.setPosition(this.canvas, at);
    const ratio = Math.min(2, window.devicePixelRatio || 1);
    const [width, height] = [size.x + 2 * margin.x, size.y + 2 * margin.y];
    if (
      this.canvas.width !== Math.round(width * ratio) ||
      this.canvas.height !== Math.round(height * ratio)
    ) {
      this.canvas.width = Math.round(width * ratio);
      this.canvas.height = Math.round(height * ratio);
      this.canvas.style.width = `${width}px`;
      this.canvas.style.height = `${height}px`;
    }
    this.#paint();
  }

  #paint(): void {
    if (this._map === undefined || this._map === null) return;
    const view = this.view();
    this.#context.setTransform(view.ratio, 0, 0, view.ratio, 0, 0);
    this.#context.clearRect(0, 0, view.width, view.height);
    this.draw(this.#context, view);
  }

  protected view(): View {
    const map = this._map;
    const zoom = map.getZoom();
    const scale = 256 * 2 ** zoom;
    const ratio = Math.min(2, window.devicePixelRatio || 1);
    return {
      zoom,
      scale,
      left: worldX(this.#topLeft.lng) * scale,
      top: worldY(this.#topLeft.lat) * scale,
      width: this.canvas.width / ratio,
      height: this.canvas.height / ratio,
      ratio,
    };
  }

  #animate(event: ZoomAnimation): void {
    const map = this._map;
    const to = (map as unknown as Animated)._latLngToNewLayerPoint(this.#topLeft, event.zoom, event.center);
    L.DomUtil.setTransform(this.canvas, to, map.getZoomScale(event.zoom, map.getZoom()));
  }
}
