/** `npm run bench`: each figure as a ratio to a named baseline measured in the same run. Writes bench.json. */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { benchChecks } from './checks.ts';
import { benchLayout } from './layout.ts';
import { benchMap } from './map.ts';
import { benchPan } from './pan.ts';
import { benchTable } from './table.ts';
import { benchWork } from './work.ts';

export interface Figure {
  readonly what: string;
  readonly baseline: string;
  readonly ms: number;
  readonly baselineMs: number;
  /** How many times as long as the baseline; below 1 is faster. */
  readonly ratio: number;
  readonly goal: string;
  readonly met: boolean;
}

const figures: Figure[] = [
  benchLayout(),
  await benchChecks(),
  ...(await benchMap()),
  ...(await benchPan()),
  ...(await benchTable()),
  ...(await benchWork()),
];

const rows = figures.map((f) => ({
  what: f.what,
  ms: f.ms.toFixed(2),
  baseline: f.baseline,
  'baseline ms': f.baselineMs.toFixed(2),
  ratio: f.ratio === 0 ? '0' : f.ratio < 1 ? `1/${(1 / f.ratio).toFixed(0)}` : f.ratio.toFixed(1),
  goal: f.goal,
  met: f.met ? 'yes' : 'NO',
}));
console.table(rows);
writeFileSync(resolve(import.meta.dirname, '../../bench.json'), JSON.stringify(figures, null, 2));
