/** What a stretch's rule says; its positions are derived from it and never stored. */
import type { z } from 'zod';
import { SINGLES_LIMIT } from '../../layout/limits.ts';
import type { Kinds } from '../kinds.ts';
import { FEATURE_KINDS } from './roadFeature.ts';

export const SIDES = ['left', 'right', 'median'] as const;
export type Side = (typeof SIDES)[number];
export type Sides = StretchRule['sides'];

/** A single position of a stretch, told by its side and its ordinal in the rule: survives skips of others. */
export type PositionKey = `${'L' | 'R' | 'M'}${number}`;

export function stretchRule({ z, fewKeys }: Kinds) {
  /** A side and an ordinal of at most seven figures: more than any road has. */
  const positionKey = z
    .templateLiteral([z.enum(['L', 'R', 'M']), z.int().min(0)])
    .refine((key) => key.length <= 8, 'position');
  return z.strictObject({
    spacing: z.number().min(0.5).max(100_000),
    /** Metres from the beginning to the first place; below 0 the rule counts from before it, and begins at the beginning. */
    startOffset: z.number().min(-100_000).max(100_000),
    sides: z.enum(['left', 'right', 'both', 'median']),
    staggered: z.boolean(),
    edgeOffset: z.number().min(-50).max(200),
    /** Kinds of road feature over which nothing stands. */
    except: z.array(z.enum(FEATURE_KINDS)).max(5).readonly(),
    skips: z.array(positionKey).max(SINGLES_LIMIT).readonly(),
    /** Metres along the road by which a position was moved. */
    moves: fewKeys(SINGLES_LIMIT, z.partialRecord(positionKey, z.number().min(-10_000).max(10_000))),
  });
}

export type StretchRule = Readonly<z.output<ReturnType<typeof stretchRule>>>;
