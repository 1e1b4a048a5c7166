/** All commands, and the one way to run them. */

import type { EditNote } from '../../domain/edit/edit.ts';
import { ok, type Result } from '../../domain/model/result.ts';
import { commit } from '../campaign/commit.ts';
import { ADD_PLACE } from './addPlace.ts';
import { ASSIGN_COMMANDS } from './assign.ts';
import { CHOOSING_COMMANDS } from './choosing.ts';
import type { Command, CommandPlace, Outcome, PlainCommand } from './command.ts';
import { COPY_COMMANDS } from './copy.ts';
import { CUT_COMMANDS } from './cut.ts';
import { MEND_COMMANDS } from './mend.ts';
import { BULK_COMMAND, OPEN_COMMANDS } from './open.ts';
import { POSITION_COMMANDS } from './positions.ts';
import { REMOVE_COMMANDS } from './remove.ts';
import { REPORT_COMMANDS } from './reports.ts';
import { ROAD_COMMANDS } from './roads.ts';
import { STATE_COMMANDS } from './states.ts';
import { TOOL_COMMANDS } from './tools.ts';
import { TURN_COMMANDS } from './turn.ts';
import { VIEW_COMMANDS } from './view.ts';

/** In the order in which menus and the palette offer them; what takes away comes last. */
export const COMMANDS: readonly Command[] = [
  ...TOOL_COMMANDS,
  BULK_COMMAND,
  ...CUT_COMMANDS,
  ...TURN_COMMANDS,
  ...COPY_COMMANDS,
  ...POSITION_COMMANDS,
  ...ASSIGN_COMMANDS,
  ...STATE_COMMANDS,
  ...REPORT_COMMANDS,
  ...CHOOSING_COMMANDS,
  ...OPEN_COMMANDS,
  ADD_PLACE,
  ...ROAD_COMMANDS,
  ...VIEW_COMMANDS,
  ...MEND_COMMANDS,
  ...REMOVE_COMMANDS,
];

/** What can be done now, of what is offered at a place. */
export function offered(place: CommandPlace): readonly Command[] {
  return COMMANDS.filter((c) => c.on?.includes(place) && c.available());
}

export function commandOf(id: string): Command {
  const command = COMMANDS.find((c) => c.id === id);
  if (command === undefined) throw new Error(`no command ${id}`);
  return command;
}

/** Makes the edit of an outcome. Gives its note, or null when nothing was to be stored. */
export function carryOut(outcome: Outcome): Result<EditNote | null> {
  if (outcome === null) return ok(null);
  const done = commit(outcome.note, outcome.ops);
  if (!done.ok) return done;
  outcome.after?.();
  return ok(outcome.note);
}

/** Runs a command. Fails with the reason why not, and then nothing has changed. */
export function run(command: PlainCommand): Result<EditNote | null> {
  const outcome = command.run();
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
