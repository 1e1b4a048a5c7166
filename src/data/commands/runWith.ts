import type { EditNote } from '../../domain/edit/edit.ts';
import { ok, type Result } from '../../domain/model/result.ts';
import { type RoadsSeen, readAsSeen, shapedAsSeen } from '../campaign/roadsSeen.ts';
import { useSelection } from '../workbench/selection.ts';
import type { AskingCommand } from './command.ts';
import { carryOut } from './registry.ts';

/**
 * Runs a command with the text that it asked for, over the roads as they were then. Fails too with `draft.moved` where
 * that text is another place on one of them by now.
 */
export function runWith(command: AskingCommand, text: string, seen: RoadsSeen): Result<EditNote | null> {
  for (const { entity, id } of useSelection.getState().subjects) {
    const same = entity === 'road' ? shapedAsSeen(seen, id) : ok(true);
    if (!same.ok) return same;
  }
  const outcome = command.runWith(text);
  if (!outcome.ok) return outcome;
  const read = readAsSeen(seen, outcome.value?.ops ?? []);
  return read.ok ? carryOut(outcome.value) : read;
}
