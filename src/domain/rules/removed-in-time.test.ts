import { testRule } from '../../../tests/support/testRule.ts';
import { aPlacement, aPlan, aType, toldOf } from '../testing.ts';
import { rule } from './removed-in-time.ts';

testRule(rule, [
  {
    pass: aPlan({ placement: [aPlacement()] }),
    fail: aPlan({ placement: [aPlacement({ removeBy: { milestone: 'closing', days: 9 } })] }),
    fix: 'remove-by',
  },
  {
    // A pano may stand until the end of the year: its type says so.
    pass: aPlan({
      assetType: [aType({ until: { milestone: 'closing', days: 60 } })],
      placement: [aPlacement({ removeBy: { milestone: 'closing', days: 60 } })],
    }),
    fail: aPlan({
      assetType: [aType({ until: { milestone: 'gone', days: 60 } })],
      placement: [aPlacement({ removeBy: { milestone: 'closing', days: 60 } })],
    }),
    fix: 'remove-by',
  },
  {
    pass: aPlan({
      placement: [
        aPlacement({
          installBy: { milestone: 'opening', days: -3 },
          removeBy: { milestone: 'opening', days: -3 },
        }),
      ],
    }),
    fail: aPlan({
      placement: [
        aPlacement({
          installBy: { milestone: 'opening', days: -3 },
          removeBy: { milestone: 'opening', days: -4 },
        }),
      ],
    }),
    code: 'removed-in-time.before-installed',
    fix: null,
  },
  {
    // Put up only after that day: which of both days is wrong somebody must say.
    pass: aPlan({ placement: [aPlacement()] }),
    fail: aPlan({
      placement: [
        aPlacement({
          installBy: { milestone: 'opening', days: 20 },
          removeBy: { milestone: 'opening', days: 30 },
        }),
      ],
    }),
    fix: null,
  },
  {
    pass: aPlan({ placement: [aPlacement()], report: toldOf('removed') }),
    fail: aPlan({ placement: [aPlacement()], report: toldOf('installed') }),
    code: 'removed-in-time.expired',
    fix: null,
    today: '2020-11-20',
  },
]);
