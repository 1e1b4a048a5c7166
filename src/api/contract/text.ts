/** Text as every layer can hold it: the one schema for every text that comes from outside. */
import { z } from 'zod';
import { isCleanText } from '../../domain/text/cleanText.ts';

/** At most `max` UTF-16 units, none of which is unfit to be stored and shown (problem `text`, `domain/text/cleanText.ts`). */
export const text = (max: number) => z.string().max(max).refine(isCleanText, 'text');

/**
 * A record of at most `max` keys. They are counted before their content is looked at (problem `too-many`), so that
 * millions of them cost nothing.
 */
export function fewKeys<T extends z.ZodType>(max: number, record: T): z.ZodType<z.output<T>, z.input<T>> {
  const counted = z.custom<z.input<T>>(
    (value) => typeof value === 'object' && value !== null && Object.keys(value).length <= max,
    { message: 'too-many', abort: true },
  );
  const { $schema: _, ...described } = z.toJSONSchema(record, { io: 'input', unrepresentable: 'any' });
  counted.meta({ ...described, maxProperties: max });
  return counted.pipe(record as z.ZodType<z.output<T>, z.input<T>>);
}
