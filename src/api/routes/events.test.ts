/** The stream of news: what it says, and that nothing of it stays behind when it is over. */
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { type Ask, CAMPAIGN_FIELDS, posting, TestApi, UNIT_FIELDS } from '../../../mocks/testApi.ts';
import type { Op } from '../../domain/edit/edit.ts';
import type { Id } from '../../domain/model/rows.ts';
import { newId } from '../contract/newId.ts';
import { setMembership } from '../members.ts';

let api: TestApi;
let campaign: Id;
let planner: Ask;
const USER = 'planner-all';

beforeAll(async () => {
  api = await TestApi.open();
  campaign = await api.campaign();
  planner = await api.asRole('planner', campaign);
});
afterEach(() => expect(api.hub.watching(USER), 'streams left behind').toBe(0));

const unit = (): Op => ({ kind: 'create', entity: 'unit', id: newId(), fields: UNIT_FIELDS });
const numberNow = async () => (await planner(`/campaigns/${campaign}/changes?since=0`)).json.number as number;

function open(method = 'GET'): Response | Promise<Response> {
  return api.fetch(
    new Request(`http://test/api/campaigns/${campaign}/events`, {
      method,
      headers: { 'x-test-user': USER },
    }),
  );
}

async function reading() {
  const response = await open();
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const heard = async () => new TextDecoder().decode((await reader.read()).value);
  return { reader, heard };
}

test('it says hello and the newest number at once, then each that follows', async () => {
  const before = await numberNow();
  const { reader, heard } = await reading();
  expect(await heard()).toMatch(new RegExp(`^event: hello\\n.*\\n\\ndata: ${before}\\n\\n$`, 's'));
  await planner(...posting(campaign, [unit()]));
  expect(await heard()).toBe(`data: ${before + 1}\n\n`);
  await reader.cancel();
});

test('who reads slowly is told the newest number, not all that went before', async () => {
  const { reader, heard } = await reading();
  await heard();
  for (let i = 0; i < 6; i++) await planner(...posting(campaign, [unit()]));
  const newest = await numberNow();
  let said = await heard();
  for (let reads = 1; !said.includes(`data: ${newest}\n`); reads++) {
    expect(reads).toBeLessThan(4);
    said = await heard();
  }
  await reader.cancel();
});

test('who asks for the headers alone leaves nothing behind', async () => {
  const response = await open('HEAD');
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('text/event-stream');
});

test('it ends when the role is taken away, also in the moment in which it was being opened', async () => {
  const { reader } = await reading();
  await api.db.execute(`delete from member where user_id = '${USER}'`);
  api.hub.hearPerson(USER);
  await vi.waitFor(() => expect(api.hub.watching(USER)).toBe(0));
  await reader.cancel();
  await setMembership(api.db, newId(), USER, { campaignId: campaign, role: 'planner', unitId: null });
  const watch = api.hub.watch.bind(api.hub);
  // Nobody hears of what is taken away before anybody listens.
  vi.spyOn(api.hub, 'watch').mockImplementationOnce((userId, changed) => {
    void api.db.execute(`delete from member where user_id = '${USER}'`).then(() => {});
    return watch(userId, changed);
  });
  await open();
  await vi.waitFor(() => expect(api.hub.watching(USER)).toBe(0));
  await setMembership(api.db, newId(), USER, { campaignId: campaign, role: 'planner', unitId: null });
});

test('an edit is not written with rights that were taken away while its body came', async () => {
  const [path, edit] = posting(campaign, [unit()]);
  const before = await numberNow();
  let finish: () => void = () => {};
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      finish = () => {
        controller.enqueue(new TextEncoder().encode(JSON.stringify(edit)));
        controller.close();
      };
    },
  });
  const answer = api.fetch(
    new Request(`http://test/api${path}`, {
      method: 'POST',
      headers: { 'x-test-user': USER, 'content-type': 'application/json' },
      body,
      duplex: 'half',
    } as RequestInit),
  );
  await new Promise((later) => setTimeout(later, 50));
  await api.db.execute(`delete from member where user_id = '${USER}'`);
  api.hub.hearPerson(USER);
  finish();
  expect((await answer).status).toBe(403);
  await setMembership(api.db, newId(), USER, { campaignId: campaign, role: 'planner', unitId: null });
  expect(await numberNow()).toBe(before);
});

test('a campaign that is created twice at once under one key is created once, and both hear so', async () => {
  const admin = await api.as('root', { campaignId: null, role: 'admin', unitId: null });
  const id = newId();
  const [path, edit] = posting(id, [{ kind: 'create', entity: 'campaign', id, fields: CAMPAIGN_FIELDS }]);
  const answers = await Promise.all([admin(path, edit), admin(path, edit)]);
  expect(answers.map((a) => [a.status, a.json.number])).toEqual([
    [200, 1],
    [200, 1],
  ]);
});
