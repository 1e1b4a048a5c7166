/** What is approved beside all roads is not carried onto one, nor by any road's new shape. */
import { beforeEach, expect, test } from 'vitest';
import {
  ASSET_TYPE_FIELDS,
  type Ask,
  placementFields,
  posting,
  ROAD_FIELDS,
  TestApi,
} from '../../../mocks/testApi.ts';
import type { Carry, Op } from '../../domain/edit/edit.ts';
import type { FieldsOf, Id, LngLatPair } from '../../domain/model/rows.ts';
import { measureRoad, placeAt } from '../../domain/road/measuredRoad.ts';
import { newId } from '../contract/newId.ts';

let api: TestApi;
let campaign: Id;
let planner: Ask;
let road: Id;
let pano: Id;
let type: Id;

const post = (who: Ask, ops: readonly Op[], carry?: Carry) =>
  who(...posting(campaign, ops, carry === undefined ? {} : { carry }));

/** Where a piece beside Km 5 of the road would stand. */
const BESIDE = ((): LngLatPair => {
  const road = measureRoad(ROAD_FIELDS);
  const place = road.ok ? placeAt(road.value, 5000, 'left', ROAD_FIELDS.halfWidth + 1) : road;
  if (!place.ok) throw new Error(place.reason.code);
  return [place.value.lng, place.value.lat];
})();

let version = 0;

beforeEach(async () => {
  api ??= await TestApi.open();
  campaign = await api.campaign();
  planner = await api.asRole('planner', campaign);
  const leader = await api.asRole('leader', campaign);
  [road, pano, type] = [newId(), newId(), newId()] as [Id, Id, Id];
  version = 0;
  for (const [who, ops] of [
    [
      planner,
      [
        { kind: 'create', entity: 'assetType', id: type, fields: ASSET_TYPE_FIELDS },
        { kind: 'create', entity: 'road', id: road, fields: ROAD_FIELDS },
        {
          kind: 'create',
          entity: 'placement',
          id: pano,
          fields: placementFields(type, { pointQuantity: 1, coordinate: BESIDE, side: 'left' }),
        },
      ],
    ],
    [planner, () => [set({ state: 'submitted' })]],
    [leader, () => [set({ state: 'approved', approvedQuantity: 1 })]],
  ] as const) {
    const done = await post(who, typeof ops === 'function' ? ops() : ops);
    expect(done.status, JSON.stringify(done.json)).toBe(200);
    version = done.json.number as number;
  }
});

const set = (fields: Partial<FieldsOf<'placement'>>): Op => ({
  kind: 'set',
  entity: 'placement',
  id: pano,
  version,
  fields,
});
test('no edit that shapes a road takes it elsewhere, named or not', async () => {
  const shaping = {
    kind: 'set',
    entity: 'road',
    id: road,
    version: 1,
    fields: { zeroChainage: 0.2 },
  } as const;
  for (const moved of [[], [pano]]) {
    const onto = await post(planner, [shaping, set({ roadId: road, from: 5000 })], {
      moved,
      parts: [],
    });
    expect(onto).toMatchObject({
      status: 422,
      json: { error: { code: expect.stringMatching(/^carry\.(moved|too-far)$/), field: 'carry' } },
    });
    const beside = await post(planner, [shaping, set({ coordinate: [105.9, 21.9] })], { moved, parts: [] });
    expect(beside).toMatchObject({ status: 403, json: { error: { code: 'denied.not-plannable' } } });
  }
});
