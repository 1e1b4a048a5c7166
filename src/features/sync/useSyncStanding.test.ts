import { describe, expect, test } from 'vitest';
import { standingFrom } from './useSyncStanding.ts';

const nothing = {
  connection: 'online' as const,
  outbox: [],
  inMemory: 0,
  notYetStored: 0,
  elsewhere: [],
};
const waiting = { state: 'waiting' as const };

describe('how this device stands with the server', () => {
  test.each(['offline', 'unreachable'] as const)(
    '%s: what is only being stored is not counted as kept',
    (connection) => {
      const known = { ...nothing, connection, outbox: [waiting], notYetStored: 1 };
      expect(standingFrom(known)).toMatchObject({ standing: connection, waiting: 1 });
      expect(standingFrom({ ...known, outbox: [waiting, waiting], notYetStored: 0 }).waiting).toBe(2);
    },
  );

  test('what is only being stored is not saved', () => {
    expect(standingFrom({ ...nothing, notYetStored: 1 })).toMatchObject({ standing: 'sending', waiting: 1 });
    expect(standingFrom(nothing)).toMatchObject({ standing: 'saved', waiting: 0 });
  });

  test('what is to be decided, what could not be stored and a closed door are said before what waits', () => {
    const outbox = [waiting, { state: 'attention' as const }, { state: 'held' as const }];
    expect(standingFrom({ ...nothing, outbox })).toMatchObject({
      standing: 'attention',
      waiting: 1,
      attention: 1,
    });
    expect(standingFrom({ ...nothing, outbox, inMemory: 1 }).standing).toBe('storeFailed');
    expect(standingFrom({ ...nothing, outbox, inMemory: 1, connection: 'forbidden' }).standing).toBe(
      'forbidden',
    );
  });

  test('work of other campaigns is said where this one has nothing to say', () => {
    const elsewhere = [{ count: 2 }, { count: 3 }];
    expect(standingFrom({ ...nothing, elsewhere })).toMatchObject({ standing: 'elsewhere', elsewhere: 5 });
    expect(standingFrom({ ...nothing, elsewhere, outbox: [waiting] }).standing).toBe('sending');
  });
});
