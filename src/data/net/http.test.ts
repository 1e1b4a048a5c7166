import { gunzipSync } from 'node:zlib';
import { afterEach, expect, test, vi } from 'vitest';
import { getJson, NoAnswer, PageOutdated, postJson, Refusal, ServerFailed } from './http.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function answers(status: number, body: string, headers: Record<string, string> = {}): void {
  vi.stubGlobal('fetch', async () => new Response(body, { status, headers }));
}

test('a refusal has its code, figures and field', async () => {
  answers(
    422,
    JSON.stringify({ error: { code: 'row.still-used', params: { by: 'placement' }, field: 'ops.0' } }),
  );
  const error = await getJson('/api/x').catch((e: unknown) => e);
  expect(error).toBeInstanceOf(Refusal);
  expect(error).toMatchObject({ code: 'row.still-used', params: { by: 'placement' }, field: 'ops.0' });
});

test('a server that failed on the request is told from one that cannot be reached', async () => {
  answers(500, JSON.stringify({ error: { code: 'server.failed' } }));
  await expect(getJson('/api/x')).rejects.toBeInstanceOf(ServerFailed);
  answers(503, JSON.stringify({ error: { code: 'server.database' } }));
  await expect(getJson('/api/x')).rejects.toBeInstanceOf(NoAnswer);
  answers(502, '<html>Bad gateway</html>');
  await expect(getJson('/api/x')).rejects.toBeInstanceOf(NoAnswer);
  vi.stubGlobal('fetch', async () => {
    throw new TypeError('Failed to fetch');
  });
  await expect(getJson('/api/x')).rejects.toBeInstanceOf(NoAnswer);
});

test('a gateway that refuses the size of a request is a refusal, not silence', async () => {
  answers(413, '<html>too large</html>');
  await expect(postJson('/api/x', {})).rejects.toMatchObject({ status: 413, code: 'request.too-large' });
});

test('a page where an answer should be is no answer', async () => {
  answers(200, '<html>Sign in to this network</html>');
  await expect(getJson('/api/x')).rejects.toBeInstanceOf(NoAnswer);
});

test('a later protocol asks for a reload, whatever else the answer says', async () => {
  answers(200, '{}', { 'x-cohoa-protocol': '99' });
  await expect(getJson('/api/x')).rejects.toBeInstanceOf(PageOutdated);
  answers(200, '{"a":1}', { 'x-cohoa-protocol': '1' });
  expect(await getJson('/api/x')).toEqual({ a: 1 });
});

test('what is large goes compressed; what is small as it is', async () => {
  const sent: RequestInit[] = [];
  vi.stubGlobal('fetch', async (_path: string, init: RequestInit) => {
    sent.push(init);
    return new Response('{}');
  });
  await postJson('/api/x', { name: 'nhỏ' });
  await postJson('/api/x', { line: Array(20_000).fill(105.77) });
  expect(sent[0]?.body).toBe('{"name":"nhỏ"}');
  expect(new Headers(sent[1]?.headers).get('content-encoding')).toBe('gzip');
  const bytes = sent[1]?.body as Uint8Array;
  expect(JSON.parse(gunzipSync(bytes).toString()).line).toHaveLength(20_000);
  expect(bytes.length).toBeLessThan(5000);
});

test('a download is given up when nothing comes for half a minute, not when it takes long', async () => {
  vi.useFakeTimers();
  const line: { push?: ReadableStreamDefaultController<Uint8Array> } = {};
  vi.stubGlobal('fetch', async (_path: string, init: RequestInit) => {
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        line.push = controller;
        init.signal?.addEventListener('abort', () => controller.error(new Error('silent')));
      },
    });
    return new Response(body);
  });
  const moved: number[] = [];
  const slow = getJson('/api/x', ({ done }) => moved.push(done));
  const part = new TextEncoder().encode(' '.repeat(1000));
  for (let i = 0; i < 20; i++) {
    await vi.advanceTimersByTimeAsync(25_000);
    line.push?.enqueue(part);
    await vi.advanceTimersByTimeAsync(0);
  }
  line.push?.enqueue(new TextEncoder().encode('{"ok":1}'));
  line.push?.close();
  expect(await slow).toEqual({ ok: 1 });
  expect(moved.at(-1)).toBe(20_008);
  const dead = getJson('/api/x').catch((e: unknown) => e);
  await vi.advanceTimersByTimeAsync(31_000);
  expect(await dead).toBeInstanceOf(NoAnswer);
});
