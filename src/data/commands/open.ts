/** Commands that open a dialog. */
import { ok } from '../../domain/model/result.ts';
import { useCampaign } from '../campaign/campaign.ts';
import { may } from '../campaign/may.ts';
import { type PlanDialog, showDialog } from '../workbench/view.ts';
import type { Command, CommandPlace } from './command.ts';
import { mayPlanSelection, mayReportOnSelection, selectedRows } from './selected.ts';

interface Opening {
  readonly icon: string;
  readonly key?: string;
  readonly on?: readonly CommandPlace[];
  readonly screen?: Command['screen'];
  readonly available?: () => boolean;
}

function opening(dialog: PlanDialog, { icon, key, on, screen, available }: Opening): Command {
  return {
    id: `open-${dialog}`,
    icon,
    key: key ?? null,
    on: on ?? [],
    ...(screen === undefined ? {} : { screen }),
    group: 'plan',
    available: available ?? (() => true),
    run: () => {
      showDialog(dialog);
      return ok(null);
    },
  };
}

/** Before everything else that can be done with what is selected. */
export const BULK_COMMAND = opening('bulk', {
  icon: 'edit',
  key: 'E',
  on: ['menu', 'selection'],
  available: mayPlanSelection,
});

export const OPEN_COMMANDS: readonly Command[] = [
  opening('pattern', {
    icon: 'pattern',
    key: 'R',
    on: ['menu', 'inspector'],
    available: () => mayPlanSelection() && selectedRows()[0]?.rule !== null,
  }),
  opening('report', {
    icon: 'state',
    on: ['menu', 'inspector'],
    available: mayReportOnSelection,
  }),
  opening('make-set', {
    icon: 'layers-linked',
    on: ['menu', 'inspector', 'selection'],
    available: () => may.add('dressingSet') && selectedRows().some((r) => r.roadId !== null),
  }),
  opening('import', { icon: 'import', on: ['side'], available: () => may.add('road') }),
  opening('import-areas', { icon: 'import', available: () => may.add('noGoArea') }),
  opening('import-features', {
    icon: 'import',
    available: () => may.add('roadFeature') && useCampaign.getState().tables.road.size > 0,
  }),
  opening('import-placements', {
    icon: 'import',
    screen: 'every',
    available: () => may.add('placement') && useCampaign.getState().tables.road.size > 0,
  }),
  opening('export', {
    icon: 'map',
    screen: 'every',
    available: () => useCampaign.getState().tables.road.size > 0,
  }),
  opening('print', {
    icon: 'print',
    key: 'Ctrl+P',
    on: ['side'],
    screen: 'every',
    available: () => useCampaign.getState().tables.placement.size > 0,
  }),
  opening('history', { icon: 'history', key: 'H', on: ['side'], screen: 'every' }),
  opening('shortcuts', { icon: 'keyboard', key: '?', screen: 'every' }),
];
