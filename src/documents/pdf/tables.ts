/** What tables on paper have in common. */
import type { CustomTableLayout, TableCell } from 'pdfmake/interfaces';

const BOX_SIZE = 13;

export const GRID: CustomTableLayout = {
  hLineWidth: () => 0.7,
  vLineWidth: () => 0.7,
  paddingTop: () => 4,
  paddingBottom: () => 4,
  paddingLeft: () => 3,
  paddingRight: () => 3,
};

/** A box of its own for every cell: pdfmake moves the shapes that it is given. */
export function tickBox(ticked: boolean): TableCell {
  const points = [0.2, 0.5, 0.42, 0.75, 0.82, 0.2].map((share) => share * BOX_SIZE);
  const [ax, ay, bx, by, cx, cy] = points as [number, number, number, number, number, number];
  const line = (x1: number, y1: number, x2: number, y2: number) =>
    ({ type: 'line', x1, y1, x2, y2, lineWidth: 1.6 }) as const;
  return {
    canvas: [
      { type: 'rect', x: 0, y: 0, w: BOX_SIZE, h: BOX_SIZE, lineWidth: 0.9 },
      ...(ticked ? [line(ax, ay, bx, by), line(bx, by, cx, cy)] : []),
    ],
    alignment: 'center',
    margin: [0, 2, 0, 0],
  };
}
