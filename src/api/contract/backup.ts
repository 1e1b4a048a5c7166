/** What is asked and answered about copies of everything. */
import { z } from 'zod';
import { ACT_VIA } from './people.ts';

export const backupStanding = z.object({
  /** The last one that was told whole; null when there was none. */
  last: z.object({ at: z.string(), by: z.string(), via: z.enum(ACT_VIA) }).nullable(),
});
export type BackupStanding = z.infer<typeof backupStanding>;

/** How many rows a backup will have, said before it comes. */
export const ROWS_HEADER = 'x-cohoa-rows';

/** The header by which a restore shows the link that the server printed. */
export const SETUP_HEADER = 'x-cohoa-setup';

/** A restore tells its way line by line: the share that is done, at last what there is now, or what is against it. */
export type RestoreLine =
  | { readonly share: number }
  | { readonly done: { readonly rows: number; readonly campaigns: number; readonly people: number } }
  | {
      readonly error: { readonly code: string; readonly params?: Readonly<Record<string, string | number>> };
    };
