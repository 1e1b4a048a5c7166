/** What goes wrong in a worker reaches the page as an answer: it would wait for ever otherwise. */
import { afterEach, expect, test, vi } from 'vitest';

const gone = { name: 'duong.geojson', arrayBuffer: () => Promise.reject(new Error('NotReadableError')) };
const endless = { name: 'duong.geojson', arrayBuffer: async () => new TextEncoder().encode('['.repeat(1e7)) };

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
  vi.restoreAllMocks();
});

async function told(worker: string, data: unknown): Promise<unknown> {
  const scope: { onmessage?: (event: { data: unknown }) => void } = {};
  const post = vi.fn();
  vi.stubGlobal('self', scope);
  vi.stubGlobal('postMessage', post);
  vi.spyOn(console, 'error').mockImplementation(() => {});
  await import(worker);
  scope.onmessage?.({ data });
  await vi.waitFor(() => expect(post).toHaveBeenCalled());
  return post.mock.calls[0]?.[0];
}

test.each([gone, endless])('a road file that cannot be read is answered in words', async (file) => {
  const answer = (await told('../roads/importWorker.ts', { kind: 'read', file, ground: null })) as {
    kind: string;
    reason: object;
  };
  expect(answer.kind).toBe('failed');
  expect(answer.reason).toMatchObject({ code: expect.stringMatching(/^file\./) });
});

test.each([gone, endless])('so is a file of the ground, or of placements', async (file) => {
  for (const as of ['ground', 'rows']) {
    vi.resetModules();
    expect(await told('./contentWorker.ts', { kind: 'read', file, ground: null, as })).toMatchObject({
      kind: 'failed',
      reason: { code: expect.stringMatching(/^file\./) },
    });
  }
});
