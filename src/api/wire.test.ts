/** What page and server say of themselves to each other: protocol, lineage, pages, gzip. */
import { beforeAll, describe, expect, test } from 'vitest';
import {
  ASSET_TYPE_FIELDS,
  type Ask,
  anEdit,
  placementFields,
  posting,
  ROAD_FIELDS,
  TestApi,
  UNIT_FIELDS,
} from '../../mocks/testApi.ts';
import type { Op } from '../domain/edit/edit.ts';
import type { Entity, Id } from '../domain/model/rows.ts';
import type { ChangesAnswer, SnapshotAnswer } from './contract/answers.ts';
import { newId } from './contract/newId.ts';
import { LINEAGE_HEADER, PROTOCOL, PROTOCOL_HEADER } from './contract/protocol.ts';
import { lineageIn, lineageOf, renewLineage } from './db/installation.ts';

let api: TestApi;
let campaign: Id;
let planner: Ask;

const unit = (name = 'Xã', id = newId()): Op => ({
  kind: 'create',
  entity: 'unit',
  id,
  fields: { ...UNIT_FIELDS, name },
});

beforeAll(async () => {
  api = await TestApi.open();
  campaign = await api.campaign();
  planner = await api.asRole('planner', campaign);
});

describe('headers', () => {
  test('every answer tells the protocol, a refusal too; those about campaigns the lineage', async () => {
    const lineage = await lineageIn(api.db);
    const nobody = await api.as(null);
    const told = async (ask: Ask, path: string) => {
      const { headers } = await ask(path);
      return [headers.get(PROTOCOL_HEADER), headers.get(LINEAGE_HEADER)];
    };
    const own = `/campaigns/${campaign}`;
    for (const path of ['/session', '/campaigns', `${own}/changes?since=0`, `${own}/history?before=x`])
      expect(await told(planner, path), path).toEqual([String(PROTOCOL), lineage]);
    expect(await told(planner, '/healthz')).toEqual([String(PROTOCOL), null]);
    expect(await told(planner, '/nowhere')).toEqual([String(PROTOCOL), null]);
    expect(await told(nobody, '/session')).toEqual([String(PROTOCOL), null]);
  });
});

describe('lineage', () => {
  test('an edit made on another past is refused, one that names none or this one is taken', async () => {
    const lineage = await lineageIn(api.db);
    const post = (change: object) => planner(...posting(campaign, [unit()], change));
    expect((await post({ lineage })).status).toBe(200);
    expect((await post({})).status).toBe(200);
    expect(await post({ lineage: newId() })).toMatchObject({
      status: 409,
      json: { error: { code: 'edit.other-past' } },
    });
  });

  test('renewing it is noticed by snapshot and changes at once, and by headers within a second', async () => {
    const before = await lineageOf(api.db);
    await renewLineage(api.db);
    const now = await lineageIn(api.db);
    expect(now).not.toBe(before);
    for (const path of ['snapshot', 'changes?since=0'])
      expect((await planner(`/campaigns/${campaign}/${path}`)).json.lineage).toBe(now);
    expect(await lineageOf(api.db, Date.now() + 1001)).toBe(now);
    const late = await planner(...posting(campaign, [unit()], { lineage: before }));
    expect(late.status).toBe(409);
  });
});

