/** What is selected changes the side of the road, or gets a twin there. */
import { setOp } from '../../domain/edit/edit.ts';
import { copyOf, mirrored } from '../../domain/layout/operations/turn.ts';
import { allOf, ok } from '../../domain/model/result.ts';
import { may } from '../campaign/may.ts';
import { whereOfAll } from '../campaign/where.ts';
import type { Command } from './command.ts';
import { making } from './making.ts';
import { mayPlanSelection, selectedRows } from './selected.ts';

export const TURN_COMMANDS: readonly Command[] = [
  {
    id: 'mirror',
    on: ['menu', 'inspector', 'selection'],
    icon: 'mirror',
    key: 'Shift+M',
    group: 'selection',
    available: mayPlanSelection,
    run: () => {
      const rows = selectedRows();
      const turned = allOf(rows.map(mirrored));
      if (!turned.ok) return turned;
      return ok({
        note: { code: 'placement.mirrored', params: { where: whereOfAll(rows) } },
        ops: rows.map((row, i) => setOp('placement', row, turned.value[i] ?? {})),
      });
    },
  },
  {
    id: 'mirror-copy',
    on: ['menu', 'inspector'],
    icon: 'mirror-copy',
    key: null,
    group: 'selection',
    available: () => selectedRows().length > 0 && may.add('placement'),
    run: () => {
      const rows = selectedRows();
      const turned = allOf(rows.map(mirrored));
      if (!turned.ok) return turned;
      const copies = rows.map((row, i) => ({ ...copyOf(row), ...turned.value[i] }));
      return ok(making('placement.copied', copies, whereOfAll(rows)));
    },
  },
];
