/** A way to look at the table, kept for everyone: filter, columns, order, grouping as one text the screen writes. */
import type { EntityShape } from '../entity.ts';
import type { Kinds } from '../kinds.ts';

const fields = ({ z, text }: Kinds) => z.strictObject({ name: text(100).min(1), view: text(4000) });

export const savedView = { fields } as const satisfies EntityShape<typeof fields>;
