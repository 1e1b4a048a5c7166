/** What comes to the door of a real server from somebody who means no good: paths, headers, sign-in. */
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEMO_CAMPAIGN } from '../../mocks/demo/builder.ts';
import { CLIENT_ADDRESS } from '../../server/accounts/clientAddress.ts';
import { newId } from '../../src/api/contract/newId.ts';
import { demoFolder, removeFolder, ServerProcess } from '../support/server.ts';

let folder: string;
let server: ServerProcess;
let planner: string;

beforeAll(async () => {
  folder = await demoFolder();
  server = await ServerProcess.start(folder, {}, []);
  planner = await server.signIn('canbo');
}, 120_000);
afterAll(async () => {
  await server.stop();
  removeFolder(folder);
});

/** A request as it is written, which fetch would tidy up; gives its status and all that came. */
function raw(line: string): Promise<{ status: number; text: string }> {
  return new Promise((done, failed) => {
    const { hostname, port, host } = new URL(server.url);
    const socket = connect(Number(port), hostname, () =>
      socket.write(`${line}\r\nHost: ${host}\r\nCookie: ${planner}\r\nConnection: close\r\n\r\n`),
    );
    let text = '';
    socket.setEncoding('latin1');
    socket.on('data', (chunk) => {
      text += chunk;
    });
    socket.on('error', failed);
    socket.on('close', () => done({ status: Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1] ?? 0), text }));
  });
}

/** Never 2xx with what is not ours to give, never 5xx. */
describe('odd paths', () => {
  const up = (n: number, step: string) => step.repeat(n);
  test.each([
    `/${up(8, '../')}etc/passwd`,
    `/assets/${up(8, '../')}etc/passwd`,
    `/${up(8, '%2e%2e/')}etc/passwd`,
    `/${up(8, '..%2f')}etc/passwd`,
    `/${up(8, '%2e%2e%2f')}etc/passwd`,
    `/${up(8, '..%5c')}etc/passwd`,
    `/${up(8, '..\\')}etc/passwd`,
    `/${up(8, '%252e%252e%252f')}etc/passwd`,
    `/${up(8, '....//')}etc/passwd`,
    '//etc/passwd',
    '/%2fetc%2fpasswd',
    '/assets/%00/../index.html',
    '/..%00/package.json',
    '/../package.json',
    '/%2e%2e/package.json',
    '/../server/main.ts',
    '/.built-from',
    '/.git/config',
    '/%2egit/config',
    '/assets/../.built-from',
    '/assets/..%2f.built-from',
    '/%2ebuilt-from',
    '/%c0%ae%c0%ae/package.json',
    '/%',
    '/%zz',
    '/%ff%fe',
  ])('%s', async (path) => {
    const { status, text } = await raw(`GET ${path} HTTP/1.1`);
    expect([200, 400, 404]).toContain(status);
    expect(text).not.toMatch(/root:.*:0:0|"name": "cohoa"|createHttpHome|\[core\]/);
    // What is answered at all is the page, which finds out by itself that there is nothing of that name.
    if (status === 200) expect(text).toContain('<title>');
    else expect(text).not.toMatch(/\bat .*\.(ts|js):\d+/);
  });

  const campaign = `/api/campaigns/${DEMO_CAMPAIGN}`;
  test.each([
    [`${campaign}/history?row=%00`, 400],
    [`${campaign}/history?entity=constructor`, 400],
    [`${campaign}/history?before=1e400`, 400],
    [`${campaign}/changes?since=-1`, 400],
    [`${campaign}/changes?since=NaN`, 400],
    [`${campaign}/changes`, 400],
    [`${campaign}/snapshot?after=%00`, 400],
    [`${campaign}/snapshot?after=${'x'.repeat(5000)}`, 400],
    ['/api/campaigns/%00/snapshot', 404],
    ["/api/campaigns/'%20or%201=1--/snapshot", 404],
    [`/api/campaigns/${DEMO_CAMPAIGN.toLowerCase()}/snapshot`, 404],
    [`/api/campaigns/${DEMO_CAMPAIGN}%2fsnapshot/../snapshot`, 404],
    [`/api//campaigns/${DEMO_CAMPAIGN}/snapshot`, 404],
    ['/api/auth/../session', 200],
    ['/api/%73ession', 200],
    ['/api/nothing', 404],
    ['/api/auth/sign-in/username', 404],
  ])('%s: %i', async (path, status) => {
    const answer = await raw(`GET ${path} HTTP/1.1`);
    expect([answer.status, answer.text]).toEqual([status, expect.not.stringContaining('node_modules')]);
  });

  // Any other address is the page's own, which shows nothing without the rights that it asks for.
  test.each([`/API/campaigns/${DEMO_CAMPAIGN}/snapshot`, '/Api/session'])('%s is the page', async (path) => {
    const { status, text } = await raw(`GET ${path} HTTP/1.1`);
    expect([status, text]).toEqual([200, expect.stringMatching(/content-type: text\/html/i)]);
  });

  test.each(['PUT', 'PATCH', 'DELETE', 'TRACE'])('%s does nothing', async (method) => {
    const before = await changeNumber();
    for (const path of [`${campaign}/edits`, campaign, '/api/session', '/'])
      expect((await raw(`${method} ${path} HTTP/1.1`)).status, path).toBeGreaterThanOrEqual(400);
    expect(await changeNumber()).toBe(before);
  });
});

