import type { vi } from '../vi/index.ts';
import { commands } from './commands.ts';
import { edits } from './edits.ts';
import { fields } from './fields.ts';
import { ground } from './ground.ts';
import { library } from './library.ts';
import { plan } from './plan.ts';
import { reasons } from './reasons.ts';
import { rules } from './rules.ts';
import { shell } from './shell.ts';
import { stored } from './stored.ts';
import { sync } from './sync.ts';
import { table } from './table.ts';
import { work } from './work.ts';
import { workbench } from './workbench.ts';

export const en: Record<keyof typeof vi, string> = {
  ...shell,
  ...sync,
  ...stored,
  ...plan,
  ...rules,
  ...work,
  ...reasons,
  ...edits,
  ...fields,
  ...workbench,
  ...commands,
  ...ground,
  ...table,
  ...library,
};
