import { slogan, TEXT_TYPE, testRule } from '../../../tests/support/testRule.ts';
import { aPlan, aPoint, idOf } from '../testing.ts';
import { rule } from './slogan-approved.ts';

testRule(rule, [
  {
    pass: aPlan({
      assetType: [TEXT_TYPE],
      slogan: [slogan()],
      placement: [aPoint({ assetTypeId: TEXT_TYPE.id, sloganId: idOf('S', 1) })],
    }),
    fail: aPlan({
      assetType: [TEXT_TYPE],
      slogan: [slogan({ approved: false })],
      placement: [aPoint({ assetTypeId: TEXT_TYPE.id, sloganId: idOf('S', 1) })],
    }),
    fix: null,
  },
  {
    pass: aPlan(),
    fail: aPlan({ assetType: [TEXT_TYPE], placement: [aPoint({ assetTypeId: TEXT_TYPE.id })] }),
    code: 'slogan-approved.none',
    fix: null,
  },
  {
    pass: aPlan(),
    fail: aPlan({
      assetType: [TEXT_TYPE],
      slogan: [slogan({ typeIds: [idOf('A', 99)] })],
      placement: [aPoint({ assetTypeId: TEXT_TYPE.id, sloganId: idOf('S', 1) })],
    }),
    code: 'slogan-approved.type',
    fix: null,
  },
]);
