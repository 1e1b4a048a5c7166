import { expect, test } from 'vitest';
import { headingOf } from '../../domain/table/paste.ts';
import { COLUMN_NAMES } from './columnNames.ts';

test('a heading in either language is one, whichever the page speaks', () => {
  const columns = ['type', 'road', 'where'];
  expect(headingOf(['Loại hình', 'Tuyến', 'Lý trình'], COLUMN_NAMES)).toEqual(columns);
  expect(headingOf(['Type', 'Road', 'Chainage'], COLUMN_NAMES)).toEqual(columns);
});

test('a heading of before is still one', () => {
  expect(headingOf(['Loại hình', 'Tuyến', 'Lắp trước', 'Tháo trước'], COLUMN_NAMES)).toEqual([
    'type',
    'road',
    'installBy',
    'removeBy',
  ]);
});
