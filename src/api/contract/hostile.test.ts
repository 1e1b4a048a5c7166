/** Values that no page of ours sends: the contract refuses each by its field, and nothing of them stays. */
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  ASSET_TYPE_FIELDS,
  type Ask,
  anEdit,
  posting,
  ROAD_FIELDS,
  stretchFields,
  TestApi,
  UNIT_FIELDS,
} from '../../../mocks/testApi.ts';
import type { Op } from '../../domain/edit/edit.ts';
import type { Id } from '../../domain/model/rows.ts';
import { newId } from './newId.ts';

let campaign: Id;
let planner: Ask;
let [road, type]: [Id, Id] = ['', ''];
let before: string;

const now = async () => JSON.stringify((await planner(`/campaigns/${campaign}/snapshot`)).json);
const path = () => `/campaigns/${campaign}/edits`;

beforeAll(async () => {
  const api = await TestApi.open();
  campaign = await api.campaign();
  planner = await api.asRole('planner', campaign);
  [road, type] = [newId(), newId()];
  const made = await planner(
    ...posting(campaign, [
      { kind: 'create', entity: 'road', id: road, fields: ROAD_FIELDS },
      { kind: 'create', entity: 'assetType', id: type, fields: ASSET_TYPE_FIELDS },
    ]),
  );
  expect(made.status).toBe(200);
  before = await now();
});
afterEach(async () => {
  expect(await now()).toBe(before);
  expect(Object.keys(Object.getPrototypeOf({}))).toEqual([]);
});

const stretch = (): Op => ({
  kind: 'create',
  entity: 'placement',
  id: newId(),
  fields: stretchFields(type, road),
});
/** The edit as text, with one value written in place of another: JSON that no `JSON.stringify` would give. */
const written = (value: string, instead: string) => {
  const text = JSON.stringify(anEdit(campaign, [stretch()]));
  expect(text).toContain(value);
  return text.replace(value, instead);
};

describe.each(['0', '-1', '1e-9', '1e999', '-1e999', 'null', '"25"', '[25]', '{}', 'true'])(
  'a spacing of %s',
  (spacing) => {
    test('is refused, and named', async () => {
      const done = await planner(path(), written('"spacing":25', `"spacing":${spacing}`));
      expect(done).toMatchObject({ status: 400, json: { error: { field: 'ops.0.fields.rule.spacing' } } });
    });
  },
);

test('NaN is no JSON', async () => {
  const done = await planner(path(), written('"spacing":25', '"spacing":NaN'));
  expect(done).toMatchObject({ status: 400, json: { error: { code: 'request.not-json' } } });
});

test.each([
  '2020-13-01',
  '2020-02-30',
  '0000-00-00',
  '2020-1-1',
  '20201-01-01',
  '27/10/2020',
  '',
  '2020-10-27T00:00',
])('a day «%s» is none', async (day) => {
  const fields = { name: 'Mốc', offsetDays: null, day };
  const done = await planner(
    ...posting(campaign, [{ kind: 'create', entity: 'milestone', id: newId(), fields }]),
  );
  expect(done).toMatchObject({ status: 400, json: { error: { field: 'ops.0.fields.day' } } });
});

test.each(['__proto__', 'constructor', 'prototype', 'toString'])('a field named %s', async (name) => {
  for (const place of ['"spacing":25', '"note":""', '"key":"']) {
    const evil = `${JSON.stringify(name)}:{"polluted":true},${place}`;
    const done = await planner(path(), written(place, evil));
    expect(done.status, place).toBe(400);
  }
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});

test.each(['\\u202e', '\\u2066', '\\u0007', '\\u001b', '\\u009b', '\\uffff', '\\u0000', '\\ud83d'])(
  'a text with %s',
  async (unfit) => {
    const done = await planner(path(), written('"note":""', `"note":"Km ${unfit}138"`));
    expect(done).toMatchObject({ status: 400, json: { error: { field: 'ops.0.fields.note' } } });
  },
);

test('of two values under one key the last is read, and judged', async () => {
  const done = await planner(path(), written('"spacing":25', '"spacing":25,"spacing":-5'));
  expect(done).toMatchObject({ status: 400, json: { error: { field: 'ops.0.fields.rule.spacing' } } });
});

test('brackets within brackets, five million deep', async () => {
  const deep = (n: number) => '['.repeat(n) + ']'.repeat(n);
  const NOT_JSON = { status: 400, json: { error: { code: 'request.not-json' } } };
  for (const body of ['['.repeat(5_000_000), deep(5_000_000), written('"note":""', `"note":${deep(70_000)}`)])
    expect(await planner(path(), body)).toMatchObject(NOT_JSON);
  // Those in a text are letters like any other, also behind a quotation mark within it.
  const text = `\\"${deep(70_000)}`;
  const done = await planner(path(), written('"note":""', `"note":${JSON.stringify(text)}`));
  expect(done).toMatchObject({ status: 400, json: { error: { field: 'ops.0.fields.note' } } });
});

test('a hundred thousand ops', async () => {
  const many = (op: () => Op) => posting(campaign, Array.from({ length: 100_000 }, op));
  const small = await planner(...many(() => ({ kind: 'delete', entity: 'unit', id: road, version: 1 })));
  expect(small).toMatchObject({ status: 400, json: { error: { field: 'ops' } } });
  // With their fields they are more than an edit of many ops may weigh, and are not looked at at all.
  const large = await planner(
    ...many(() => ({ kind: 'create', entity: 'unit', id: newId(), fields: UNIT_FIELDS })),
  );
  expect(large.status).toBe(413);
});

test('a road of nine hundred thousand vertices', async () => {
  const line = Array.from({ length: 900_000 }, (_, i) => [105 + i / 1e6, 21.5] as [number, number]);
  const fields = { ...ROAD_FIELDS, code: 'QL.9', line };
  const done = await planner(
    ...posting(campaign, [{ kind: 'create', entity: 'road', id: newId(), fields } as Op]),
  );
  expect(done.status).toBe(400);
  expect((done.json.error as { field: string }).field).toBe('ops.0.fields.line');
});

test('forty megabytes', async () => {
  const done = await planner(path(), written('"note":""', `"note":"${'x'.repeat(40 * 1024 * 1024)}"`));
  expect(done.status).toBe(413);
});
