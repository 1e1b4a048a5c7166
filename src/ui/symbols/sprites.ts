/** Pre-drawn marks: a dot per state for single positions, a symbol with the state's mark for everything larger. */
import { type ColourName, drawShape, type ShapeName } from './shapes.ts';

/** How far a thing has come, by the names of its states; `drawn`: it is in the hand and stored nowhere. */
export type StateName =
  | 'drawn'
  | 'draft'
  | 'submitted'
  | 'sent-back'
  | 'approved'
  | 'in-production'
  | 'ready'
  | 'installing'
  | 'installed'
  | 'inspected'
  | 'damaged'
  | 'taking-down'
  | 'removed';

export const DOT = 9;
/** Room for a count of up to four characters, in pixels. */
export const COUNT_WIDTH = 38;
export const COUNT_HEIGHT = 16;
/** Below this zoom positions 25 m apart would melt together: a stretch is a line beside its road. */
export const DOTS_FROM_ZOOM = 14.5;
/** From this zoom on there is room for a symbol at each position of a usual spacing. */
export const SYMBOLS_FROM_ZOOM = 17;

/** How large a symbol is at a zoom, in pixels: small enough to leave the road visible from afar. */
export function symbolSize(zoom: number): number {
  if (zoom < 11.5) return 16;
  if (zoom < 13) return 20;
  return zoom < 15 ? 24 : 28;
}

/**
 * How urgent a state is where marks share a place: the one that needs attention is shown. Later in the life of a
 * placement is better; what is damaged or was sent back is worst.
 */
export const URGENCY: Readonly<Record<StateName, number>> = {
  drawn: 11,
  damaged: 10,
  'sent-back': 9,
  draft: 8,
  submitted: 7,
  approved: 6,
  'in-production': 5,
  ready: 4,
  installing: 3.5,
  installed: 3,
  inspected: 2,
  'taking-down': 1.5,
  removed: 1,
};

const RED = '#B9121B';
const GREEN = '#2B7A3D';
const BLUE = '#2459A8';
const GREY = '#756F67';
const AMBER = '#9A5B00';
const WHITE = '#FFFFFF';
const GOLD = '#F3B61F';
/** Box of the sign of a finding. */
export const MARK = 18;

/** Every state has its own outline, and its colour second. Drawn round the origin in a box `s` wide. */
export function drawState(c: CanvasRenderingContext2D, state: StateName, s: number): void {
  const r = s / 2 - 1;
  const disc = (fill: string, stroke: string) => {
    c.beginPath();
    c.arc(0, 0, r, 0, 2 * Math.PI);
    c.fillStyle = fill;
    c.fill();
    c.strokeStyle = stroke;
    c.stroke();
  };
  const line = (colour: string, ...points: readonly (readonly [number, number])[]) => {
    c.beginPath();
    for (const [x, y] of points) c.lineTo(x * r, y * r);
    c.strokeStyle = colour;
    c.stroke();
  };
  /** Filled on its left: so much is done, and not all. */
  const half = (colour: string) => {
    c.beginPath();
    c.arc(0, 0, r, Math.PI / 2, 1.5 * Math.PI);
    c.fillStyle = colour;
    c.fill();
  };
  const core = (radius: number) => {
    c.beginPath();
    c.arc(0, 0, radius, 0, 2 * Math.PI);
    c.fillStyle = GREEN;
    c.fill();
  };
  c.lineWidth = Math.max(1.2, s / 7);
  c.lineCap = 'round';
  switch (state) {
    case 'draft':
      c.setLineDash([s / 5, s / 6]);
      disc(WHITE, GREY);
      c.setLineDash([]);
      break;
    case 'submitted':
      disc(WHITE, BLUE);
      line(BLUE, [0, 0.05], [0, -0.05]);
      break;
    case 'sent-back':
      disc(WHITE, AMBER);
      line(AMBER, [-0.4, 0], [0.4, 0]);
      break;
    case 'drawn':
      disc(RED, WHITE);
      break;
    // From its approval on it fills up until it stands.
    case 'approved':
      disc(WHITE, GREEN);
      break;
    case 'in-production':
      disc(WHITE, GREEN);
      core(r * 0.34);
      break;
    case 'ready':
      disc(WHITE, GREEN);
      core(r * 0.6);
      break;
    case 'installing':
      disc(WHITE, GREEN);
      half(GREEN);
      break;
    case 'installed':
      disc(GREEN, WHITE);
      break;
    case 'inspected':
      disc(GREEN, WHITE);
      line(WHITE, [-0.45, 0.02], [-0.1, 0.38], [0.48, -0.32]);
      break;
    case 'damaged':
      disc(WHITE, RED);
      line(RED, [-0.4, -0.4], [0.4, 0.4]);
      line(RED, [0.4, -0.4], [-0.4, 0.4]);
      break;
    case 'taking-down':
      disc(WHITE, '#B5AEA3');
      half('#B5AEA3');
      break;
    case 'removed':
      disc(WHITE, '#B5AEA3');
      break;
  }
}

