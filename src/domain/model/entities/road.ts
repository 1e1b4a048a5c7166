/** A road, as one measured line. */
import type { EntityShape, RowOfFields } from '../entity.ts';
import type { Kinds } from '../kinds.ts';

/** Vertices of a road's line. */
export const MOST_CORNERS = 200_000;

export const ROAD_CLASSES = ['national', 'provincial', 'district', 'commune', 'street', 'other'] as const;

const fields = ({ z, text, lngLat, metres }: Kinds) =>
  z.strictObject({
    code: text(40),
    name: text(200),
    class: z.enum(ROAD_CLASSES),
    /** One measured line, in order; its gaps are bridged and listed. */
    line: z.array(lngLat).min(2).max(MOST_CORNERS).readonly(),
    gaps: z.array(z.number().min(0)).max(10_000).readonly(),
    zeroChainage: metres,
    /**
     * What the surveyed kilometre posts say: `chainage` at `along` metres of the measured line, from its first vertex.
     */
    calibration: z
      .array(z.strictObject({ along: metres, chainage: metres }))
      .max(5000)
      .readonly(),
    /** Half the width of the road in metres: where the verge begins on the map. */
    halfWidth: z.number().min(0.5).max(60),
    source: text(200),
    /** Known, and neither drawn nor offered: of a file's many roads those that nobody dresses. */
    hidden: z.boolean(),
  });

export type Road = RowOfFields<typeof fields>;
export type RoadClass = Road['class'];
export type CalibrationPoint = Road['calibration'][number];

export const road = { fields } as const satisfies EntityShape<typeof fields>;
