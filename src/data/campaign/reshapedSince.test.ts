/** What comes back comes back to where it was: never elsewhere, because its road has another shape by now. */
import { expect, test, vi } from 'vitest';
import { arrive, onDevice, stored, UNIT } from '../../../tests/support/deviceCampaign.ts';
import { cutRoad } from '../../domain/reshape/roadLines.ts';
import { reversed } from '../../domain/road/measuredRoad.ts';
import { aPlacement, aRoad, idOf } from '../../domain/testing.ts';
import { useSession } from '../net/session.ts';
import { openParts, useCampaign } from './campaign.ts';
import { commit } from './commit.ts';
import { mayTakeBack, restoreRow, takeChangeBack } from './history.ts';
import { redo, undo } from './undo.ts';

onDevice();

const { id: ROAD, version: _v, ...road } = aRoad();
const ROW = idOf('P', 1);
const { id: _p, version: _q, ...fields } = aPlacement({ id: ROW, roadId: ROAD, from: 1000, to: 2000 });
const created = { kind: 'create', entity: 'placement', id: ROW, fields } as const;
const row = () => useCampaign.getState().tables.placement.get(ROW);
const shapes = (of: object) => arrive([{ kind: 'set', entity: 'road', id: ROAD, fields: of }] as never);
const turned = { line: reversed(aRoad()).line };

const deleted = async () => {
  await arrive([{ kind: 'create', entity: 'road', id: ROAD, fields: road }, created]);
  commit({ code: 'test' }, [{ kind: 'delete', entity: 'placement', id: ROW, version: row()?.version ?? 0 }]);
  await stored();
};

test('a stretch that was deleted comes back only to where it stood', async () => {
  await deleted();
  await shapes(turned);
  expect(undo()).toMatchObject({ ok: false, reason: { code: 'undo.road-changed' } });
  expect(row()).toBeUndefined();
  // Turned back, the road reads what it read.
  await shapes({ line: road.line });
  expect(undo().ok).toBe(true);
  expect(row()).toMatchObject({ from: 1000, to: 2000 });
});

test('a longer road, and one of another name, bring it back', async () => {
  await deleted();
  const [x, y] = road.line.at(-1) ?? [0, 0];
  await shapes({ name: 'Tên khác', line: [...road.line, [x, y + 0.01]] });
  expect(undo().ok).toBe(true);
});

test('what was laid and taken back is laid again only where it was', async () => {
  await arrive([{ kind: 'create', entity: 'road', id: ROAD, fields: road }]);
  commit({ code: 'test' }, [created]);
  expect(undo().ok).toBe(true);
  await stored();
  await shapes(turned);
  expect(redo()).toMatchObject({ ok: false, reason: { code: 'undo.road-changed' } });
});

/** The log as the server tells it: change 7 wrote the row, change 9 turned the road. */
function pastOf(shape: object, before: object): void {
  const changes = [
    { number: 9, ops: [{ kind: 'set', entity: 'road', id: ROAD, fields: shape, before }] },
    { number: 6, ops: [{ kind: 'create', entity: 'road', id: ROAD, fields: road, before: {} }] },
  ];
  vi.stubGlobal('fetch', async (url: string) => {
    expect(url).toContain(`entity=road&row=${ROAD}`);
    return new Response(JSON.stringify({ more: false, changes }), {
      headers: { 'content-type': 'application/json' },
    });
  });
}

test.each([
  ['turned', turned, { line: road.line }, false],
  ['named anew', { name: 'Tên khác' }, { name: road.name }, true],
])('by the history neither, on a road that was %s', async (_, shape, before, comes) => {
  await arrive([{ kind: 'create', entity: 'road', id: ROAD, fields: road }, created]);
  const past = { kind: 'set', entity: 'placement', id: ROW, before: { from: 1500 }, fields: { from: 1000 } };
  await shapes(shape);
  pastOf(shape, before);
  const change = { number: 7, whole: true, ops: [past] } as never;
  const first = { number: 6, ops: [{ ...past, kind: 'create', fields: { ...fields, from: 1500 } }] } as never;
  const refused = { ok: false, reason: { code: 'undo.road-changed' } };
  const restored = await restoreRow('placement', ROW, [change, first], 6);
  expect(restored).toMatchObject(comes ? { ok: true } : refused);
  if (comes) expect(undo().ok).toBe(true);
  expect(await takeChangeBack(change)).toMatchObject(comes ? { ok: true } : refused);
  expect(row()?.from).toBe(comes ? 1500 : 1000);
});

test('on a part that others have cut off everything comes back to where it was', async () => {
  await arrive([{ kind: 'create', entity: 'road', id: ROAD, fields: road }, created]);
  commit({ code: 'test' }, [
    {
      kind: 'set',
      entity: 'placement',
      id: ROW,
      version: row()?.version ?? 0,
      fields: { from: 1500, to: 2500 },
    },
  ]);
  await stored();
  const { replica } = openParts() as NonNullable<ReturnType<typeof openParts>>;
  for (const entry of replica.outbox) await replica.drop(entry);
  const OTHER = idOf('R', 9);
  const cut = cutRoad(aRoad(), 500, { id: OTHER, code: 'QL.3', name: '' });
  if (!cut.ok) throw new Error(cut.reason.code);
  const { id: _o, version: _w, ...second } = cut.value.roads.get(OTHER) ?? aRoad();
  await arrive([
    { kind: 'set', entity: 'road', id: ROAD, fields: { line: cut.value.roads.get(ROAD)?.line } },
    { kind: 'create', entity: 'road', id: OTHER, fields: second },
    { kind: 'set', entity: 'placement', id: ROW, fields: { roadId: OTHER, from: 1500, to: 2500 } },
  ] as never);
  expect(undo()).toMatchObject({ ok: true });
  expect(row()).toMatchObject({ roadId: OTHER, from: 1000, to: 2000 });
});

test('taking back is offered to whom it is given', () => {
  const change = {
    number: 1,
    whole: true,
    ops: [{ kind: 'set', entity: 'unit', id: UNIT, before: { name: 'Trước' }, fields: { name: 'Nông Hạ' } }],
  } as never;
  expect(mayTakeBack(change)).toBe(true);
  const { status, ...session } = useSession.getState();
  const memberships = [{ campaignId: null, role: 'viewer', unitId: null }];
  useSession.setState({
    status,
    ...session,
    who: { ...(session as { who: object }).who, memberships },
  } as never);
  expect(mayTakeBack(change)).toBe(false);
});
