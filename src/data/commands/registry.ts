/** All commands, and the one way to run them. */

import type { EditNote } from '../../domain/edit/edit.ts';
import { ok, type Result } from '../../domain/model/result.ts';
import { commit } from '../campaign.ts';
import type { Command, Outcome } from './command.ts';
import { PLAN_COMMANDS } from './plan.ts';
import { SELECTION_COMMANDS } from './selection.ts';
import { STATE_COMMANDS } from './states.ts';
import { TOOL_COMMANDS } from './tools.ts';

export const COMMANDS: readonly Command[] = [
  ...TOOL_COMMANDS,
  ...SELECTION_COMMANDS,
  ...STATE_COMMANDS,
  ...PLAN_COMMANDS,
];

export function commandOf(id: string): Command {
  const command = COMMANDS.find((c) => c.id === id);
  if (command === undefined) throw new Error(`no command ${id}`);
  return command;
}

/** Makes the edit of an outcome. Gives its note, or null when nothing was to be stored. */
function carryOut(outcome: Outcome): Result<EditNote | null> {
  if (outcome === null) return ok(null);
  const done = commit(outcome.note, outcome.ops);
  if (!done.ok) return done;
  outcome.after?.();
  return ok(outcome.note);
}

/** Runs a command; one that asks gets its text. Fails with the reason why not, and then nothing has changed. */
export function run(command: Command, text = ''): Result<EditNote | null> {
  const outcome = 'asks' in command ? command.runWith(text) : command.run();
  return outcome.ok ? carryOut(outcome.value) : outcome;
}

/** The key of an event as commands write theirs: `Ctrl+Shift+M`, `Delete`, `?`. */
export function keyOf(event: {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}): string {
  const letter = event.key.length === 1;
  const name = letter ? event.key.toUpperCase() : event.key;
  // A sign that itself needs Shift («?») is named by the sign.
  const shift = event.shiftKey && (!letter || /[A-Z]/.test(name));
  const parts = [
    event.ctrlKey || event.metaKey ? 'Ctrl' : '',
    event.altKey ? 'Alt' : '',
    shift ? 'Shift' : '',
    name,
  ];
  return parts.filter((p) => p !== '').join('+');
}
