import { beforeAll, expect, test } from 'vitest';
import { TestApi } from '../../mocks/testApi.ts';
import { createApi } from './app.ts';
import { LiveHub } from './live.ts';
import { DESCRIBED, openApiDocument } from './openapi.ts';

let api: TestApi;
beforeAll(async () => {
  api = await TestApi.open();
});

test('every route is described, and nothing else is', () => {
  const app = createApi({
    db: api.db,
    live: new LiveHub(),
    version: 'x',
    now: () => new Date(),
    signingKey: 'x',
    publicUrl: null,
    directory: null,
    backups: null,
    authenticate: async () => null,
  });
  const routes = app.routes
    .filter((r) => r.method !== 'ALL' && r.path !== '/api/openapi.json')
    .map((r) => `${r.method.toLowerCase()} ${r.path.replace(/:(\w+)/g, '{$1}')}`);
  expect([...new Set(routes)].sort()).toEqual(DESCRIBED.map((d) => `${d.method} ${d.path}`).sort());
});

test('the document holds the schema of an edit, entity by entity', () => {
  const text = JSON.stringify(openApiDocument('x'));
  for (const word of ['"openapi":"3.1.0"', 'assetTypeId', 'openingDay', 'zeroChainage'])
    expect(text).toContain(word);
});
