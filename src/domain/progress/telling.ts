/** What can be told of a placement as it is, and of how many of its pieces. */
import type { CreateOp } from '../edit/edit.ts';
import { withdrawalOf } from '../edit/facts.ts';
import type { Placement } from '../model/entities/placement.ts';
import type { ReportKind } from '../model/entities/report.ts';
import type { Id, Tables } from '../model/rows.ts';
import { type Progress, progressOf } from './progress.ts';
import { reportsOf } from './reportsOf.ts';

/** Of how many pieces a report would change what is known. */
function openFor(kind: ReportKind, p: Progress): number {
  switch (kind) {
    case 'installed':
      return p.planned - p.standing;
    case 'accepted':
      return p.standing - p.accepted;
    case 'damaged':
      return p.standing - p.damaged;
    case 'repaired':
      return p.damaged;
    case 'recovered':
      return p.takenDown - p.recovered - p.lost;
    case 'lost':
      return p.standing + p.takenDown - p.recovered - p.lost;
    case 'checked':
    case 'content-changed':
    case 'taken-down':
      return p.standing;
    case 'withdrawn':
      return 0;
  }
}

/** Steps back, by what they take back: what was put up wrongly was never accepted, nor damaged, nor taken down. */
export function takesBack(step: ReportKind, kind: ReportKind): boolean {
  if (step === 'installed') return true;
  return kind === step || (step === 'taken-down' && (kind === 'recovered' || kind === 'lost'));
}
export const BACK_STEPS = ['taken-down', 'accepted', 'installed'] as const;
type BackStep = (typeof BACK_STEPS)[number];

/** The ops that take all reports of a kind, and what rests on them, back; none where nothing was told. */
export function tellingBack(
  tables: Tables,
  row: Placement,
  step: BackStep,
  newId: () => Id,
): CreateOp<'report'>[] {
  const told = reportsOf(tables, row.id);
  if (!told.some(({ kind }) => kind === step)) return [];
  return told
    .filter(({ kind }) => takesBack(step, kind))
    .map(({ id, version: _, ...fields }) => withdrawalOf({ id, fields }, newId));
}

/** Whether a report of all of it would say anything new. */
export function canTell(tables: Tables, row: Placement, kind: ReportKind): boolean {
  return openFor(kind, progressOf(tables, row)) > 0;
}
