/** What commands work on: the selected rows and how they are spoken of. */
import { deletionOf } from '../../domain/edit/deletion.ts';
import type { Op } from '../../domain/edit/edit.ts';
import type { Placement } from '../../domain/model/entities/placement.ts';
import { fail, ok, type Result } from '../../domain/model/result.ts';
import type { FieldsOf, Id } from '../../domain/model/rows.ts';
import { roadLabel } from '../../domain/plan/roads.ts';
import { bareChainage, formatChainage } from '../../domain/road/chainageText.ts';
import { useCampaign } from '../campaign.ts';
import { may } from '../may.ts';
import { selectedIds } from '../workbench/selection.ts';

export function selectedRows(): Placement[] {
  const { placement } = useCampaign.getState().tables;
  return selectedIds('placement').flatMap((id) => placement.get(id) ?? []);
}

/** The one selected stretch, or null. */
export function selectedStretch():
  | (Placement & { rule: NonNullable<Placement['rule']>; from: number; to: number; roadId: Id })
  | null {
  const [row, ...more] = selectedRows();
  if (row === undefined || more.length > 0) return null;
  const { rule, from, to, roadId } = row;
  return rule === null || from === null || to === null || roadId === null
    ? null
    : { ...row, rule, from, to, roadId };
}

export function setOp(row: Placement, fields: Partial<FieldsOf<'placement'>>): Op {
  return { kind: 'set', entity: 'placement', id: row.id, version: row.version, fields };
}

/** Answers about the selection, while neither it nor the plan changes: dozens of commands ask the same of it. */
const remembered: { tables: unknown; selection: unknown; answers: Map<string, boolean> } = {
  tables: null,
  selection: null,
  answers: new Map(),
};

export function aboutSelection(question: string, ask: () => boolean): boolean {
  const { tables } = useCampaign.getState();
  const selection = selectedIds('placement');
  if (remembered.tables !== tables || remembered.selection !== selection)
    Object.assign(remembered, { tables, selection, answers: new Map() });
  const known = remembered.answers.get(question);
  if (known !== undefined) return known;
  const answer = ask();
  remembered.answers.set(question, answer);
  return answer;
}

/** Whether the person may change the plan of everything that is selected. */
export function mayPlanSelection(): boolean {
  return aboutSelection('plan', () => may.plan(selectedRows()));
}

/** One stretch is selected, and the person may change it. */
export function mayPlanStretch(): boolean {
  return selectedStretch() !== null && mayPlanSelection();
}

/** «QL.3 Km 146+000 – 151+200»: where an edit happened, for its name in the history. */
export function whereOf(row: Pick<Placement, 'roadId' | 'from' | 'to'>): string {
  const road = useCampaign.getState().tables.road.get(row.roadId ?? '');
  return [
    road === undefined ? '' : roadLabel(road),
    row.from === null ? '' : formatChainage(row.from),
    row.to === null ? '' : `– ${bareChainage(row.to)}`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** Where several rows are: the first of them, and that there are more. */
export function whereOfAll(rows: readonly Placement[]): string {
  const [first, ...more] = rows;
  if (first === undefined) return '';
  return more.length === 0 ? whereOf(first) : `${whereOf(first)} (+${more.length})`;
}

/** Deletes placements together with what hangs on them; asks for nothing that the person may not do. */
export function deleteOps(rows: readonly Placement[]): readonly Op[] {
  return deletionOf(useCampaign.getState().tables, 'placement', new Set(rows.map((r) => r.id)));
}

/** All of the results, or the first refusal. */
export function allOf<T>(results: readonly Result<T>[]): Result<T[]> {
  const values: T[] = [];
  for (const r of results) {
    if (!r.ok) return fail(r.reason.code, r.reason.params);
    values.push(r.value);
  }
  return ok(values);
}
