import { testRule } from '../../../tests/support/testRule.ts';
import { aPlacement, aPlan, aType } from '../testing.ts';
import { rule } from './sponsor-area.ts';

testRule(rule, [
  {
    pass: aPlan({ placement: [aPlacement({ sponsor: { name: 'VNPT', share: 20, place: 'right' } })] }),
    fail: aPlan({ placement: [aPlacement({ sponsor: { name: 'VNPT', share: 25, place: 'right' } })] }),
    fix: 'limit-sponsor',
  },
  {
    pass: aPlan(),
    fail: aPlan({ placement: [aPlacement({ sponsor: { name: 'VNPT', share: 10, place: 'other' } })] }),
    code: 'sponsor-area.right',
    fix: 'limit-sponsor',
  },
  {
    pass: aPlan(),
    fail: aPlan({
      assetType: [aType({ widthCm: 80, heightCm: 250 })],
      placement: [aPlacement({ sponsor: { name: 'VNPT', share: 10, place: 'right' } })],
    }),
    code: 'sponsor-area.bottom',
    fix: 'limit-sponsor',
  },
]);
