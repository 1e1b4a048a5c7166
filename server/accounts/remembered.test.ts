import { expect, test } from 'vitest';
import { RememberedSessions } from './remembered.ts';

const AN = { id: 'an', userName: 'an', name: 'An' };

function memory() {
  const at = { now: 0 };
  const asked: string[] = [];
  const sessions = new RememberedSessions(() => at.now);
  const ask = (user: typeof AN | null) => async () => {
    asked.push(user?.id ?? 'nobody');
    return user;
  };
  return { at, asked, sessions, ask };
}

test('within a second a session is asked for once, after it again', async () => {
  const { at, asked, sessions, ask } = memory();
  for (at.now of [0, 400, 999]) expect(await sessions.userOf('c', ask(AN))).toEqual(AN);
  expect(asked).toEqual(['an']);
  at.now = 1000;
  expect(await sessions.userOf('c', ask(null))).toBeNull();
  expect(await sessions.userOf('c', ask(AN))).toEqual(AN);
  expect(asked).toEqual(['an', 'nobody', 'an']);
});

test('a refusal is never remembered, another cookie is another session', async () => {
  const { asked, sessions, ask } = memory();
  await sessions.userOf('c', ask(null));
  await sessions.userOf('c', ask(null));
  await sessions.userOf('d', ask(AN));
  await sessions.userOf('e', ask(AN));
  expect(asked).toEqual(['nobody', 'nobody', 'an', 'an']);
});

test.each([['an'], [null]])('forgetting %s asks anew; somebody else’s stays known', async (whose) => {
  const { asked, sessions, ask } = memory();
  await sessions.userOf('c', ask(AN));
  await sessions.userOf('d', ask({ ...AN, id: 'binh' }));
  sessions.forget(whose);
  expect(await sessions.userOf('c', ask(null))).toBeNull();
  await sessions.userOf('d', ask({ ...AN, id: 'binh' }));
  expect(asked).toEqual(whose === null ? ['an', 'binh', 'nobody', 'binh'] : ['an', 'binh', 'nobody']);
});

test('what was asked before the rights changed is not remembered after', async () => {
  const { asked, sessions, ask } = memory();
  await sessions.userOf('c', async () => {
    sessions.forget('an');
    return AN;
  });
  await sessions.userOf('c', ask(null));
  expect(asked).toEqual(['nobody']);
});
