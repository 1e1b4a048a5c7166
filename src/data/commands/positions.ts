/** What can be done with single positions of the selected stretch. */

import { setOp } from '../../domain/edit/edit.ts';
import { withMove, withoutSingles, withSkip } from '../../domain/layout/operations/positions.ts';
import { fail, ok } from '../../domain/model/result.ts';
import { whereOf } from '../campaign/where.ts';
import { selectPosition, useSelection } from '../workbench/selection.ts';
import type { Command } from './command.ts';
import { mayPlanStretch, selectedStretch } from './selected.ts';

/** The chosen position and the stretch it belongs to, where the person may change it. */
function chosenPosition() {
  const row = mayPlanStretch() ? selectedStretch() : null;
  const { position } = useSelection.getState();
  return row === null || position === null ? null : { row, position };
}

export const POSITION_COMMANDS: readonly Command[] = [
  {
    id: 'skip-position',
    on: ['menu'],
    icon: 'eye-off',
    key: 'S',
    group: 'selection',
    available: () => chosenPosition() !== null,
    run: () => {
      const chosen = chosenPosition();
      if (chosen === null) return fail('command.nothing');
      const { row, position } = chosen;
      const skip = !row.rule.skips.includes(position);
      return ok({
        note: { code: skip ? 'position.skipped' : 'position.restored', params: { where: whereOf(row) } },
        ops: [setOp('placement', row, { rule: withSkip(row.rule, position, skip) })],
        after: () => {
          if (skip) selectPosition(null);
        },
      });
    },
  },
  ...([-1, 1] as const).map(
    (metres): Command => ({
      id: metres < 0 ? 'nudge-back' : 'nudge-on',
      icon: metres < 0 ? 'arrow-left' : 'arrow-right',
      key: metres < 0 ? 'Alt+ArrowLeft' : 'Alt+ArrowRight',
      group: 'selection',
      available: () => chosenPosition() !== null,
      run: () => {
        const chosen = chosenPosition();
        if (chosen === null) return fail('command.nothing');
        const { row, position } = chosen;
        return ok({
          note: { code: 'position.moved', params: { where: whereOf(row) } },
          ops: [
            setOp('placement', row, {
              rule: withMove(row.rule, position, (row.rule.moves[position] ?? 0) + metres),
            }),
          ],
        });
      },
    }),
  ),
  {
    id: 'clear-singles',
    on: ['menu', 'inspector'],
    icon: 'restore',
    key: null,
    group: 'selection',
    available: () => {
      const rule = selectedStretch()?.rule;
      return (
        rule != null && (rule.skips.length > 0 || Object.keys(rule.moves).length > 0) && mayPlanStretch()
      );
    },
    run: () => {
      const row = selectedStretch();
      if (row === null) return fail('command.nothing');
      return ok({
        note: { code: 'position.cleared', params: { where: whereOf(row) } },
        ops: [setOp('placement', row, { rule: withoutSingles(row.rule) })],
      });
    },
  },
];
