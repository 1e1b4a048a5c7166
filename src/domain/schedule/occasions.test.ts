import { expect, test } from 'vitest';
import { anOccasion, idOf } from '../testing.ts';
import { daysOf, mainOccasion, occasionsByDay } from './occasions.ts';

const congress = anOccasion({ id: idOf('Q', 2), openingDay: '2026-01-20', lastDay: '2026-01-23' });
const election = anOccasion({ id: idOf('Q', 1), openingDay: '2026-03-15', lastDay: null });
const both = new Map([election, congress].map((o) => [o.id, o]));

test('the named occasion gives D; while none is named, or the named one is gone, the first to open', () => {
  expect(mainOccasion({ mainOccasionId: election.id }, both)).toBe(election);
  expect(mainOccasion({ mainOccasionId: null }, both)).toBe(congress);
  expect(mainOccasion({ mainOccasionId: idOf('Q', 9) }, both)).toBe(congress);
  expect(mainOccasion(undefined, new Map())).toBeUndefined();
  expect(occasionsByDay(both)).toEqual([congress, election]);
});

test('an occasion of one day closes on it', () => {
  expect(daysOf(congress)).toEqual({ openingDay: '2026-01-20', closingDay: '2026-01-23' });
  expect(daysOf(election)).toEqual({ openingDay: '2026-03-15', closingDay: '2026-03-15' });
});
