/** Choosing more of the same: on the same road, of the same type, unit or state, or with something to mend. */
import type { Placement } from '../../domain/model/entities/placement.ts';
import { fail, ok } from '../../domain/model/result.ts';
import { useCampaign } from '../campaign/campaign.ts';
import { useFindingsStore } from '../checks/findings.ts';
import { selectMany } from '../workbench/choose.ts';
import type { Command, CommandPlace } from './command.ts';
import { selectedRows } from './selected.ts';

function choosing(
  id: string,
  icon: string,
  key: string | null,
  which: (row: Placement, first: Placement) => boolean,
  on: readonly CommandPlace[] = [],
): Command {
  return {
    id,
    on,
    icon,
    key,
    group: 'plan',
    available: () => selectedRows().length > 0,
    run: () => {
      const [first] = selectedRows();
      if (first === undefined) return fail('command.nothing');
      selectMany(
        [...useCampaign.getState().tables.placement.values()].filter((r) => which(r, first)).map((r) => r.id),
      );
      return ok(null);
    },
  };
}

export const CHOOSING_COMMANDS: readonly Command[] = [
  choosing('select-road', 'road', 'Shift+R', (r, first) => r.roadId === first.roadId, ['inspector']),
  choosing('select-type', 'symbols', 'Shift+T', (r, first) => r.assetTypeId === first.assetTypeId, [
    'inspector',
  ]),
  choosing('select-unit', 'units', null, (r, first) => r.unitId === first.unitId),
  choosing('select-state', 'state', null, (r, first) => r.state === first.state),
  {
    id: 'select-findings',
    icon: 'alert',
    key: null,
    group: 'plan',
    available: () => useFindingsStore.getState().findings.size > 0,
    run: () => {
      const ids = [...useFindingsStore.getState().findings.values()].flatMap(
        (f) => f.place.placementId ?? [],
      );
      selectMany(ids);
      return ok(null);
    },
  },
];
