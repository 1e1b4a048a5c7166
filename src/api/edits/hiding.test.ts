import { expect, test } from 'vitest';
import { ASSET_TYPE_FIELDS, posting, ROAD_FIELDS, stretchFields, TestApi } from '../../../mocks/testApi.ts';
import type { Op } from '../../domain/edit/edit.ts';
import { newId } from '../contract/newId.ts';

test('a road on which something is planned is hidden by nobody, one without is', async () => {
  const api = await TestApi.open();
  const campaign = await api.campaign();
  const planner = await api.asRole('planner', campaign);
  const post = (ops: readonly Op[]) => planner(...posting(campaign, ops));
  const [type, dressed, bare, stretch] = [newId(), newId(), newId(), newId()];
  const made = await post([
    { kind: 'create', entity: 'assetType', id: type, fields: ASSET_TYPE_FIELDS },
    { kind: 'create', entity: 'road', id: dressed, fields: ROAD_FIELDS },
    { kind: 'create', entity: 'road', id: bare, fields: { ...ROAD_FIELDS, code: 'ĐT.256' } },
    { kind: 'create', entity: 'placement', id: stretch, fields: stretchFields(type, dressed) },
  ]);
  const version = made.json.number as number;
  const hide = (id: string, v = version) =>
    post([{ kind: 'set', entity: 'road', id, version: v, fields: { hidden: true } }]);
  expect((await hide(dressed)).json).toMatchObject({
    error: { code: 'road.dressed', field: 'ops.0.fields.hidden' },
  });
  expect((await hide(bare)).status).toBe(200);
  // What stood on it goes in the same edit.
  const cleared = await post([
    { kind: 'delete', entity: 'placement', id: stretch, version },
    { kind: 'set', entity: 'road', id: dressed, version, fields: { hidden: true } },
  ]);
  expect(cleared.status).toBe(200);
});

test('nothing is planned on a road that was hidden meanwhile', async () => {
  const api = await TestApi.open();
  const campaign = await api.campaign();
  const planner = await api.asRole('planner', campaign);
  const post = (ops: readonly Op[]) => planner(...posting(campaign, ops));
  const [type, road] = [newId(), newId()];
  const made = await post([
    { kind: 'create', entity: 'assetType', id: type, fields: ASSET_TYPE_FIELDS },
    { kind: 'create', entity: 'road', id: road, fields: { ...ROAD_FIELDS, hidden: true } },
  ]);
  const laid: Op = {
    kind: 'create',
    entity: 'placement',
    id: newId(),
    fields: stretchFields(type, road),
  };
  expect((await post([laid])).json).toMatchObject({
    error: { code: 'road.hidden', field: 'ops.0.fields.roadId', params: { road: 'QL.3' } },
  });
  const version = made.json.number as number;
  const shown = await post([
    laid,
    { kind: 'set', entity: 'road', id: road, version, fields: { hidden: false } },
  ]);
  expect(shown.status, JSON.stringify(shown.json)).toBe(200);
});
