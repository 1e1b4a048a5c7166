import { expect, test } from 'vitest';
import { alongCorners, drawnRoad } from './drawnRoad.ts';
import { measureRoad } from './measuredRoad.ts';

const corner = (lat: number, says: number | null = null) => ({ at: [105.8, lat] as const, says });
const named = { code: ' ĐH.5 ', name: ' Đường ra chợ ', class: 'district' as const };

test('without posts a drawn road begins at zero; one at its beginning says from where', () => {
  expect(drawnRoad({ ...named, corners: [corner(21.9), corner(21.91)] }, 'Vẽ tay')).toMatchObject({
    code: 'ĐH.5',
    name: 'Đường ra chợ',
    zeroChainage: 0,
    calibration: [],
    halfWidth: 3.5,
    source: 'Vẽ tay',
    hidden: false,
  });
  const from = drawnRoad({ ...named, corners: [corner(21.9, 12_000), corner(21.91)] }, '');
  expect(from).toMatchObject({ zeroChainage: 12_000, calibration: [] });
});

test('with posts along it the road is measured by them', () => {
  const corners = [corner(21.9), corner(21.91, 5000), corner(21.92, 6000)];
  const along = alongCorners(corners);
  const road = drawnRoad({ ...named, corners }, '');
  expect(road.calibration).toEqual([
    { along: along[1], chainage: 5000 },
    { along: along[2], chainage: 6000 },
  ]);
  const measured = measureRoad(road);
  expect(measured.ok && measured.value.maxChainage).toBeCloseTo(6000, 6);
  const back = drawnRoad({ ...named, corners: [corner(21.9, 5000), corner(21.91, 4000)] }, '');
  expect(measureRoad(back)).toMatchObject({ ok: false, reason: { code: 'road.calibration-order' } });
});
