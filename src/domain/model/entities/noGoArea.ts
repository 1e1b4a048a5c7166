/** Ground on which nothing may be put up. */
import type { EntityShape, RowOfFields } from '../entity.ts';
import type { Kinds } from '../kinds.ts';

export const NO_GO_KINDS = ['relic', 'dyke', 'power-grid', 'road-safety-corridor'] as const;
export type NoGoKind = (typeof NO_GO_KINDS)[number];

const fields = ({ z, text, area }: Kinds) =>
  z.strictObject({ kind: z.enum(NO_GO_KINDS), name: text(200), area });

export type NoGoArea = RowOfFields<typeof fields>;

export const noGoArea = { fields } as const satisfies EntityShape<typeof fields>;
