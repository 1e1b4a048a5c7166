/** Single positions of a stretch: left out, taken back, moved along the road. */
import type { PositionKey, StretchRule } from '../../model/entities/stretchRule.ts';

export function withSkip(rule: StretchRule, key: PositionKey, skip: boolean): StretchRule {
  const others = rule.skips.filter((k) => k !== key);
  return { ...rule, skips: skip ? [...others, key] : others };
}

/** `metres` along the road from where the rule puts it; 0 takes a move back. */
export function withMove(rule: StretchRule, key: PositionKey, metres: number): StretchRule {
  const { [key]: _before, ...others } = rule.moves;
  return { ...rule, moves: metres === 0 ? others : { ...others, [key]: metres } };
}

/** As if no single position had ever been touched. */
export function withoutSingles(rule: StretchRule): StretchRule {
  return { ...rule, skips: [], moves: {} };
}
