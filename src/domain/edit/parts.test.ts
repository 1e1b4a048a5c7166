import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Op } from './edit.ts';
import { inParts } from './parts.ts';

const road = (id: number, vertices: number): Op => ({
  kind: 'create',
  entity: 'road',
  id: `r${id}`,
  fields: {
    name: `Đường ${id}`,
    line: Array.from({ length: vertices }, (_, i) => [105 + i / 1e5, 21.5]),
  } as never,
});
const bytesOf = (ops: readonly Op[]) => new TextEncoder().encode(JSON.stringify(ops)).length;

test('5,001 roads go in parts of at most a megabyte, all of them, in order', () => {
  const ops = Array.from({ length: 5001 }, (_, i) => road(i, 60));
  const parts = inParts(ops);
  expect(parts.length).toBeGreaterThan(5);
  expect(parts.flat()).toEqual(ops);
  for (const part of parts) {
    expect(part.length).toBeLessThanOrEqual(2000);
    expect(bytesOf(part)).toBeLessThanOrEqual(1_010_000);
  }
});

test('whatever the sizes, nothing is lost, doubled or moved; only a single row may be larger than a part', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 30_000 }), { maxLength: 15 }), (sizes) => {
      const ops = sizes.map((n, i) => road(i, n));
      const parts = inParts(ops);
      expect(parts.flat()).toEqual(ops);
      for (const part of parts) if (bytesOf(part) > 1_010_000) expect(part).toHaveLength(1);
    }),
    { numRuns: 30 },
  );
});
