import { inBrowser, p95 } from './inBrowser.ts';
import type { Figure } from './run.ts';

interface Measured {
  readonly firstPaint: number;
  readonly zooms: readonly number[];
}

/** 100,000 positions: first paint and zooming, our layers against leaflet.markercluster, each in a fresh page. */
export async function benchMap(): Promise<Figure[]> {
  return inBrowser(async (measure) => {
    const visit = (which: string, scale: string) =>
      measure<Measured>(`page.html#${which}-${scale}`, 'measured');
    // Once for nothing: the server translates the modules at the first visit.
    await visit('symbols', 'near');
    const figures: Figure[] = [];
    for (const [which, scale, what] of [
      // Nearer than from where single things are drawn, and from a district to a street.
      ['symbols', 'near', '100,000 symbols'],
      ['stretches', 'far', '100,000 positions of 1,000 stretches'],
    ] as const) {
      const cluster = await visit('markercluster', scale);
      const ours = await visit(which, scale);
      const paint = ours.firstPaint / cluster.firstPaint;
      figures.push({
        what: `${what}: first paint`,
        baseline: 'leaflet.markercluster',
        ms: ours.firstPaint,
        baselineMs: cluster.firstPaint,
        ratio: paint,
        goal: '≤ 1/30',
        met: paint <= 1 / 30,
      });
      const zoom = p95(ours.zooms) / p95(cluster.zooms);
      figures.push({
        what: `${what}: zoom, p95`,
        baseline: 'leaflet.markercluster',
        ms: p95(ours.zooms),
        baselineMs: p95(cluster.zooms),
        ratio: zoom,
        // A cluster draws some dozens of bubbles where we draw every symbol there is room for: told, not aimed at.
        goal: 'told',
        met: true,
      });
    }
    return figures;
  });
}