export interface LineLook {
  readonly colour: string;
  readonly dash: readonly number[];
  readonly width: number;
  /** A light line within it, so that it is told from the others without colour. */
  readonly core?: number;
}

export type LineLooks = Readonly<Record<StateName, LineLook>>;

/**
 * A stretch seen from afar is a line beside its road: thin on paper, broken while it is made, solid when it stands. Red is
 * for what is in the hand and what is amiss.
 */
export const LINES: LineLooks = {
  draft: { colour: GREY, dash: [2, 3], width: 2 },
  submitted: { colour: BLUE, dash: [5, 3], width: 2 },
  'sent-back': { colour: AMBER, dash: [5, 2, 1, 2], width: 2.4 },
  drawn: { colour: RED, dash: [], width: 3 },
  approved: { colour: GREEN, dash: [], width: 1.3 },
  'in-production': { colour: GREEN, dash: [4, 3], width: 2.4 },
  ready: { colour: GREEN, dash: [12, 3], width: 3 },
  installing: { colour: GREEN, dash: [8, 3], width: 3.4 },
  installed: { colour: GREEN, dash: [], width: 3.4 },
  inspected: { colour: GREEN, dash: [], width: 5, core: 1.4 },
  damaged: { colour: RED, dash: [2, 2], width: 3.4 },
  'taking-down': { colour: '#B5AEA3', dash: [8, 3], width: 2.4 },
  removed: { colour: '#B5AEA3', dash: [1, 4], width: 2 },
};

/** The same hues, light enough to be told apart on a dark map. */
const LIGHTER: Readonly<Record<string, string>> = {
  [GREY]: '#B9B2A7',
  [BLUE]: '#8FB4EE',
  [AMBER]: '#E8B05A',
  [RED]: '#F0646B',
  [GREEN]: '#77C488',
};
export const DARK_LINES: LineLooks = Object.fromEntries(
  Object.entries(LINES).map(([state, look]) => [
    state,
    { ...look, colour: LIGHTER[look.colour] ?? look.colour },
  ]),
) as LineLooks;

interface SymbolLook {
  readonly shape: ShapeName;
  readonly colour: ColourName;
  readonly glyph: string;
}

export type Sprite = HTMLCanvasElement | OffscreenCanvas;

/** Sprites are drawn once a state, shape and pixel ratio. */
export class SpriteSheet {
  readonly #sprites = new Map<string, Sprite>();
  readonly #ratio: number;

  constructor(ratio: number) {
    this.#ratio = ratio;
  }

  get ratio(): number {
    return this.#ratio;
  }

  dot(state: StateName): Sprite {
    return this.#make(`dot:${state}`, DOT, DOT, (c) => drawState(c, state, DOT));
  }

