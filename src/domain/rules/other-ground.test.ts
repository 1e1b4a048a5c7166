import { boxAbout, testRule } from '../../../tests/support/testRule.ts';
import { aPlacement, aPlan, aPoint, idOf } from '../testing.ts';
import { rule } from './other-ground.ts';

/** Two communes, whose border the test road crosses at 5,000 m. */
const unit = (n: number, from: number, to: number) => ({
  id: idOf('V', n),
  version: 1,
  code: '',
  name: `Xã ${n}`,
  kind: 'xã',
  centre: null,
  parentId: null,
  contact: '',
  phone: '',
  boundary: boxAbout(from, to),
});
const units = [unit(1, 0, 5000), unit(2, 5000, 12_000)];
const bare = { ...unit(1, 0, 0), boundary: null };

testRule(rule, [
  {
    // Less than half of it on the neighbour's ground.
    pass: aPlan({ unit: units, placement: [aPlacement({ from: 4000, to: 5900 })] }),
    fail: aPlan({ unit: units, placement: [aPlacement({ from: 4000, to: 6200 })] }),
    fix: 'assign',
  },
  {
    pass: aPlan({ unit: units, placement: [aPoint({ from: 4900 })] }),
    fail: aPlan({ unit: units, placement: [aPoint({ from: 5100 })] }),
    fix: 'assign',
  },
  {
    // Who has no ground of their own, or is not named, may be in charge anywhere.
    pass: aPlan({ unit: [bare, units[1] as (typeof units)[number]], placement: [aPoint({ from: 5100 })] }),
    fail: aPlan({ unit: units, placement: [aPoint({ from: 9000 })] }),
    fix: 'assign',
  },
]);
