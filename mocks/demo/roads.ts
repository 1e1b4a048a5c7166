/** Roads of the demonstrations, and where they meet. */
import type { RoadClass } from '../../src/domain/model/entities/road.ts';
import type { FieldsOf, LngLatPair } from '../../src/domain/model/rows.ts';
import { HALF_WIDTH } from '../../src/domain/road/halfWidth.ts';
import { measureLine } from '../../src/domain/road/line.ts';
import { measureRoad, stationOf } from '../../src/domain/road/measuredRoad.ts';
import type { Builder, DemoRoad } from './builder.ts';

export function addRoad(
  b: Builder,
  code: string,
  name: string,
  roadClass: RoadClass,
  line: readonly LngLatPair[],
  zeroChainage = 0,
  calibration: FieldsOf<'road'>['calibration'] = [],
): DemoRoad {
  const halfWidth = HALF_WIDTH[roadClass];
  const fields = {
    code,
    name,
    class: roadClass,
    line,
    gaps: [],
    zeroChainage,
    calibration,
    halfWidth,
    source: 'Dữ liệu mẫu, vẽ phỏng theo sơ đồ',
    hidden: false,
  };
  const measured = measureRoad(fields);
  if (!measured.ok) throw new Error(`demo road ${code}: ${measured.reason.code}`);
  return { id: b.add('road', 'R', fields), measured: measured.value, features: [] };
}

/** In metres, by the line itself. */
export function lengthOf(line: readonly LngLatPair[]): number {
  const measured = measureLine(line);
  if (measured === null) throw new Error('a road has a length');
  return measured.length;
}

/** Where another road meets this one, in metres of its chainage. */
export function junctionOf({ measured }: DemoRoad, other: readonly LngLatPair[]): number {
  const [lng, lat] = other[0] ?? [0, 0];
  const station = stationOf(measured, lng, lat, 300);
  if (station === null) throw new Error('the roads do not meet');
  return Math.round(station.chainage);
}
