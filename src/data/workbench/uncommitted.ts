/** The plan as it would be with the row in the hand: dragged things of the ground are seen before they are stored. */
import { useMemo } from 'react';
import { latest } from '../../domain/memo.ts';
import type { Tables } from '../../domain/model/rows.ts';
import { calibrationOf } from '../../domain/plan/calibration.ts';
import { useCampaign } from '../campaign/campaign.ts';
import { type Uncommitted, useDrafts } from './drafts.ts';

/** Map and diagram ask in the same frame and must get the same rows. */
const trialTables = latest((tables: Tables, trial: Uncommitted | null): Tables => {
  const row = trial === null ? undefined : tables[trial.entity].get(trial.id);
  if (trial === null || row === undefined) return tables;
  const rows = new Map<string, unknown>(tables[trial.entity]);
  rows.set(trial.id, { ...row, ...trial.fields });
  return { ...tables, [trial.entity]: rows } as Tables;
});

/** The campaign's rows, one of them as it is in the hand. */
export function useUncommittedTables(): Tables {
  const tables = useCampaign((s) => s.tables);
  const inHand = useDrafts((s) => s.uncommitted);
  const draft = useDrafts((s) => s.featureDraft);
  const trial = useMemo((): Uncommitted | null => {
    if (inHand !== null) return inHand;
    const calibration = draft === null ? null : calibrationOf(draft, tables);
    return calibration?.ok
      ? { entity: 'road', id: calibration.value.road.id, fields: { calibration: calibration.value.posts } }
      : null;
  }, [inHand, draft, tables]);
  return trialTables(tables, trial);
}
