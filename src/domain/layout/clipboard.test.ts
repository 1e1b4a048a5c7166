import { expect, test } from 'vitest';
import { aPlacement, aPlan, aPoint, aRoad, aType, idOf } from '../testing.ts';
import { fromClipboard, toClipboard } from './clipboard.ts';
import { itemsOf } from './operations/dressing.ts';
import { setFromClipboard, setToClipboard } from './setClipboard.ts';

const here = aPlan({ placement: [aPlacement({ state: 'ready' }), aPoint({ id: idOf('P', 2) })] });
/** The same catalogue and road under other ids, as another campaign has them. */
const there = aPlan({
  road: [aRoad({ id: idOf('R', 9) })],
  assetType: [aType({ id: idOf('A', 9) })],
  unit: [],
});

test('in its own campaign a copy keeps type, road and unit, and is a draft again', () => {
  const rows = [...here.placement.values()];
  const pasted = fromClipboard(toClipboard(rows, here, 'C1'), here, 'C1');
  expect(pasted?.left).toBe(0);
  expect(pasted?.placements[0]).toMatchObject({
    assetTypeId: idOf('A', 1),
    unitId: idOf('V', 1),
    state: 'draft',
  });
});

test('what a page of before copied says nothing of what it hangs on', () => {
  const [row = aPlacement()] = here.placement.values();
  const clip = toClipboard([row], here, 'C1').replace(',"support":"unknown"', '');
  expect(clip).not.toContain('support');
  expect(fromClipboard(clip, here, 'C1')?.placements[0]?.support).toBe('unknown');
  const hung = toClipboard([{ ...row, support: 'wall' }], here, 'C1');
  expect(fromClipboard(hung, here, 'C1')?.placements[0]?.support).toBe('wall');
});

test('in another campaign types and roads are found by code; a unit that is not there is left open', () => {
  const pasted = fromClipboard(toClipboard([...here.placement.values()], here, 'C1'), there, 'C2');
  expect(pasted?.placements[0]).toMatchObject({
    assetTypeId: idOf('A', 9),
    roadId: idOf('R', 9),
    unitId: null,
  });
});

test('what the other campaign does not have is counted, not made up', () => {
  const empty = aPlan({ assetType: [aType({ id: idOf('A', 9), code: 'other' })] });
  expect(fromClipboard(toClipboard([...here.placement.values()], here, 'C1'), empty, 'C2')).toEqual({
    placements: [],
    left: 2,
    marks: [],
  });
});

test.each(['', 'hello', '[]', '{"cohoa":2}', 'null'])('«%s» is none of ours', (text) => {
  expect(fromClipboard(text, here, 'C1')).toBeNull();
  expect(setFromClipboard(text, here)).toBeNull();
});

test('a set comes over with the types that there are', () => {
  const items = itemsOf([...here.placement.values()]);
  const text = setToClipboard({ id: '', version: 0, name: 'Trục chính', items }, here);
  expect(setFromClipboard(text, there)).toMatchObject({ name: 'Trục chính', left: 0 });
  expect(setFromClipboard(text, there)?.items[0]?.assetTypeId).toBe(idOf('A', 9));
  expect(setFromClipboard(text, aPlan({ assetType: [] }))?.left).toBe(2);
});
