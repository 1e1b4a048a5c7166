/** The selection as commands ask about it. */
import { BEFORE_APPROVAL } from '../../domain/edit/states.ts';
import { latest } from '../../domain/memo.ts';
import type { Placement } from '../../domain/model/entities/placement.ts';
import type { Id, Tables } from '../../domain/model/rows.ts';
import { toldOf } from '../../domain/progress/reportsOf.ts';
import { useCampaign } from '../campaign/campaign.ts';
import { may } from '../campaign/may.ts';
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

/** Answers about the selection, while neither it nor the plan changes: dozens of commands ask the same of it. */
const answersAbout = latest((_tables: Tables, _selected: readonly Id[]) => new Map<string, boolean>());

export function aboutSelection(question: string, ask: () => boolean): boolean {
  const answers = answersAbout(useCampaign.getState().tables, selectedIds('placement'));
  const known = answers.get(question);
  if (known !== undefined) return known;
  const answer = ask();
  answers.set(question, answer);
  return answer;
}

/** Whether the person may change the plan of everything that is selected. */
export function mayPlanSelection(): boolean {
  return aboutSelection('plan', () => may.plan(selectedRows()));
}

/** One row is selected, of which something can be told or was. */
export function mayReportOnSelection(): boolean {
  const [row, ...more] = selectedRows();
  if (row === undefined || more.length > 0) return false;
  return !BEFORE_APPROVAL.has(row.state) || toldOf(useCampaign.getState().tables, row.id).length > 0;
}

/** One stretch is selected, and the person may change it. */
export function mayPlanStretch(): boolean {
  return selectedStretch() !== null && mayPlanSelection();
}
