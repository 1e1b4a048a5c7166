import { testRule } from '../../../tests/support/testRule.ts';
import { aPlan, aPoint, idOf } from '../testing.ts';
import { rule } from './off-road.ts';

const at = (lng: number) => aPoint({ roadId: null, from: null, side: null, coordinate: [lng, 21.886] });
const place = (kind: 'culture-house' | 'neighbour') => ({
  id: idOf('L', 1),
  version: 1,
  name: 'Nhà văn hóa xã',
  kind,
  coordinate: [105.7904, 21.8862] as const,
});

testRule(rule, [
  {
    pass: aPlan({ placement: [at(105.7762)] }),
    fail: aPlan({ placement: [at(105.79)] }),
    fix: null,
  },
  {
    // At a place that has a name it stands where it should; a neighbour's name is no place.
    pass: aPlan({ place: [place('culture-house')], placement: [at(105.79)] }),
    fail: aPlan({ place: [place('neighbour')], placement: [at(105.79)] }),
    fix: null,
  },
]);