async function changeNumber(): Promise<number> {
  const answer = await fetch(`${server.url}/api/campaigns/${DEMO_CAMPAIGN}/changes?since=0`, {
    headers: { cookie: planner },
  });
  return ((await answer.json()) as { number: number }).number;
}

describe('signing in', () => {
  const GOOD = JSON.stringify({ username: 'canbo', password: 'cohoa-demo' });
  const signIn = (headers: Record<string, string>, body: string | URLSearchParams = GOOD) =>
    fetch(`${server.url}/api/auth/sign-in/username`, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    });

  test.each<[string, Record<string, string>, number]>([
    ['another site', { origin: 'https://evil.example' }, 403],
    ['another site that a browser tells of', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a page without an origin', { origin: 'null' }, 403],
    ['a form as text', { 'content-type': 'text/plain' }, 415],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['a form with files', { 'content-type': 'multipart/form-data; boundary=x' }, 415],
  ])('from %s is refused, and gives no cookie', async (_, headers, status) => {
    const answer = await signIn(headers);
    expect(answer.status).toBe(status);
    expect(answer.headers.getSetCookie()).toEqual([]);
  });

  test('goes nowhere that the one who asks names', async () => {
    for (const extra of ['callbackURL', 'redirectTo', 'redirect', 'callback_url']) {
      const body = JSON.stringify({ ...JSON.parse(GOOD), [extra]: 'https://evil.example/' });
      const answer = await signIn({}, body);
      expect(answer.status, extra).toBe(200);
      expect(answer.headers.get('location')).toBeNull();
      expect(await answer.text()).not.toContain('evil.example');
    }
  });

  test('begins a session of its own, whatever one the browser was given before', async () => {
    const given = planner;
    const [own] = (await signIn({ cookie: given })).headers.getSetCookie().map((c) => c.split(';')[0]);
    expect(own).toBeDefined();
    expect(given).not.toContain(own);
    const [name] = given.split('=') as [string];
    for (const made of [`${name}=fixed`, `${name}=fixed.${'A'.repeat(44)}`, `${name}=`]) {
      const session = await fetch(`${server.url}/api/session`, { headers: { cookie: made } });
      expect(session.status, made).toBe(401);
      const cookies = (await signIn({ cookie: made })).headers.getSetCookie().join();
      expect(cookies).not.toContain('fixed');
    }
  });

  test('a session whose signature is not ours is nobody’s', async () => {
    const at = planner.length - 8;
    const other = planner[at] === 'A' ? 'B' : 'A';
    const flipped = planner.slice(0, at) + other + planner.slice(at + 1);
    expect((await fetch(`${server.url}/api/session`, { headers: { cookie: planner } })).status).toBe(200);
    expect((await fetch(`${server.url}/api/session`, { headers: { cookie: flipped } })).status).toBe(401);
  });
});

test('our own header for an address counts for nothing from outside', async () => {
  // Ten wrong guesses that say to come from ten addresses come from one.
  const elsewhere = await demoFolder();
  const strict = await ServerProcess.start(elsewhere, { COHOA_SIGN_INS_PER_MINUTE: '5' });
  const statuses: number[] = [];
  for (let i = 0; i < 10; i++) {
    const from = { [CLIENT_ADDRESS]: `10.0.0.${i}`, 'x-forwarded-for': `10.0.0.${i}` };
    const answer = await fetch(`${strict.url}/api/auth/sign-in/username`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...from },
      body: JSON.stringify({ username: `ai-do-${i}`, password: 'doan-mo-vay-thoi' }),
    });
    statuses.push(answer.status);
  }
  expect(statuses.slice(-3)).toEqual([429, 429, 429]);
  await strict.stop();
  removeFolder(elsewhere);
});

test('no page of ours stands in another’s frame, nor is taken for what it is not', async () => {
  for (const path of ['/', '/api/session', '/no-such-page']) {
    const { headers } = await fetch(`${server.url}${path}`, { headers: { cookie: planner } });
    expect(headers.get('x-frame-options'), path).toBe('DENY');
    expect(headers.get('x-content-type-options'), path).toBe('nosniff');
  }
});

test('an id that is an attack is no id', async () => {
  for (const id of [
    "'; drop table campaign; --",
    '../../x',
    '<img src=x>',
    `${newId()}\u0000`,
    'x'.repeat(1e5),
  ])
    expect(
      (await server.create(planner, 'milestone', { name: 'Mốc', day: null, offsetDays: 0 }, id)).status,
    ).toBe(400);
});
