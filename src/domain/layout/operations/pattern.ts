/** Several types in turn along a stretch: «flag, flag, flag, banner flag» every 100 m. */

import type { PositionKey, Sides, StretchRule } from '../../model/entities/stretchRule.ts';
import { fail, ok, type Result } from '../../model/result.ts';
import type { Id } from '../../model/rows.ts';

export interface PatternPart {
  readonly assetTypeId: Id;
  readonly rule: StretchRule;
}

/**
 * One rule a type, so that together they stand in the pattern's order, `step` metres apart. A type with one place in
 * the pattern repeats every whole pattern; one with several keeps the step and leaves out the others' places. Fails
 * with `pattern.empty`, or `pattern.step` for a step below one metre.
 */
export function layPattern(
  types: readonly Id[],
  step: number,
  sides: Sides,
  length: number,
): Result<readonly PatternPart[]> {
  if (types.length === 0) return fail('pattern.empty');
  if (!(step >= 1)) return fail('pattern.step');
  const whole = types.length;
  const count = Math.floor(length / step + 1e-6) + 1;
  const letters = sides === 'both' ? ['L', 'R'] : [sides === 'left' ? 'L' : sides === 'right' ? 'R' : 'M'];
  const base = { sides, staggered: false, edgeOffset: 1, except: ['bridge' as const], moves: {} };
  return ok(
    [...new Set(types)].map((assetTypeId) => {
      const places = types.flatMap((id, i) => (id === assetTypeId ? [i] : []));
      const [only] = places;
      if (places.length === 1 && only !== undefined)
        return {
          assetTypeId,
          rule: { ...base, spacing: step * whole, startOffset: step * only, skips: [] },
        };
      const skips: PositionKey[] = [];
      for (let k = 0; k < count; k++)
        if (types[k % whole] !== assetTypeId)
          for (const letter of letters) skips.push(`${letter}${k}` as PositionKey);
      return { assetTypeId, rule: { ...base, spacing: step, startOffset: 0, skips } };
    }),
  );
}
