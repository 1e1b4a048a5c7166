import { layOut } from '../../src/domain/layout/layOut.ts';
import { bendingLine, measured, RULE } from '../../src/domain/testing.ts';
import type { Figure } from './run.ts';

const ROUNDS = 41;

function median(work: () => void): number {
  const times: number[] = [];
  for (let i = 0; i < ROUNDS; i++) {
    const start = performance.now();
    work();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[ROUNDS >> 1] as number;
}

/** 1,000 km on both sides every 25 m, against a loop that writes the same numbers into the same arrays. */
export function benchLayout(): Figure {
  const road = measured({ line: bendingLine(1001, 50) });
  const stretch = { from: 0, to: 1_000_000, rule: { ...RULE } };
  let laid = layOut(stretch, road, []);
  const ms = median(() => {
    laid = layOut(stretch, road, []);
  });
  const { count } = laid;
  const baselineMs = median(() => {
    const chainage = new Float64Array(count);
    const lng = new Float64Array(count);
    const lat = new Float64Array(count);
    const side = new Int8Array(count);
    const ordinal = new Int32Array(count);
    for (let i = 0; i < count; i++) {
      chainage[i] = i * 25;
      lng[i] = 105 + i * 1e-6;
      lat[i] = 21 + i * 1e-6;
      side[i] = 1;
      ordinal[i] = i;
    }
  });
  const ratio = ms / baselineMs;
  return {
    what: `layout of 1,000 km, both sides every 25 m (${count} positions)`,
    baseline: 'bare loop writing the same arrays',
    ms,
    baselineMs,
    ratio,
    goal: '≤ 10',
    met: ratio <= 10,
  };
}
