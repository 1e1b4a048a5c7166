import { inBrowser, p95 } from './inBrowser.ts';
import type { Figure } from './run.ts';

interface Panned {
  readonly ours: readonly number[];
  readonly bare: readonly number[];
  readonly sprites: number;
}

/** Panning 100,000 positions: frame times against clearing a canvas and drawing the same number of sprites. */
export async function benchPan(): Promise<Figure[]> {
  return inBrowser(async (measure) => {
    const visit = () => measure<{ strip: Panned; map: Panned }>('pan.html', 'panned');
    // Once for nothing: the server translates the modules at the first visit.
    await visit();
    const { strip, map } = await visit();
    return (
      [
        ['diagram', strip],
        ['map', map],
      ] as const
    ).map(([what, panned]): Figure => {
      const [ms, baselineMs] = [p95(panned.ours), p95(panned.bare)];
      return {
        what: `panning the ${what}, 100,000 positions, ${panned.sprites} sprites in view: frame, p95`,
        baseline: 'clearing and drawing as many sprites',
        ms,
        baselineMs,
        ratio: ms / baselineMs,
        goal: 'told',
        met: true,
      };
    });
  });
}
