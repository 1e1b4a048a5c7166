/**
 * The kinds of fields of which entities are made, as zod schemas. Only the server and tests load this file: an entity
 * takes its kinds as an argument and imports their type alone, so that zod is in no page.
 */
import { z } from 'zod';
import { isDay } from '../schedule/days.ts';
import { isCleanText } from '../text/cleanText.ts';

/** At most `max` UTF-16 units, none of which is unfit to be stored and shown (problem `text`, `domain/text/cleanText.ts`). */
const text = (max: number) => z.string().max(max).refine(isCleanText, 'text');

/**
 * A record of at most `max` keys. They are counted before their content is looked at (problem `too-many`), so that
 * millions of them cost nothing.
 */
function fewKeys<T extends z.ZodType>(max: number, record: T): z.ZodType<z.output<T>, z.input<T>> {
  const counted = z.custom<z.input<T>>(
    (value) => typeof value === 'object' && value !== null && Object.keys(value).length <= max,
    { message: 'too-many', abort: true },
  );
  const { $schema: _, ...described } = z.toJSONSchema(record, { io: 'input', unrepresentable: 'any' });
  counted.meta({ ...described, maxProperties: max });
  return counted.pipe(record as z.ZodType<z.output<T>, z.input<T>>);
}

const id = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}$/, 'ulid');
const lngLat = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]).readonly();

export const kinds = {
  z,
  text,
  /** What has a name in each language; Vietnamese, with at least `min` signs, is shown where another is missing. */
  translated: (max: number, min = 0) => z.strictObject({ vi: text(max).min(min), en: text(max) }),
  fewKeys,
  id,
  /** The id of another row, or of none; which entity it is of stands under the entity's `references`. */
  reference: id.nullable(),
  /** A calendar day, `YYYY-MM-DD`. */
  day: z.string().refine(isDay, 'day'),
  /** A chainage, or a length along a road. */
  metres: z.number().min(-1_000_000).max(10_000_000),
  /** [longitude, latitude] on WGS 84. */
  lngLat,
  dueRule: z.strictObject({ milestone: text(40).min(1), days: z.int().min(-2000).max(2000) }),
  /** Rings closed, a valid outline at least; a province's boundary is some ten thousand vertices. */
  area: z
    .array(z.array(z.array(lngLat).min(4).max(100_000).readonly()).min(1).max(200).readonly())
    .min(1)
    .max(500)
    .readonly(),
};

export type Kinds = typeof kinds;
