import { feature, TEXT_TYPE, testRule } from '../../../tests/support/testRule.ts';
import { aPlacement, aPlan, aPoint, RULE } from '../testing.ts';
import { rule } from './bridge-gap.ts';

testRule(rule, [
  {
    pass: aPlan({
      placement: [aPlacement({ rule: { ...RULE, except: ['bridge'] } })],
      roadFeature: [feature('bridge', 1400, 1480)],
    }),
    fail: aPlan({ placement: [aPlacement()], roadFeature: [feature('bridge', 1400, 1480)] }),
    fix: 'skip-feature',
  },
  {
    pass: aPlan({ placement: [aPoint({ from: 1400 })], roadFeature: [feature('bridge', 1400, 1480)] }),
    fail: aPlan({ placement: [aPoint({ from: 1420 })], roadFeature: [feature('bridge', 1400, 1480)] }),
    fix: 'move-point',
  },
  {
    // A vehicle of sound stands on it and drives on; a pano does not.
    pass: aPlan({
      assetType: [{ ...TEXT_TYPE, shape: 'vehicle' }],
      placement: [aPoint({ from: 1420, assetTypeId: TEXT_TYPE.id })],
      roadFeature: [feature('bridge', 1400, 1480)],
    }),
    fail: aPlan({
      assetType: [TEXT_TYPE],
      placement: [aPoint({ from: 1420, assetTypeId: TEXT_TYPE.id })],
      roadFeature: [feature('bridge', 1400, 1480)],
    }),
    fix: 'move-point',
  },
  {
    // The bridge's own lamp posts stand there already.
    pass: aPlan({
      placement: [aPlacement({ support: 'lamp-post' })],
      roadFeature: [feature('bridge', 1400, 1480)],
    }),
    fail: aPlan({
      placement: [aPlacement({ support: 'own-pole' })],
      roadFeature: [feature('bridge', 1400, 1480)],
    }),
    fix: 'skip-feature',
  },
]);
