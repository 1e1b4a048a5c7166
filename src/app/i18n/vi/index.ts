import { edits } from './edits.ts';
import { plan } from './plan.ts';
import { reasons } from './reasons.ts';
import { rules } from './rules.ts';
import { shell } from './shell.ts';
import { work } from './work.ts';
import { workbench } from './workbench.ts';

/** The Vietnamese words: the source of the keys that every other language must have. */
export const vi = { ...shell, ...plan, ...rules, ...work, ...reasons, ...edits, ...workbench };
