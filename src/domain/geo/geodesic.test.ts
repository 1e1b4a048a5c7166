import fc from 'fast-check';
import geodesic from 'geographiclib-geodesic';
import { expect, test } from 'vitest';
import { lineLength, segmentLength } from './geodesic.ts';

const karney = geodesic.Geodesic.WGS84;

test('a segment of up to 5 km differs from Karney’s geodesic by less than 1e-7', () => {
  const place = fc.record({
    lat: fc.double({ min: -70, max: 70, noNaN: true }),
    lng: fc.double({ min: -179, max: 179, noNaN: true }),
    dLat: fc.double({ min: -0.03, max: 0.03, noNaN: true }),
    dLng: fc.double({ min: -0.03, max: 0.03, noNaN: true }),
  });
  fc.assert(
    fc.property(place, ({ lat, lng, dLat, dLng }) => {
      const { s12 } = karney.Inverse(lat, lng, lat + dLat, lng + dLng);
      fc.pre(s12 !== undefined && s12 > 1 && s12 < 5000);
      const measured = segmentLength(lng, lat, lng + dLng, lat + dLat);
      expect(Math.abs(measured - (s12 as number)) / (s12 as number)).toBeLessThan(1e-7);
    }),
    { numRuns: 500 },
  );
});

test('one degree of a meridian at the equator is 110,574 m long', () => {
  expect(
    lineLength([
      [105, 0],
      [105, 1],
    ]),
  ).toBeCloseTo(110_574.39, 0);
});