  /** The box of a symbol is a quarter larger than the symbol: its state's mark hangs over the corner. */
  symbol(look: SymbolLook, state: StateName, size: number): Sprite {
    const { shape, colour, glyph } = look;
    return this.#make(`${shape}:${colour}:${glyph}:${state}:${size}`, size * 1.25, size * 1.25, (c) => {
      c.shadowColor = 'rgb(255 255 255 / 95%)';
      c.shadowBlur = 3 * this.#ratio;
      drawShape(c, shape, size, colour, glyph);
      c.shadowBlur = 0;
      c.translate(size * 0.38, size * 0.38);
      drawState(c, state, Math.max(7, size * 0.4));
    });
  }

  /** How many share a place, up to a number, and whether something stands against one of them. */
  count(
    n: number,
    { most = 999, mark = null }: { most?: number; mark?: 'error' | 'warning' | null } = {},
  ): Sprite {
    const text = `${n > most ? `${most}+` : n}${mark === null ? '' : ' !'}`;
    // Text is slow to draw, so each is drawn once.
    return this.#make(`count:${text}:${mark}`, COUNT_WIDTH, COUNT_HEIGHT, (c) => {
      c.font = "600 10px 'Be Vietnam Pro', sans-serif";
      c.textAlign = 'center';
      c.textBaseline = 'middle';
      const width = c.measureText(text).width + 8;
      c.fillStyle = mark === null ? '#1D1B19' : mark === 'error' ? RED : GOLD;
      c.beginPath();
      c.roundRect(-width / 2, -7, width, 14, 7);
      c.fill();
      // On a dark ground the number would float.
      c.strokeStyle = WHITE;
      c.lineWidth = 1.2;
      c.stroke();
      c.fillStyle = mark === 'warning' ? '#3A2A00' : WHITE;
      c.fillText(text, 0, 0.5);
    });
  }

  /** An octagon for an error, a triangle for a warning: told apart by their outline. */
  mark(kind: 'error' | 'warning'): Sprite {
    return this.#make(`mark:${kind}`, MARK, MARK, (c) => {
      c.beginPath();
      if (kind === 'warning') {
        c.moveTo(0, -7);
        c.lineTo(7.5, 6.5);
        c.lineTo(-7.5, 6.5);
      } else
        for (let i = 0; i < 8; i++) {
          const angle = (Math.PI / 4) * i + Math.PI / 8;
          c.lineTo(Math.cos(angle) * 7.5, Math.sin(angle) * 7.5);
        }
      c.closePath();
      c.fillStyle = kind === 'error' ? RED : GOLD;
      c.fill();
      c.strokeStyle = WHITE;
      c.lineWidth = 1.2;
      c.stroke();
      c.fillStyle = kind === 'error' ? WHITE : '#3A2A00';
      c.font = "700 10px 'Be Vietnam Pro', sans-serif";
      c.textAlign = 'center';
      c.textBaseline = 'middle';
      c.fillText('!', 0, kind === 'error' ? 0.5 : 1.8);
    });
  }

  /**
   * Puts a sprite round a place of a canvas that is scaled by the sheet's ratio and nothing else. It lands on whole
   * pixels of the canvas: thousands of them are copied, where between pixels each would be worked out anew.
   */
  stamp(context: CanvasRenderingContext2D, sprite: Sprite, x: number, y: number): void {
    const ratio = this.#ratio;
    const left = Math.round(x * ratio - sprite.width / 2) / ratio;
    const top = Math.round(y * ratio - sprite.height / 2) / ratio;
    context.drawImage(sprite, left, top, sprite.width / ratio, sprite.height / ratio);
  }

  #make(key: string, width: number, height: number, draw: (c: CanvasRenderingContext2D) => void): Sprite {
    const known = this.#sprites.get(key);
    if (known !== undefined) return known;
    const canvas = document.createElement('canvas');
    canvas.width = Math.ceil(width * this.#ratio);
    canvas.height = Math.ceil(height * this.#ratio);
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('this browser draws no canvas');
    context.translate(canvas.width / 2, canvas.height / 2);
    context.scale(this.#ratio, this.#ratio);
    draw(context);
    this.#sprites.set(key, canvas);
    return canvas;
  }
}
