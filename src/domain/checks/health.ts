/** The health of a plan: how many findings of each weight, accepted ones apart. */
import type { Finding, Severity } from './finding.ts';

export interface Health extends Readonly<Record<Severity, number>> {
  readonly accepted: number;
}

export function healthOf(
  open: Iterable<{ readonly finding: Finding; readonly acceptance: unknown }>,
): Health {
  const health = { error: 0, warning: 0, hint: 0, accepted: 0 };
  for (const { finding, acceptance } of open) {
    if (acceptance === undefined) health[finding.severity]++;
    else health.accepted++;
  }
  return health;
}
