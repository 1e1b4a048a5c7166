/** Laid without a signal on a road that others have given another shape meanwhile: asked about, never moved in silence. */
import { expect, test } from 'vitest';
import { arrive, onDevice, outbox, stored } from '../../../tests/support/deviceCampaign.ts';
import { reversed } from '../../domain/road/measuredRoad.ts';
import { aPlacement, aRoad, idOf } from '../../domain/testing.ts';
import { openParts, useCampaign } from '../campaign/campaign.ts';
import { commit } from '../campaign/commit.ts';
import { dropWaiting, keepMine } from '../campaign/deciding.ts';

onDevice();

const { id: ROAD, version: _v, ...road } = aRoad();
const OTHER = idOf('R', 9);
const laid = (n: number, roadId = ROAD) => {
  const { id, version: _p, ...fields } = aPlacement({ id: idOf('P', n), roadId, from: 1000, to: 2000 });
  return { kind: 'create', entity: 'placement', id, fields } as const;
};
const turned = {
  kind: 'set',
  entity: 'road',
  id: ROAD,
  version: 0,
  fields: { line: reversed(aRoad()).line },
} as const;
const states = () => outbox().map((e) => [e.edit.ops[0]?.id, e.state, e.refusal?.code ?? null]);

test('what was laid by its chainage waits for a word; what lies on other roads or says no place goes on', async () => {
  await arrive([
    { kind: 'create', entity: 'road', id: ROAD, fields: road },
    { kind: 'create', entity: 'road', id: OTHER, fields: { ...road, code: 'ĐT.256' } },
    laid(7),
  ]);
  commit({ code: 'test' }, [laid(1)]);
  commit({ code: 'test' }, [laid(2, OTHER)]);
  commit({ code: 'test' }, [
    { kind: 'set', entity: 'placement', id: idOf('P', 7), version: 6, fields: { note: 'x' } },
  ]);
  await stored();
  // Another name is no other shape.
  await arrive([{ kind: 'set', entity: 'road', id: ROAD, fields: { name: 'Tên khác' } }]);
  expect(states().every(([, state]) => state === 'waiting')).toBe(true);
  // Nor does a road that is longer read its chainages elsewhere.
  const [x, y] = road.line.at(-1) ?? [0, 0];
  await arrive([{ kind: 'set', entity: 'road', id: ROAD, fields: { line: [...road.line, [x, y + 0.01]] } }]);
  expect(states().every(([, state]) => state === 'waiting')).toBe(true);
  await arrive([turned]);
  expect(states()).toEqual([
    [idOf('P', 1), 'attention', 'edit.road-changed'],
    [idOf('P', 2), 'waiting', null],
    [idOf('P', 7), 'waiting', null],
  ]);
  // Nothing of it is lost: it is shown again once it is sent.
  expect(useCampaign.getState().tables.placement.has(idOf('P', 1))).toBe(false);
  const entry = outbox()[0];
  if (entry === undefined) throw new Error('gone');
  expect(entry.refusal?.params).toEqual({ road: 'QL.3' });
  await keepMine(entry, []);
  // Who sends it again has seen the road: it says so, and the server takes it.
  expect(outbox()[0]?.asOf).toBeGreaterThan(entry.asOf ?? Infinity);
  expect(states()[0]).toEqual([idOf('P', 1), 'waiting', null]);
  expect(useCampaign.getState().tables.placement.has(idOf('P', 1))).toBe(true);
});

test('one’s own change of a road asks nothing about what one laid on it before', async () => {
  await arrive([{ kind: 'create', entity: 'road', id: ROAD, fields: road }]);
  commit({ code: 'test' }, [laid(1)]);
  commit({ code: 'test' }, [{ ...turned, version: 6 }], { moved: [idOf('P', 1)], parts: [] });
  await stored();
  const key = outbox()[1]?.key;
  await arrive([turned], key);
  expect(states()).toEqual([[idOf('P', 1), 'waiting', null]]);
});

test('what is laid on a road after one’s own change of it waits behind that change', async () => {
  await arrive([{ kind: 'create', entity: 'road', id: ROAD, fields: road }]);
  commit({ code: 'test' }, [{ ...turned, version: 6 }], { moved: [], parts: [] });
  commit({ code: 'test' }, [laid(1)]);
  commit({ code: 'test' }, [laid(2, OTHER)]);
  await stored();
  const { replica } = openParts() as NonNullable<ReturnType<typeof openParts>>;
  const [first] = outbox();
  if (first === undefined) throw new Error('gone');
  await replica.refuse(first, { code: 'carry.moved', params: {}, field: undefined, conflicts: [] });
  expect(states().map(([, state]) => state)).toEqual(['attention', 'held', 'waiting']);
});

const zero = (metres: number) =>
  ({ kind: 'set', entity: 'road', id: ROAD, version: 6, fields: { zeroChainage: metres } }) as const;
const refusedWith = async (n: number, code: string) => {
  const entry = outbox()[n];
  if (entry === undefined) throw new Error('gone');
  await openParts()?.replica.refuse(entry, { code, params: {}, field: undefined, conflicts: [] });
  return outbox()[n] as NonNullable<typeof entry>;
};

test('what was laid behind a reshaping that is given up is asked about, not sent to where it reads now', async () => {
  await arrive([{ kind: 'create', entity: 'road', id: ROAD, fields: road }]);
  commit({ code: 'test' }, [zero(500)], { moved: [], parts: [] });
  commit({ code: 'test' }, [laid(1)]);
  await stored();
  const entry = await refusedWith(0, 'carry.moved');
  expect(states()[1]?.[1]).toBe('held');
  await dropWaiting(entry);
  expect(states()).toEqual([[idOf('P', 1), 'attention', 'edit.road-changed']]);
});

test('sent again after one’s own reshaping, it is asked about first', async () => {
  await arrive([{ kind: 'create', entity: 'road', id: ROAD, fields: road }]);
  commit({ code: 'test' }, [laid(1)]);
  await stored();
  const entry = await refusedWith(0, 'edit.no-answer');
  commit({ code: 'test' }, [zero(500)], { moved: [], parts: [] });
  await stored();
  await keepMine(entry, []);
  expect(states()[0]).toEqual([idOf('P', 1), 'attention', 'edit.road-changed']);
  await keepMine(outbox()[0] as typeof entry, []);
  expect(states()[0]).toEqual([idOf('P', 1), 'waiting', null]);
});
