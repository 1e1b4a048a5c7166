/** What is celebrated or held: a congress, an election, an anniversary. A campaign may serve several. */
import type { EntityShape, RowOfFields } from '../entity.ts';
import type { Kinds } from '../kinds.ts';

export const OCCASION_KINDS = ['congress', 'election', 'anniversary', 'other'] as const;
export const OCCASION_LEVELS = ['national', 'province', 'district', 'commune', 'none'] as const;

const fields = ({ z, text, day }: Kinds) =>
  z.strictObject({
    kind: z.enum(OCCASION_KINDS),
    /** Whose congress: a slogan that says «toàn quốc», «tỉnh», «xã» is compared with the occasion of that level. */
    level: z.enum(OCCASION_LEVELS),
    /** In full, as slogans and papers must write it: «Đại hội đại biểu Đảng bộ tỉnh Bắc Kạn lần thứ XII». */
    name: text(200),
    /** Who holds it: «Đảng bộ tỉnh Bắc Kạn». */
    body: text(200),
    /** Behind «lần thứ» or «khóa», in Roman numerals: «XII». Empty where it has none. */
    number: text(20),
    /** The term: «2020 - 2025». Empty where it has none. */
    years: text(40),
    firstDay: day.nullable(),
    /** The day of the official opening; of the campaign's main occasion it is D. */
    openingDay: day,
    /** Null where it is the day of the opening as well. */
    lastDay: day.nullable(),
  });

export type Occasion = RowOfFields<typeof fields>;
export type OccasionKind = Occasion['kind'];
export type OccasionLevel = Occasion['level'];

const blank: Omit<Occasion, 'id' | 'version'> = {
  kind: 'congress',
  level: 'none',
  name: '',
  body: '',
  number: '',
  years: '',
  firstDay: null,
  openingDay: '',
  lastDay: null,
};

export const occasion = { fields, blank } as const satisfies EntityShape<typeof fields>;
