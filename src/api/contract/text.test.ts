import { describe, expect, test } from 'vitest';
import { demoEdit } from '../../../mocks/demo/choMoi/campaign.ts';
import { type Ask, anEdit, placementFields, posting, TestApi } from '../../../mocks/testApi.ts';
import type { Op } from '../../domain/edit/edit.ts';
import { edit } from './edits.ts';
import { newId } from './newId.ts';

type Path = readonly (string | number)[];

const campaignId = newId();
const rule = { off: true, params: { distance: 30 } };
/** A value of every field of every entity: the demonstration's, and what it has none of. */
const OPS: readonly Op[] = [
  ...demoEdit(newId(), newId()).ops,
  { kind: 'create', entity: 'savedView', id: newId(), fields: { name: 'Của tôi', view: '{}' } },
  {
    kind: 'set',
    entity: 'campaign',
    id: campaignId,
    version: 1,
    fields: {
      ruleSettings: { 'junction-gap': rule },
      baseMaps: [{ name: 'Nền', url: 'https://tile.example.com/{z}/{x}/{y}', attribution: '©' }],
    },
  },
  {
    kind: 'create',
    entity: 'placement',
    id: newId(),
    fields: placementFields(newId(), { sponsor: { name: 'VNPT', share: 10, place: 'right' } }),
  },
];
const whole = {
  ...anEdit(campaignId, OPS),
  note: { code: 'roads.imported', params: { file: 'a.geojson' } },
  lineage: 'x',
};

/** One path of each kind to a text, keys of records as well (ending in `key`). */
function textsIn(value: unknown, path: Path = []): { path: Path; key: boolean }[] {
  if (typeof value === 'string') return [{ path, key: false }];
  if (typeof value !== 'object' || value === null) return [];
  const record = path.at(-1) === 'ruleSettings' || path.at(-1) === 'params';
  return Object.entries(value).flatMap(([key, inner]) => {
    const at = [...path, Array.isArray(value) ? Number(key) : key];
    return [...(record ? [{ path: at, key: true }] : []), ...textsIn(inner, at)];
  });
}

function kindOf(path: Path): string {
  const [, op] = path;
  const entity = path[0] === 'ops' && typeof op === 'number' ? OPS[op]?.entity : '';
  return `${entity} ${path.map((p) => (typeof p === 'number' ? '#' : p)).join('.')}`;
}

/** The edit with one text, or one key, spoiled. */
function spoiled({ path, key }: { path: Path; key: boolean }, by: string): unknown {
  // Catalogue items are shared between types, and a structured clone would keep that.
  const copy = JSON.parse(JSON.stringify(whole)) as never;
  let holder: Record<string | number, unknown> = copy;
  for (const step of path.slice(0, -1)) holder = holder[step] as typeof holder;
  const last = path.at(-1) as string | number;
  if (key) {
    holder[`${last}${by}`] = holder[last];
    delete holder[last];
  } else holder[last] = `${holder[last]}${by}`;
  return copy;
}

const texts = new Map(textsIn(whole).map((t) => [`${kindOf(t.path)}${t.key ? ' (key)' : ''}`, t]));

test('the edit as it is would be taken', () => {
  expect(edit.safeParse(whole).error?.issues).toBeUndefined();
  expect(texts.size).toBeGreaterThan(90);
});

describe('no text anywhere may hold what the database does not, and the refusal names it', () => {
  test.each([...texts])('%s', (_, at) => {
    for (const by of ['\u0000', '\ud800']) {
      const issue = edit.safeParse(spoiled(at, by)).error?.issues[0];
      const path = issue?.path.map(String) ?? [];
      const wanted = at.path.map(String);
      if (at.key) expect(path).toEqual([...wanted.slice(0, -1), `${wanted.at(-1)}${by}`]);
      // What tells the kinds of ops apart is refused where they are told apart.
      else expect(wanted.slice(0, path.length)).toEqual(path);
      expect(path.length).toBeGreaterThan(0);
    }
  });
});

describe('over HTTP', () => {
  let planner: Ask;
  test.each(['a\u0000b', 'a\ud800b'])('a note «%j» is a 400 that names the field', async (name) => {
    const api = await TestApi.open();
    const id = await api.campaign();
    planner = await api.asRole('planner', id);
    const fields = {
      code: '',
      name,
      kind: 'xã',
      centre: null,
      parentId: null,
      boundary: null,
      contact: '',
      phone: '',
    } as const;
    const ops: Op[] = [{ kind: 'create', entity: 'unit', id: newId(), fields }];
    expect(await planner(...posting(id, ops))).toMatchObject({
      status: 400,
      json: {
        error: { code: 'request.invalid', field: 'ops.0.fields.name', params: { problem: 'text' } },
      },
    });
  });
});

describe('what may be many is counted first', () => {
  const many = (n: number, prefix = '') =>
    Object.fromEntries(Array.from({ length: n }, (_, i) => [`${prefix}${i}`, 1]));
  test('parameters of a note', () => {
    const noted = (n: number) =>
      edit.safeParse({ ...whole, note: { code: 'x', params: many(n, 'p') } }).success;
    expect([noted(20), noted(21)]).toEqual([true, false]);
  });
  test('moved positions', () => {
    const moved = (n: number) => {
      const moves = many(n, 'L');
      const placement = OPS.find((op) => op.entity === 'placement' && op.kind === 'create');
      const fields = (placement as { fields: { rule: object } }).fields;
      const op = { ...placement, fields: { ...fields, rule: { ...fields.rule, moves } } };
      return edit.safeParse({ ...whole, ops: [op] }).error?.issues[0]?.message;
    };
    expect([moved(20_000), moved(20_001)]).toEqual([undefined, 'too-many']);
  });
});