describe('protocol', () => {
  const { approvedQuantity: _, ...old } = placementFields('');

  test('an edit of a newer page is refused whole, whatever it holds', async () => {
    const done = await planner(`/campaigns/${campaign}/edits`, {
      ...anEdit(campaign, []),
      ops: [{ kind: 'plant', entity: 'tree' }],
      protocol: PROTOCOL + 1,
    });
    expect(done).toMatchObject({ status: 409, json: { error: { code: 'protocol.newer' } } });
  });

  test('an edit of an earlier page becomes today’s; it keeps its key', async () => {
    const [type, id] = [newId(), newId()];
    await planner(
      ...posting(campaign, [{ kind: 'create', entity: 'assetType', id: type, fields: ASSET_TYPE_FIELDS }]),
    );
    const op = { kind: 'create', entity: 'placement', id, fields: { ...old, assetTypeId: type } };
    const [path, edit] = posting(campaign, [op as unknown as Op], { protocol: 1 });
    const { number } = (await planner(path, edit)).json;
    const { json } = await planner(`/campaigns/${campaign}/changes?since=${Number(number) - 1}`);
    expect(json).toMatchObject({ changes: [{ ops: [{ id, fields: { approvedQuantity: null } }] }] });
    // The page was reloaded meanwhile, and its outbox brought up to date: still the same edit.
    const today = {
      ...edit,
      protocol: PROTOCOL,
      ops: [{ ...op, fields: { ...op.fields, approvedQuantity: null } }],
    };
    expect(await planner(path, today)).toMatchObject({ status: 200, json: { number } });
  });

  test('an edit of an earlier page that sets one of two names leaves the other; a change meanwhile is a conflict', async () => {
    const type = newId();
    const made = await planner(
      ...posting(campaign, [{ kind: 'create', entity: 'assetType', id: type, fields: ASSET_TYPE_FIELDS }]),
    );
    const version = made.json.number as number;
    const set = (fields: object) =>
      [{ kind: 'set', entity: 'assetType', id: type, version, fields }] as unknown as Op[];
    const done = await planner(...posting(campaign, set({ nameEn: 'Banner' }), { protocol: 2 }));
    expect(done.status).toBe(200);
    const { json } = await planner(`/campaigns/${campaign}/changes?since=${Number(done.json.number) - 1}`);
    expect(json).toMatchObject({ changes: [{ ops: [{ fields: { name: { vi: 'Cờ', en: 'Banner' } } }] }] });
    // Its answer was lost, somebody changed the other name meanwhile: it is still the same edit.
    const [path, first] = posting(campaign, set({ unitNameEn: 'rolls' }), { protocol: 2 });
    const { number } = (await planner(path, first)).json;
    const unitName = { vi: 'cuộn', en: 'rolls' };
    const op = { kind: 'set', entity: 'assetType', id: type, version: number, fields: { unitName } };
    await planner(...posting(campaign, [op as unknown as Op]));
    expect(await planner(path, first)).toMatchObject({ status: 200, json: { number } });
    const other = await planner(
      ...posting(campaign, set({ name: 'Băng rôn' }), { protocol: 2, replica: newId() }),
    );
    expect(other).toMatchObject({ status: 409, json: { conflicts: [{ fields: ['name'] }] } });
  });

  test('of an earlier page too, the same key with another body is refused', async () => {
    const id = newId();
    const [path, edit] = posting(campaign, [unit('Xã', id)], { protocol: 2 });
    const { number } = (await planner(path, edit)).json;
    expect(await planner(path, edit)).toMatchObject({ status: 200, json: { number } });
    const other = { ...edit, ops: [unit('Khác', id)] };
    expect(await planner(path, other)).toMatchObject({
      status: 409,
      json: { error: { code: 'edit.key-taken' } },
    });
  });

  test('what is no protocol is a bad request', async () => {
    for (const protocol of [0, 1.5, '2', null])
      expect(
        await planner(`/campaigns/${campaign}/edits`, { ...anEdit(campaign, [unit()]), protocol }),
      ).toMatchObject({ status: 400, json: { error: { field: 'protocol' } } });
  });

  test('changes and history of an earlier protocol are told in today’s shape', async () => {
    const [type, id] = [newId(), newId()];
    const made = await planner(
      ...posting(campaign, [
        { kind: 'create', entity: 'assetType', id: type, fields: ASSET_TYPE_FIELDS },
        { kind: 'create', entity: 'placement', id, fields: placementFields(type) },
      ]),
    );
    const version = made.json.number as number;
    await api.db.execute(`update change set protocol = 1 where number = ${version}`);
    await api.db.execute(`update change_op set after = after - 'approvedQuantity' where row_id = '${id}'`);
    const since = await planner(`/campaigns/${campaign}/changes?since=${version - 1}`);
    expect((since.json as unknown as ChangesAnswer).changes[0]?.ops[1]?.fields).toEqual(
      placementFields(type),
    );
    await planner(...posting(campaign, [{ kind: 'delete', entity: 'placement', id, version }]));
    const past = await planner(`/campaigns/${campaign}/history?entity=placement&row=${id}`);
    expect(past.json).toMatchObject({
      changes: [
        { ops: [{ kind: 'delete', before: placementFields(type), fields: {} }] },
        { ops: [{ kind: 'create', before: {}, fields: placementFields(type) }] },
      ],
    });
  });
});

