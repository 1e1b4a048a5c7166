/** What is selected goes, with what hangs on it. */
import { deletionOf } from '../../domain/edit/deletion.ts';
import { ok } from '../../domain/model/result.ts';
import { useCampaign } from '../campaign/campaign.ts';
import { whereOfAll } from '../campaign/where.ts';
import { select } from '../workbench/choose.ts';
import { askRemoval } from '../workbench/reshaping.ts';
import { selectedIds } from '../workbench/selection.ts';
import type { Command } from './command.ts';
import { selectedGround } from './ground.ts';
import { selectedRoad } from './roads.ts';
import { mayPlanSelection, selectedRows } from './selected.ts';

export const REMOVE_COMMANDS: readonly Command[] = [
  {
    id: 'delete',
    on: ['menu', 'selection'],
    icon: 'trash',
    key: 'Delete',
    group: 'selection',
    available: () => mayPlanSelection() || selectedGround() !== null || selectedRoad() !== null,
    run: () => {
      const ground = selectedGround();
      if (ground !== null) return ok({ ...ground, after: () => select(null) });
      const road = selectedRoad();
      if (road !== null) {
        // It goes with what hangs on it: that is shown first.
        askRemoval([road.id]);
        return ok(null);
      }
      const rows = selectedRows();
      return ok({
        note: { code: 'placement.deleted', params: { where: whereOfAll(rows), count: rows.length } },
        ops: deletionOf(useCampaign.getState().tables, 'placement', new Set(selectedIds('placement'))),
        after: () => select(null),
      });
    },
  },
];
