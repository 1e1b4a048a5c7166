import { catalogue } from './en/catalogue.ts';
import { checklists } from './en/checklists.ts';
import { commands } from './en/commands.ts';
import { dialogs } from './en/dialogs.ts';
import { fields } from './en/fields.ts';
import { findings } from './en/findings.ts';
import { forms } from './en/forms.ts';
import { ground } from './en/ground.ts';
import { history } from './en/history.ts';
import { imports } from './en/imports.ts';
import { map } from './en/map.ts';
import { notes } from './en/notes.ts';
import { plan } from './en/plan.ts';
import { reasons } from './en/reasons.ts';
import { settings } from './en/settings.ts';
import { shell } from './en/shell.ts';
import { signIn } from './en/signIn.ts';
import { slogans } from './en/slogans.ts';
import { sources } from './en/sources.ts';
import { strip } from './en/strip.ts';
import { sync } from './en/sync.ts';
import { table } from './en/table.ts';
import { units } from './en/units.ts';
import type { vi } from './vi.ts';

export const en: Record<keyof typeof vi, string> = {
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
