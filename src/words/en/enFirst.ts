/** What signing in, the frame and the map of the plan say: loaded before anything is shown. */
import { commands } from './commands.ts';
import { fields } from './fields.ts';
import { forms } from './forms.ts';
import { map } from './map.ts';
import { notes } from './notes.ts';
import { plan } from './plan.ts';
import { reasons } from './reasons.ts';
import { roles } from './roles.ts';
import { shell } from './shell.ts';
import { signIn } from './signIn.ts';
import { sync } from './sync.ts';
import { table } from './table.ts';

export const enFirst = {
  ...roles,
  ...shell,
  ...signIn,
  ...sync,
  ...forms,
  ...reasons,
  ...notes,
  ...fields,
  ...commands,
  ...map,
  ...table,
  ...plan,
};
