import { catalogue } from './vi/catalogue.ts';
import { checklists } from './vi/checklists.ts';
import { commands } from './vi/commands.ts';
import { dialogs } from './vi/dialogs.ts';
import { fields } from './vi/fields.ts';
import { findings } from './vi/findings.ts';
import { forms } from './vi/forms.ts';
import { ground } from './vi/ground.ts';
import { history } from './vi/history.ts';
import { imports } from './vi/imports.ts';
import { map } from './vi/map.ts';
import { notes } from './vi/notes.ts';
import { plan } from './vi/plan.ts';
import { reasons } from './vi/reasons.ts';
import { settings } from './vi/settings.ts';
import { shell } from './vi/shell.ts';
import { signIn } from './vi/signIn.ts';
import { slogans } from './vi/slogans.ts';
import { sources } from './vi/sources.ts';
import { strip } from './vi/strip.ts';
import { sync } from './vi/sync.ts';
import { table } from './vi/table.ts';
import { units } from './vi/units.ts';

/** The Vietnamese words: the source of the keys that every other language must have. */
export const vi = {
  ...shell,
  ...signIn,
  ...sync,
  ...forms,
  ...reasons,
  ...notes,
  ...fields,
  ...commands,
  ...plan,
  ...dialogs,
  ...map,
  ...ground,
  ...strip,
  ...table,
  ...findings,
  ...sources,
  ...slogans,
  ...catalogue,
  ...units,
  ...settings,
  ...history,
  ...imports,
  ...checklists,
};
