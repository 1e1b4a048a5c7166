/** What can be done, as objects: toolbar, context menu, palette, sheet of keys and tests read one list of them. */
import type { EditNote, Op } from '../../domain/edit/edit.ts';
import type { Result } from '../../domain/model/result.ts';

export type CommandGroup = 'tool' | 'selection' | 'plan' | 'view';

/** Where a command is offered, beside the palette, which has them all: in the order of the registry. */
export type CommandPlace = 'menu' | 'inspector' | 'selection' | 'side' | 'road';

/** An edit that a command would make; `after` runs once it is made. */
interface PlannedEdit {
  readonly note: EditNote;
  readonly ops: readonly Op[];
  readonly after?: () => void;
}

/** What running a command came to: an edit to make, or nothing more to do. */
export type Outcome = PlannedEdit | null;

interface CommandBase {
  /** Words: `command.<id>`. */
  readonly id: string;
  /** Name of an icon in `ui/icons`. */
  readonly icon: string;
  /** `D`, `Ctrl+D`, `Shift+M`, `Delete`, `?`; null for none. */
  readonly key: string | null;
  readonly group: CommandGroup;
  readonly on?: readonly CommandPlace[];
  /** Whether it works on every screen; otherwise the plan is opened first, and its key is heard there alone. */
  readonly screen?: 'every';
  /** Whether it makes sense now: asked before it is shown and before it runs. */
  readonly available: () => boolean;
}

export interface PlainCommand extends CommandBase {
  readonly run: () => Result<Outcome>;
}

/** A command that needs one line of text first: a chainage, a place, a name. */
export interface AskingCommand extends CommandBase {
  /** Words of the field's label: `ask.<id>`. */
  readonly asks: true;
  readonly proposed: () => string;
  readonly runWith: (text: string) => Result<Outcome>;
}

export type Command = PlainCommand | AskingCommand;
