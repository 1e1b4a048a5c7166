import { beforeEach, expect, test, vi } from 'vitest';
import * as http from './http.ts';
import { openSession, signIn, signOut, useSession } from './session.ts';

vi.mock('./http.ts', { spy: true });

const stored = new Map<string, string>();

const HOA = { user: { id: 'hoa', name: 'Hoa', userName: 'hoa' }, memberships: [] };
const MAI = { user: { id: 'mai', name: 'Mai', userName: 'mai' }, memberships: [] };
const ENTRY = { setUp: false, demoAccounts: [] };

/** An answer that comes when the test says so. */
function later<T>() {
  let give: (value: T) => void = () => {};
  let fail: (error: Error) => void = () => {};
  const promise = new Promise<T>((done, failed) => {
    give = done;
    fail = failed;
  });
  return { promise, give, fail };
}

let who: unknown = HOA;
let told = later<unknown>();
const asked: string[] = [];

beforeEach(() => {
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
    removeItem: (key: string) => stored.delete(key),
  });
  vi.stubGlobal(
    'BroadcastChannel',
    class {
      postMessage() {}
    },
  );
  stored.clear();
  asked.length = 0;
  who = HOA;
  told = later();
  vi.mocked(http.getJson).mockImplementation(async (path) => {
    asked.push(path);
    if (path === '/api/session' && who === null)
      throw new http.Refusal(401, { error: { code: 'denied.signed-out' } });
    return (path === '/api/session' ? who : path === '/api/campaigns' ? { campaigns: [] } : ENTRY) as never;
  });
  vi.mocked(http.postJson).mockImplementation(async (path) => {
    asked.push(path);
    if (path === '/api/auth/sign-out') await told.promise;
    return {} as never;
  });
});

const person = () => {
  const now = useSession.getState();
  return now.status === 'signed-in' ? now.who.user.id : now.status;
};

test('a sign-out that is still being told does not put out the person who signs in meanwhile', async () => {
  await openSession();
  const leaving = signOut();
  // The page asks by itself, every few seconds, while nobody is here.
  const polling = [openSession(), openSession()];
  who = MAI;
  const coming = signIn('mai', 'x');
  told.fail(new http.NoAnswer('the line broke'));
  await Promise.all([leaving, coming, ...polling]);
  expect(person()).toBe('mai');
  expect(asked.filter((path) => path === '/api/auth/sign-out')).toHaveLength(1);
  expect(stored.get('cohoa.sign-out-not-told')).toBeUndefined();
  // The sign-in waits for the answer that takes the cookie away.
  expect(asked.indexOf('/api/auth/sign-in/username')).toBeGreaterThan(asked.indexOf('/api/auth/sign-out'));
});

test('an answer about who was here before says nothing of who is here now', async () => {
  const slow = later<unknown>();
  vi.mocked(http.getJson).mockImplementationOnce(() => slow.promise as never);
  const asking = openSession();
  who = MAI;
  await signIn('mai', 'x');
  slow.give(HOA);
  await asking;
  expect(person()).toBe('mai');
});

test('an answer that comes while one leaves does not bring them back', async () => {
  await openSession();
  const slow = later<unknown>();
  vi.mocked(http.getJson).mockImplementationOnce(() => slow.promise as never);
  const asking = openSession();
  const leaving = signOut();
  slow.give(HOA);
  await asking;
  told.give({});
  await leaving;
  expect(person()).toBe('signed-out');
  expect(stored.get('cohoa.session')).toBeUndefined();
});

test('leaving is by choice; a session that has ended is not', async () => {
  await openSession();
  told.give({});
  await signOut();
  expect(useSession.getState()).toMatchObject({ status: 'signed-out', byChoice: true, left: false });
  who = HOA;
  await openSession();
  who = null;
  await openSession();
  expect(useSession.getState()).toMatchObject({ status: 'signed-out', byChoice: false });
});
