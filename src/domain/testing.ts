/** Short ways to roads for tests. */
import type { LngLatPair, Road } from './model/rows.ts';
import { type MeasuredRoad, measureRoad } from './road/measuredRoad.ts';

export const RULE = {
  spacing: 25,
  startOffset: 0,
  sides: 'both',
  staggered: false,
  edgeOffset: 1,
  except: [],
  skips: [],
  moves: {},
} as const;

/** A gently bending road that runs north from Đồng Tâm, `km` long, a vertex every `step` metres. */
export function bendingLine(km: number, step = 100): LngLatPair[] {
  const vertices = Math.round((km * 1000) / step);
  return Array.from({ length: vertices + 1 }, (_, i): LngLatPair => {
    const along = (i * step) / 110_700;
    return [105.776 + 0.004 * Math.sin(along * 60), 21.886 + along];
  });
}

export function aRoad(change: Partial<Road> = {}): Road {
  return {
    id: '01DEM0C0H0A0000000000R0001',
    version: 1,
    code: 'QL.3',
    name: 'Quốc lộ 3',
    class: 'national',
    line: bendingLine(25),
    gaps: [],
    zeroChainage: 0,
    calibration: [],
    halfWidth: 6,
    source: '',
    ...change,
  };
}

export function measured(change: Partial<Road> = {}): MeasuredRoad {
  const result = measureRoad(aRoad(change));
  if (!result.ok) throw new Error(result.reason.code);
  return result.value;
}
