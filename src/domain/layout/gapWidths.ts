import { perObject } from '../memo.ts';
import type { RuleSettings } from '../model/entities/campaign.ts';
import type { FeatureKind } from '../model/entities/roadFeature.ts';

/** Metres kept free on each side of a feature when a stretch leaves out its kind. */
export type GapWidths = Readonly<Record<FeatureKind, number>>;

/** Defaults of practice: the numbers are no law's (advertising law art. 27 only forbids hiding signals). */
export const GAP_WIDTHS: GapWidths = {
  bridge: 0,
  junction: 20,
  signal: 10,
  'level-crossing': 10,
  'km-post': 0,
};

/** The widths of a campaign: what its rules ask to be kept free is what its stretches leave free. */
export const gapWidthsOf = perObject((settings: RuleSettings): GapWidths => {
  const junction = settings['junction-gap']?.params.distance;
  const signal = settings['hides-signal']?.params.distance;
  return {
    ...GAP_WIDTHS,
    ...(junction === undefined ? {} : { junction }),
    ...(signal === undefined ? {} : { signal, 'level-crossing': signal }),
  };
});
