/** A campaign: everything dressed and said for one congress, election or holiday. */
import { isTileAddress } from '../baseMap.ts';
import type { EntityShape, RowOfFields } from '../entity.ts';
import type { Kinds } from '../kinds.ts';

const fields = ({ z, id, text, day, fewKeys }: Kinds) =>
  z.strictObject({
    name: text(200).min(1),
    theme: text(1000),
    organisingBody: text(200),
    parentBody: text(200),
    /** Decides the heading of official papers: Decree 30/2020/NĐ-CP (state) or Guidance 36-HD/VPTW (Party). */
    bodyKind: z.enum(['state', 'party']),
    place: text(100),
    /** The occasion whose opening is D; null: the first to open. */
    mainOccasionId: id.nullable(),
    timeZone: text(60).refine(isTimeZone, 'time-zone'),
    /** To choose from on the map; the first is shown until somebody chooses. `url` holds {z}, {x}, {y} and maybe {s}. */
    baseMaps: z
      .array(
        z.strictObject({
          name: text(80).min(1),
          url: text(300).refine(isTileAddress, 'tile-url'),
          attribution: text(300),
        }),
      )
      .max(8)
      .readonly(),
    /** Said on the map when roads are drawn, not surveyed. */
    mapNotice: text(300),
    /** Demonstrations pretend it is this day; null follows the clock. */
    demoToday: day.nullable(),
    /** What the plan may cost, in VND; 0 while no sum is set. */
    budget: z.int().min(0).max(1_000_000_000_000_000),
    /**
     * What the campaign changed of the rules, by rule id: one switched off, or its numbers. Those that are not named keep
     * the rule's own default.
     */
    ruleSettings: fewKeys(
      200,
      z.record(
        text(40),
        z.strictObject({
          off: z.boolean(),
          params: fewKeys(20, z.record(text(40), z.number().min(-1_000_000).max(1_000_000_000)).readonly()),
        }),
      ),
    ),
  });

export type Campaign = RowOfFields<typeof fields>;
export type BaseMap = Campaign['baseMaps'][number];
export type RuleSettings = Campaign['ruleSettings'];

const blank: Omit<Campaign, 'id' | 'version'> = {
  name: '',
  theme: '',
  organisingBody: '',
  parentBody: '',
  bodyKind: 'state',
  place: '',
  mainOccasionId: null,
  timeZone: 'Asia/Ho_Chi_Minh',
  baseMaps: [],
  mapNotice: '',
  demoToday: null,
  budget: 0,
  ruleSettings: {},
};

export const campaign = {
  fields,
  blank,
  references: { mainOccasionId: 'occasion' },
  byKey: ['ruleSettings'],
} as const satisfies EntityShape<typeof fields>;

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
