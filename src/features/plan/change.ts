import type { Placement } from '../../domain/model/rows.ts';

/** Changes fields of the placement that a panel is about; the code names it in the history. */
export type Change = (fields: Partial<Placement>, code?: string) => void;
