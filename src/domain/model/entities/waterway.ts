/** A river or stream, drawn so that people know the ground again; nothing is planned on it. */
import type { EntityShape, RowOfFields } from '../entity.ts';
import type { Kinds } from '../kinds.ts';

const fields = ({ z, text, lngLat }: Kinds) =>
  z.strictObject({
    name: text(200),
    line: z.array(lngLat).min(2).max(200_000).readonly(),
  });

export type Waterway = RowOfFields<typeof fields>;

export const waterway = { fields } as const satisfies EntityShape<typeof fields>;
