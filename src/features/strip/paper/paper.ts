/** How an unrolled road is cut into rows for paper, so that a ruler laid on it measures. */

/** Usable size in millimetres, in landscape, within margins of 10 mm. */
export const PAPERS = { A4: { width: 277, height: 190 }, A3: { width: 400, height: 277 } } as const;
export type Paper = keyof typeof PAPERS;

/** One millimetre on paper stands for this many thousandths on the ground: 1:10,000 is 10 m. */
export const SCALES = [2_000, 5_000, 10_000, 25_000, 50_000, 100_000] as const;

/** CSS pixels a millimetre: what browsers print by. */
export const PX_PER_MM = 96 / 25.4;

export interface PaperRow {
  readonly from: number;
  readonly to: number;
}

export interface PaperPlan {
  readonly rows: readonly PaperRow[];
  readonly perPage: number;
  readonly pages: number;
  /** Pixels a metre, at the browser's resolution. */
  readonly pxPerMetre: number;
}

/** `gutter` and `rowHeight` in CSS pixels; `head` millimetres of the first page that a title and a legend take. */
export function planPaper(
  road: { readonly min: number; readonly max: number },
  paper: Paper,
  scale: number,
  sizes: { readonly gutter: number; readonly rowHeight: number; readonly head: number },
): PaperPlan {
  const { width, height } = PAPERS[paper];
  const pxPerMetre = PX_PER_MM / (scale / 1000);
  const metres = (width * PX_PER_MM - sizes.gutter) / pxPerMetre;
  const count = Math.max(1, Math.ceil((road.max - road.min) / metres - 1e-9));
  const rows = Array.from({ length: count }, (_, i) => ({
    from: road.min + i * metres,
    to: Math.min(road.max, road.min + (i + 1) * metres),
  }));
  const perPage = Math.max(1, Math.floor((height - sizes.head) / (sizes.rowHeight / PX_PER_MM)));
  return { rows, perPage, pages: Math.ceil(count / perPage), pxPerMetre };
}