describe('pages', () => {
  /** About 150 kB of JSON a road. */
  const longRoad = (n: number): Op => {
    const line = Array.from({ length: 6000 }, (_, i) => [105.123456 + n / 100, 21.123456 + i / 1e5] as const);
    return { kind: 'create', entity: 'road', id: newId(), fields: { ...ROAD_FIELDS, line } };
  };
  const size = (json: unknown) => JSON.stringify(json).length;

  test('a snapshot comes in pages of a megabyte, every row once, each page with its number', async () => {
    const big = await api.campaign();
    const ask = await api.asRole('planner', big);
    const ops = [
      ...Array.from({ length: 20 }, (_, i) => longRoad(i)),
      ...Array.from({ length: 30 }, () => unit()),
    ];
    for (const op of ops) await ask(...posting(big, [op]));
    const pages: SnapshotAnswer[] = [];
    for (let next: string | null = ''; next !== null; next = pages.at(-1)?.next ?? null) {
      const { status, json } = await ask(`/campaigns/${big}/snapshot${next === '' ? '' : `?after=${next}`}`);
      expect(status).toBe(200);
      pages.push(json as unknown as SnapshotAnswer);
      // Somebody goes on writing meanwhile.
      if (pages.length === 1) await ask(...posting(big, [unit('Mới', '00000000000000000000000000')]));
    }
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) expect(size(page)).toBeLessThan(1_050_000);
    const ids = pages.flatMap((p) => Object.values(p.tables).flatMap((t) => t?.rows.map((r) => r[0]) ?? []));
    expect(ids.sort()).toEqual([big, ...ops.map((op) => op.id)].sort());
    expect(pages.map((p) => p.number)).toEqual([51, ...pages.slice(1).map(() => 52)]);
  });

  test('a row larger than a page is a page of its own', async () => {
    const big = await api.campaign();
    const ask = await api.asRole('planner', big);
    const line = Array.from({ length: 60_000 }, (_, i) => [105.12345678, 21 + i / 1e6] as const);
    for (let i = 0; i < 2; i++)
      await ask(
        ...posting(big, [{ kind: 'create', entity: 'road', id: newId(), fields: { ...ROAD_FIELDS, line } }]),
      );
    let pages = 0;
    let rows = 0;
    for (let next: string | null = 'road:'; next !== null; pages++) {
      const page = (await ask(`/campaigns/${big}/snapshot?after=${next}`)).json as unknown as SnapshotAnswer;
      rows += page.tables.road?.rows.length ?? 0;
      next = page.next;
    }
    expect([pages, rows]).toEqual([2, 2]);
  });

  test('changes come a megabyte at most, and at least one', async () => {
    const big = await api.campaign();
    const ask = await api.asRole('planner', big);
    for (let i = 0; i < 12; i++) await ask(...posting(big, [longRoad(i)]));
    let since = 0;
    let pages = 0;
    const numbers: number[] = [];
    for (; since < 13; pages++) {
      const { json } = await ask(`/campaigns/${big}/changes?since=${since}`);
      expect(size(json)).toBeLessThan(1_050_000);
      const { changes, number } = json as unknown as ChangesAnswer;
      expect(number).toBe(13);
      numbers.push(...changes.map((c) => c.number));
      since = numbers.at(-1) ?? 99;
    }
    expect(numbers).toEqual(Array.from({ length: 13 }, (_, i) => i + 1));
    expect(pages).toBeGreaterThan(1);
  });

  test('what is no cursor, no row and no campaign', async () => {
    const own = `/campaigns/${campaign}`;
    for (const after of ['tree:', 'road:x', 'road:%00', ''])
      expect((await planner(`${own}/snapshot?after=${after}`)).status, after).toBe(400);
    expect((await planner(`${own}/history?entity=unit&row=%00`)).status).toBe(400);
    const admin = await api.asRole('admin', null);
    for (const id of [newId(), '%00', 'x'])
      for (const path of ['snapshot', 'changes?since=0', 'history'])
        expect((await admin(`/campaigns/${id}/${path}`)).json, `${id} ${path}`).toMatchObject({
          error: { code: 'campaign.missing' },
        });
  });
});

describe('gzip', () => {
  const gzipped = (text: string) =>
    new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer();
  const send = async (body: ArrayBuffer | string, encoding = 'gzip') => {
    const headers = {
      'content-type': 'application/json',
      'content-encoding': encoding,
      'x-test-user': 'planner-all',
    };
    const path = `http://test/api/campaigns/${campaign}/edits`;
    const response = await api.fetch(new Request(path, { method: 'POST', headers, body }));
    return { status: response.status, json: (await response.json()) as { error?: { code: string } } };
  };

  test('a packed edit is read like any other', async () => {
    const [, edit] = posting(campaign, [unit('Gói')]);
    expect((await send(await gzipped(JSON.stringify(edit)))).status).toBe(200);
  });

  test('what unpacks to more than a body may hold is refused while it is read', async () => {
    const bomb = await gzipped(`"${'x'.repeat(40 * 1024 * 1024)}"`);
    expect(bomb.byteLength).toBeLessThan(100_000);
    expect(await send(bomb)).toMatchObject({ status: 413, json: { error: { code: 'request.too-large' } } });
  });

  test('what is no gzip, or breaks off, or is packed otherwise', async () => {
    const packed = await gzipped(JSON.stringify(anEdit(campaign, [unit()])));
    for (const [body, encoding] of [
      ['{}', 'gzip'],
      [packed.slice(0, 60), 'gzip'],
      [packed, 'br'],
      [packed, 'identity'],
    ] as const)
      expect(await send(body, encoding)).toMatchObject({
        status: 400,
        json: { error: { code: 'request.not-json' } },
      });
  });

  test('many ops hold at most 8 MB together; one row alone may be larger', async () => {
    const fat = (entity: Entity, vertices: number): Op =>
      ({
        kind: 'create',
        entity,
        id: newId(),
        fields: {
          ...ROAD_FIELDS,
          line: Array.from({ length: vertices }, (_, i) => [105.123456789012, 21 + i / 1e6]),
        },
      }) as Op;
    const many = posting(campaign, [fat('road', 150_000), fat('road', 150_000)]);
    expect(await planner(...many)).toMatchObject({
      status: 413,
      json: { error: { code: 'edit.too-large', params: { megabytes: 8 } } },
    });
  });
});
