/** Drawn symbols of what is put up, in a 24 × 24 box: told apart by outline alone, so that black and white will do. */
interface Stroke {
  readonly d: string;
  readonly fill?: string;
  readonly stroke?: string;
  readonly width?: number;
}

const RED = '#B9121B';
const GOLD = '#F3B61F';
const INK = '#3A3632';
const BLUE = '#2459A8';
const WHITE = '#FFFFFF';
const GREY = '#C9C2B6';

const STAR = 'M13.4 5.6l.8 2h2.1l-1.7 1.3.6 2.1-1.8-1.3-1.8 1.3.6-2.1-1.7-1.3h2.1z';
const POLE: Stroke = { d: 'M6 2.5v19', stroke: INK, width: 1.8 };

const SHAPES = {
  flag: [POLE, { d: 'M7 3.5h13v9.5H7z', fill: RED }, { d: STAR, fill: GOLD }],
  // Hammer and sickle on red: 105-HD/BTGTW, on the Party flag.
  'party-flag': [
    POLE,
    { d: 'M7 3.5h13v9.5H7z', fill: RED },
    { d: 'M14.2 4.9a3.4 3.4 0 1 1-3.5 5.3', stroke: GOLD, width: 1.3 },
    { d: 'M12 7.1l4 4.2', stroke: GOLD, width: 1.2 },
    { d: 'M11.2 7.7l1.9-1.8', stroke: GOLD, width: 1.7 },
  ],
  'vertical-flag': [
    { d: 'M5.5 2.5v19', stroke: INK, width: 1.6 },
    { d: 'M5.5 3h12.5', stroke: INK, width: 1.4 },
    { d: 'M8 4h9v13.5l-4.5-2.6L8 17.5z', fill: RED },
    { d: 'M10 7h5M10 9.6h5M10 12.2h5', stroke: GOLD, width: 1.2 },
  ],
  // A swallow-tail on a pole: no star, no hammer and sickle stand on it.
  pennant: [POLE, { d: 'M7 4h14l-5 4.5 5 4.5H7z', fill: RED }],
  bunting: [
    { d: 'M2 6c6 4 14 4 20 0', stroke: INK, width: 1.4 },
    { d: 'M3 7.2l4.4 1.7-3 5.1z', fill: RED },
    { d: 'M9.2 9.2h5.2L12 15z', fill: GOLD },
    { d: 'M16.4 8.9L21 7.2 19.8 14z', fill: RED },
  ],
  'banner-across': [
    { d: 'M3 3v18M21 3v18', stroke: INK, width: 1.6 },
    { d: 'M3.5 6h17v5.5h-17z', fill: RED },
    { d: 'M6 8.8h12', stroke: GOLD, width: 1.4 },
  ],
  banner: [
    { d: 'M4 2.5v19', stroke: INK, width: 1.6 },
    { d: 'M5 4h8.5v15H5z', fill: RED },
    { d: 'M7.2 7h4M7.2 10h4M7.2 13h4M7.2 16h4', stroke: GOLD, width: 1.3 },
    { d: 'M4 4h11', stroke: INK, width: 1.4 },
  ],
  pano: [
    { d: 'M7 16v6M17 16v6', stroke: INK, width: 1.8 },
    { d: 'M2.5 4h19v12.5h-19z', fill: WHITE, stroke: INK, width: 1.6 },
    { d: 'M4.5 6h15v4.5h-15z', fill: RED },
    { d: 'M6 13.4h12', stroke: GREY, width: 1.6 },
  ],
  'slogan-board': [
    { d: 'M5 14v7.5M19 14v7.5', stroke: INK, width: 1.6 },
    { d: 'M1.5 7.5h21V14h-21z', fill: RED },
    { d: 'M4 10.7h16', stroke: GOLD, width: 1.6 },
  ],
  poster: [
    { d: 'M6 3h12v18H6z', fill: WHITE, stroke: INK, width: 1.5 },
    { d: 'M8 5h8v7H8z', fill: RED },
    { d: 'M8 15h8M8 18h5.5', stroke: GREY, width: 1.5 },
  ],
  gate: [
    { d: 'M4 9v12.5M20 9v12.5', stroke: RED, width: 3 },
    { d: 'M2 4.5h20V10H2z', fill: RED },
    { d: 'M5 7.3h14', stroke: GOLD, width: 1.5 },
  ],
  screen: [
    { d: 'M12 16v5M8 21.5h8', stroke: INK, width: 1.7 },
    { d: 'M2.5 4.5h19v12h-19z', fill: INK },
    { d: 'M4.5 6.5h15v8h-15z', fill: BLUE },
    { d: 'M7 9.2h7M7 12h4.5', stroke: WHITE, width: 1.3 },
  ],
  loudspeaker: [
    { d: 'M5 8v13.5', stroke: INK, width: 1.6 },
    { d: 'M4.5 8.5h4L17 4v13l-8.5-4.5h-4z', fill: BLUE },
    { d: 'M19.5 8c1.3 1.5 1.3 3.5 0 5', stroke: BLUE, width: 1.7 },
  ],
  vehicle: [
    { d: 'M2 8h12v9H2z', fill: BLUE },
    { d: 'M14 11h4.5l3 3v3H14z', fill: WHITE, stroke: INK, width: 1.4 },
    { d: 'M6.5 17m-2.2 0a2.2 2.2 0 1 0 4.4 0a2.2 2.2 0 1 0-4.4 0', fill: INK },
    { d: 'M17.5 17m-2.2 0a2.2 2.2 0 1 0 4.4 0a2.2 2.2 0 1 0-4.4 0', fill: INK },
    { d: 'M5 5.5l3-2v4z', fill: INK },
  ],
} as const satisfies Readonly<Record<string, readonly Stroke[]>>;

