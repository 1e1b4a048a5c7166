/** What the parts say that are loaded when they are opened; these words come with the first of them. */
import { backup } from './backup.ts';
import { catalogue } from './catalogue.ts';
import { checklists } from './checklists.ts';
import { dialogs } from './dialogs.ts';
import { fileReasons } from './fileReasons.ts';
import { findings } from './findings.ts';
import { ground } from './ground.ts';
import { history } from './history.ts';
import { imports } from './imports.ts';
import { inspecting } from './inspecting.ts';
import { laterReasons } from './laterReasons.ts';
import { pasting } from './pasting.ts';
import { people } from './people.ts';
import { reporting } from './reporting.ts';
import { roads } from './roads.ts';
import { settings } from './settings.ts';
import { sheet } from './sheet.ts';
import { slogans } from './slogans.ts';
import { sources } from './sources.ts';
import { strip } from './strip.ts';
import { units } from './units.ts';

export const enLater = {
  ...findings,
  ...inspecting,
  ...laterReasons,
  ...fileReasons,
  ...sources,
  ...sheet,
  ...slogans,
  ...catalogue,
  ...strip,
  ...units,
  ...people,
  ...backup,
  ...reporting,
  ...roads,
  ...pasting,
  ...settings,
  ...history,
  ...imports,
  ...dialogs,
  ...ground,
  ...checklists,
};
