import { expect, test } from 'vitest';
import { FIELDS } from '../../src/api/contract/rows.ts';
import { ENTITIES } from '../../src/domain/model/rows.ts';
import { vi } from '../../src/words/vi.ts';

test('every field that two people can write at once has a name to stand beside both values', () => {
  const names = Object.values(FIELDS).flatMap((schema) => Object.keys(schema.shape));
  expect(names.length).toBeGreaterThan(80);
  expect(names.filter((name) => !(`field.${name}` in vi))).toEqual([]);
  expect(ENTITIES.filter((entity) => !(`entity.${entity}` in vi))).toEqual([]);
});