export type ShapeName = keyof typeof SHAPES;
export const SHAPE_NAMES = Object.keys(SHAPES) as readonly ShapeName[];

const GREEN = '#2B7A3D';
const COLOURS = { red: RED, gold: '#C98A00', blue: BLUE, green: GREEN, ink: INK } as const;
export type ColourName = keyof typeof COLOURS;
export const COLOUR_NAMES = Object.keys(COLOURS) as readonly ColourName[];

/** A shape's own colour is the red of our flags, or the blue of sound and light; either gives way to a chosen one. */
export function inColour(paint: string | undefined, colour: ColourName): string | undefined {
  return colour !== 'red' && (paint === RED || paint === BLUE) ? COLOURS[colour] : paint;
}

export function glyphInk(colour: ColourName): string {
  return COLOURS[colour];
}

/** Where one or two letters stand that tell symbols apart in black and white: the lower right corner. */
export const GLYPH_BOX = { x: 12.5, y: 13.5, width: 11, height: 10 } as const;

export function strokesOf(name: ShapeName): readonly Stroke[] {
  return SHAPES[name];
}

/** Draws a symbol with its centre at the origin, `size` pixels wide. */
export function drawShape(
  context: CanvasRenderingContext2D,
  name: ShapeName,
  size: number,
  colour: ColourName = 'red',
  glyph = '',
): void {
  context.save();
  context.scale(size / 24, size / 24);
  context.translate(-12, -12);
  context.lineCap = 'round';
  context.lineJoin = 'round';
  for (const stroke of strokesOf(name)) {
    const path = new Path2D(stroke.d);
    if (stroke.fill !== undefined) {
      context.fillStyle = inColour(stroke.fill, colour) ?? stroke.fill;
      context.fill(path);
    }
    if (stroke.stroke !== undefined) {
      context.strokeStyle = inColour(stroke.stroke, colour) ?? stroke.stroke;
      context.lineWidth = stroke.width ?? 1.5;
      context.stroke(path);
    }
  }
  if (glyph !== '') drawGlyph(context, glyph, colour);
  context.restore();
}

function drawGlyph(context: CanvasRenderingContext2D, glyph: string, colour: ColourName): void {
  const { x, y, width, height } = GLYPH_BOX;
  context.beginPath();
  context.roundRect(x, y, width, height, 2);
  context.fillStyle = WHITE;
  context.fill();
  context.strokeStyle = glyphInk(colour);
  context.lineWidth = 1;
  context.stroke();
  context.fillStyle = glyphInk(colour);
  context.font = "700 8px 'Be Vietnam Pro', sans-serif";
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(glyph, x + width / 2, y + height / 2 + 0.3);
}
