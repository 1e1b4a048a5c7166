import { beforeAll, describe, expect, test } from 'vitest';
import {
  ASSET_TYPE_FIELDS,
  type Ask,
  anEdit,
  placementFields,
  posting,
  TestApi,
} from '../../../mocks/testApi.ts';
import type { Op } from '../../domain/edit/edit.ts';
import type { Id } from '../../domain/model/rows.ts';
import { newId } from '../contract/newId.ts';

let campaign: Id;
let planner: Ask;

beforeAll(async () => {
  const api = await TestApi.open();
  campaign = await api.campaign();
  planner = await api.asRole('planner', campaign);
});

describe('a bad request names its field', () => {
  const set = (fields: object) =>
    anEdit(campaign, [{ kind: 'set', entity: 'campaign', id: campaign, version: 1, fields } as Op]);

  test.each([
    ['an unknown field', () => ({ ...set({ theme: '' }), surprise: 1 }), 'surprise', 'request.unknown-field'],
    [
      'an unknown field of a row',
      () => set({ colour: 'red' }),
      'ops.0.fields.colour',
      'request.unknown-field',
    ],
    [
      'a day that is none',
      () => set({ demoToday: '2020-02-30' }),
      'ops.0.fields.demoToday',
      'request.invalid',
    ],
    ['a number beyond the largest', () => set({ budget: 2e15 }), 'ops.0.fields.budget', 'request.too-big'],
    ['a number below the least', () => set({ budget: -1 }), 'ops.0.fields.budget', 'request.too-small'],
    ['nothing to set', () => set({}), 'ops.0.fields', 'request.invalid'],
    ['a key that is no ULID', () => ({ ...set({ theme: '' }), key: 'x' }), 'key', 'request.invalid'],
    ['no ops', () => ({ ...set({ theme: '' }), ops: [] }), 'ops', 'request.invalid'],
  ])('%s', async (_, body, field, code) => {
    const done = await planner(`/campaigns/${campaign}/edits`, body());
    expect(done).toMatchObject({ status: 400, json: { error: { code, field } } });
  });

  test('no JSON at all', async () => {
    expect(await planner(`/campaigns/${campaign}/edits`, '{')).toMatchObject({
      status: 400,
      json: { error: { code: 'request.not-json' } },
    });
  });

  test('more than a body may hold', async () => {
    const done = await planner(`/campaigns/${campaign}/edits`, 'x'.repeat(33 * 1024 * 1024));
    expect(done).toMatchObject({ status: 413, json: { error: { code: 'request.too-large' } } });
  });

  test('a stretch whose ends are the wrong way round', async () => {
    const [type, road] = [newId(), newId()];
    const fields = placementFields(type, {
      roadId: road,
      coordinate: null,
      from: 500,
      to: 100,
      rule: {
        spacing: 25,
        startOffset: 0,
        sides: 'both',
        staggered: false,
        edgeOffset: 1,
        except: [],
        skips: ['L3'],
        moves: { R4: 2 },
      },
    });
    const done = await planner(
      ...posting(campaign, [
        { kind: 'create', entity: 'assetType', id: type, fields: ASSET_TYPE_FIELDS },
        {
          kind: 'create',
          entity: 'road',
          id: road,
          fields: {
            code: 'QL.3',
            name: '',
            class: 'national',
            line: [
              [105, 21],
              [105.1, 21.1],
            ],
            gaps: [],
            zeroChainage: 0,
            calibration: [],
            halfWidth: 6,
            source: '',
            hidden: false,
          },
        },
        { kind: 'create', entity: 'placement', id: newId(), fields },
      ]),
    );
    expect(done).toMatchObject({
      status: 422,
      json: { error: { code: 'row.stretch-ends-order', field: 'ops.2.fields.to' } },
    });
  });
});
