import { createServer } from 'vite';
import type { PlanChecker as Checker } from '../../src/domain/checks/checker.ts';
import type { Rule } from '../../src/domain/checks/rule.ts';
import { moved, plan5000 } from './plan5000.ts';
import type { Figure } from './run.ts';

const ROUNDS = 60;

function median(times: number[]): number {
  return times.sort((a, b) => a - b)[times.length >> 1] as number;
}

/** 5,000 stretches: a recheck after one edit against a check of everything, with all rules. */
export async function benchChecks(): Promise<Figure> {
  // The rules are found by the bundler: a folder is their list.
  const server = await createServer({
    configFile: false,
    logLevel: 'error',
    server: { middlewareMode: true },
  });
  try {
    const { ALL_RULES } = (await server.ssrLoadModule('/src/data/checks/allRules.ts')) as {
      ALL_RULES: Rule[];
    };
    const { PlanChecker } = (await server.ssrLoadModule('/src/domain/checks/checker.ts')) as {
      PlanChecker: typeof Checker;
    };
    let tables = plan5000();
    const full: number[] = [];
    let checker = new PlanChecker(ALL_RULES, tables, '2020-10-15');
    for (let i = 0; i < 7; i++) {
      const begun = performance.now();
      checker = new PlanChecker(ALL_RULES, tables, '2020-10-15');
      full.push(performance.now() - begun);
    }
    const single: number[] = [];
    for (let i = 0; i < ROUNDS; i++) {
      const edit = moved(tables, i);
      tables = edit.tables;
      const begun = performance.now();
      checker.update(tables, [{ entity: 'placement', id: edit.row.id }]);
      single.push(performance.now() - begun);
    }
    const [ms, baselineMs] = [median(single), median(full)];
    return {
      what: `recheck after one edit, 5,000 stretches, ${ALL_RULES.length} rules (${checker.findings.length} findings)`,
      baseline: 'check of everything',
      ms,
      baselineMs,
      ratio: ms / baselineMs,
      goal: '≤ 1/100',
      met: ms / baselineMs <= 1 / 100,
    };
  } finally {
    await server.close();
  }
}
