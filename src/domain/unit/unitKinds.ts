/** What kinds of units there are is the campaign's own matter: communes in one, hamlets and schools in another. */
import type { Unit } from '../model/entities/unit.ts';

/** Of a unit that is added, until somebody says otherwise: what most of the others are. */
export function usualKind(units: Iterable<Pick<Unit, 'kind'>>): string {
  const counts = new Map<string, number>();
  for (const { kind } of units) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most?.[0] ?? '';
}

/** The kinds that a campaign knows, to choose from. */
export function kindsOf(units: Iterable<Pick<Unit, 'kind'>>): string[] {
  return [...new Set([...units].map((u) => u.kind).filter((k) => k !== ''))].sort((a, b) =>
    a.localeCompare(b, 'vi'),
  );
}
