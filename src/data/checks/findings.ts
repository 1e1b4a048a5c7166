/** The findings of the open campaign, kept by a worker that hears of every change of its rows. */
import { create } from 'zustand';
import type { Finding } from '../../domain/checks/finding.ts';
import { type Health, healthOf } from '../../domain/checks/health.ts';
import { emptyTables } from '../../domain/edit/tables.ts';
import { latest } from '../../domain/memo.ts';
import type { Acceptance } from '../../domain/model/entities/acceptance.ts';
import type { Placement } from '../../domain/model/entities/placement.ts';
import { type AnyRow, ENTITIES, type FieldsOf, type Id, type Tables } from '../../domain/model/rows.ts';
import { useCampaign } from '../campaign/campaign.ts';
import { todayOf, useTable } from '../campaign/rows.ts';
import type { FromChecker, RowChange, ToChecker } from './messages.ts';

interface FindingsState {
  /** Whether the plan as it is now has been checked. */
  readonly settled: boolean;
  readonly findings: ReadonlyMap<string, Finding>;
  /** Of what is being drawn or dragged. */
  readonly draft: readonly Finding[];
}

const NOTHING: FindingsState = { settled: false, findings: new Map(), draft: [] };

export const useFindingsStore = create<FindingsState>(() => NOTHING);

/** Starts checking the open campaign; gives the way to end. */
export function watchPlan(): () => void {
  const worker = new Worker(new URL('./checkWorker.ts', import.meta.url), { type: 'module' });
  let sent: Tables = emptyTables();
  let sentFor: Id | null = null;
  let waiting = 0;
  worker.onmessage = ({ data }: MessageEvent<FromChecker>) => {
    if (data.kind === 'draft') {
      if (data.n === draftAsked) useFindingsStore.setState({ draft: data.findings });
      return;
    }
    waiting--;
    if (data.campaignId !== sentFor) return;
    useFindingsStore.setState((s) => {
      if (!data.whole && data.removed.length === 0 && data.added.length === 0)
        return { settled: waiting === 0 };
      const findings = data.whole ? new Map<string, Finding>() : new Map(s.findings);
      for (const key of data.removed) findings.delete(key);
      for (const finding of data.added) findings.set(finding.key, finding);
      return { findings, settled: waiting === 0 };
    });
  };
  const look = () => {
    const { ready, campaignId, tables } = useCampaign.getState();
    const campaign = tables.campaign.get(campaignId ?? '');
    if (!ready || campaignId === null || campaign === undefined) return;
    if (tables === sent && campaignId === sentFor) return;
    if (campaignId !== sentFor) {
      sent = emptyTables();
      useFindingsStore.setState(NOTHING);
    }
    const changes = differences(sent, tables);
    sent = tables;
    sentFor = campaignId;
    if (changes.length === 0) return;
    waiting++;
    useFindingsStore.setState({ settled: false });
    worker.postMessage({ kind: 'rows', campaignId, today: todayOf(campaign), changes } satisfies ToChecker);
    // What is in the hand was asked about with the rows before these: perhaps with none at all yet.
    if (draft !== null) ask(draft);
  };
  ask = (row) => worker.postMessage({ kind: 'draft', n: ++draftAsked, row } satisfies ToChecker);
  const unsubscribe = useCampaign.subscribe(look);
  look();
  return () => {
    unsubscribe();
    worker.terminate();
    ask = () => {};
    useFindingsStore.setState(NOTHING);
  };
}

let draftAsked = 0;
/** What is being drawn or dragged. */
let draft: Placement | null = null;
let ask: (row: Placement) => void = () => {};

/** Asks what would be found of a placement that is being drawn, or (by its id) dragged. */
export function askDraft(fields: FieldsOf<'placement'> | null, id: Id): void {
  draft = fields === null ? null : { ...fields, id, version: 0 };
  if (draft !== null) {
    ask(draft);
    return;
  }
  draftAsked++;
  if (useFindingsStore.getState().draft.length > 0) useFindingsStore.setState({ draft: [] });
}

/** The rows by which two states of the tables differ. Tables that are the same map have no difference. */
function differences(before: Tables, now: Tables): RowChange[] {
  return ENTITIES.flatMap((entity) => {
    const old = before[entity] as ReadonlyMap<Id, AnyRow>;
    const fresh = now[entity] as ReadonlyMap<Id, AnyRow>;
    if (old === fresh) return [];
    const changes: RowChange[] = [];
    for (const [id, row] of fresh) if (old.get(id) !== row) changes.push({ entity, id, row });
    for (const id of old.keys()) if (!fresh.has(id)) changes.push({ entity, id, row: undefined });
    return changes;
  });
}

/** A finding, and who answers for it if somebody does. */
export interface OpenFinding {
  readonly finding: Finding;
  readonly acceptance: Acceptance | undefined;
}

/** What the findings come to, worked out once for all who look. */
interface Overview {
  readonly open: readonly OpenFinding[];
  /** Those that nobody accepted, by placement. */
  readonly byPlacement: ReadonlyMap<Id, readonly Finding[]>;
  readonly health: Health;
}

const overviewOf = latest(
  (findings: ReadonlyMap<string, Finding>, acceptances: Tables['acceptance']): Overview => {
    const accepted = new Map([...acceptances.values()].map((a) => [a.finding, a]));
    const open = [...findings.values()].map((finding) => ({
      finding,
      acceptance: accepted.get(finding.key),
    }));
    const byPlacement = new Map<Id, Finding[]>();
    for (const { finding, acceptance } of open) {
      const id = finding.place.placementId;
      if (id === undefined || acceptance !== undefined) continue;
      const list = byPlacement.get(id);
      if (list === undefined) byPlacement.set(id, [finding]);
      else list.push(finding);
    }
    return { open, byPlacement, health: healthOf(open) };
  },
);

function useOverview(): Overview {
  const findings = useFindingsStore((s) => s.findings);
  const acceptances = useTable('acceptance');
  return overviewOf(findings, acceptances);
}

export function useFindings(): readonly OpenFinding[] {
  return useOverview().open;
}

/** Findings that nobody accepted, by placement: for map, diagram and table. */
export function useFindingsByPlacement(): ReadonlyMap<Id, readonly Finding[]> {
  return useOverview().byPlacement;
}

/** The health of the plan as a whole. */
export function useHealth(): Health {
  return useOverview().health;
}

/** Findings of one placement, accepted ones with their acceptance. */
export function useFindingsOf(id: Id): readonly OpenFinding[] {
  const { byPlacement } = useOverview();
  const acceptances = useTable('acceptance');
  const findings = useFindingsStore((s) => s.findings);
  const open = (byPlacement.get(id) ?? []).map((finding) => ({ finding, acceptance: undefined }));
  const accepted = [...acceptances.values()].flatMap((acceptance): OpenFinding[] => {
    const finding = acceptance.placementId === id ? findings.get(acceptance.finding) : undefined;
    return finding === undefined ? [] : [{ finding, acceptance }];
  });
  return [...open, ...accepted];
}
