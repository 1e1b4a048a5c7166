/** What tables on paper have in common. */
import type { CustomTableLayout, TableCell } from 'pdfmake/interfaces';

const BOX_SIZE = 13;

const LINE = 0.7;
const ABOVE = 4;
const BESIDE = 3;
const PADDING = {
  paddingTop: () => ABOVE,
  paddingBottom: () => ABOVE,
  paddingLeft: () => BESIDE,
  paddingRight: () => BESIDE,
};

export const GRID: CustomTableLayout = { hLineWidth: () => LINE, vLineWidth: () => LINE, ...PADDING };

/** A table that fills a cell of another, whose lines are its border. */
export const INNER: CustomTableLayout = {
  hLineWidth: (i, { table }) => (i === 0 || i === table.body.length ? 0 : LINE),
  vLineWidth: (i, { table }) => (i === 0 || i === table.body[0]?.length ? 0 : LINE),
  ...PADDING,
};
export const WITHIN: [number, number, number, number] = [-BESIDE, -ABOVE, -BESIDE, -ABOVE];

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
