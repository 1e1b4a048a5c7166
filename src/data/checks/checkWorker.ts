/** Checks the plan off the main thread: keeps its own copy of the rows and answers with what changed of the findings. */
import { PlanChecker } from '../../domain/checks/checker.ts';
import { emptyTables, withRows } from '../../domain/edit/tables.ts';
import type { Id, Tables } from '../../domain/model/rows.ts';
import { ALL_RULES } from './allRules.ts';
import type { FromChecker, ToChecker } from './messages.ts';

let tables: Tables = emptyTables();
let checker: PlanChecker | null = null;
let campaign: Id | null = null;

function answer(message: FromChecker): void {
  postMessage(message);
}

self.onmessage = ({ data }: MessageEvent<ToChecker>) => {
  if (data.kind === 'draft') {
    answer({ kind: 'draft', n: data.n, findings: checker?.checkDraft(data.row) ?? [] });
    return;
  }
  const fresh = data.campaignId !== campaign || checker === null;
  if (fresh) tables = emptyTables();
  campaign = data.campaignId;
  tables = withRows(tables, data.changes);
  if (fresh || checker === null) {
    checker = new PlanChecker(ALL_RULES, tables, data.today);
    answer({ kind: 'delta', campaignId: data.campaignId, whole: true, removed: [], added: checker.findings });
    return;
  }
  const delta = checker.update(tables, data.changes, data.today);
  answer({ kind: 'delta', campaignId: data.campaignId, whole: false, ...delta });
};
