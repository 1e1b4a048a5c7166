import { describe, expect, test } from 'vitest';
import { TestApi } from '../../../mocks/testApi.ts';
import { ApiError } from '../errors.ts';
import { apiErrorOf, loggable } from './sqlErrors.ts';

const sqlError = (code: string, more: object = {}) =>
  Object.assign(new Error('invalid byte sequence'), { code, ...more });
const wrapped = (cause: unknown) => new Error('Failed query: insert … params: bí mật', { cause });

describe('an error of the database is a refusal', () => {
  test.each([
    ['22021', 422, 'row.not-storable'],
    ['22P05', 422, 'row.not-storable'],
    ['22003', 422, 'row.not-storable'],
    ['23502', 422, 'row.not-storable'],
    ['23514', 422, 'row.not-storable'],
    ['23503', 422, 'row.refers-to-nothing'],
    ['23505', 409, 'row.exists'],
    ['55P03', 503, 'server.busy'],
    ['57014', 503, 'server.busy'],
    ['40P01', 503, 'server.busy'],
    ['57P01', 503, 'server.database'],
    ['57P03', 503, 'server.database'],
    ['08006', 503, 'server.database'],
    ['53100', 503, 'server.database'],
    ['53300', 503, 'server.database'],
    ['25006', 503, 'server.database'],
    ['ECONNRESET', 503, 'server.database'],
    ['ECONNREFUSED', 503, 'server.database'],
  ])('%s: %d %s', (code, status, word) => {
    expect(apiErrorOf(wrapped(wrapped(sqlError(code))))).toMatchObject({ status, code: word });
  });

  test.each([
    'Connection terminated unexpectedly',
    'Connection terminated due to connection timeout',
    'timeout exceeded when trying to connect',
    'Client has encountered a connection error and is not queryable',
    'Cannot use a pool after calling end on the pool',
  ])('%s', (message) => {
    expect(apiErrorOf(wrapped(new Error(message)))).toMatchObject({ status: 503, code: 'server.database' });
  });

  test('which column or key is named where it is known', () => {
    expect(apiErrorOf(sqlError('23502', { column: 'note' }))?.answer().error.field).toBe('note');
    expect(apiErrorOf(sqlError('23505', { constraint: 'change_edit_key_key' }))).toMatchObject({
      status: 409,
      code: 'edit.key-taken',
    });
  });

  test('what is no such error stays one of the server', () => {
    for (const error of [new Error('x'), sqlError('42703'), sqlError('EPERM'), 'x', undefined])
      expect(apiErrorOf(error)).toBeNull();
    const circle = new Error('x');
    circle.cause = circle;
    expect(apiErrorOf(circle)).toBeNull();
  });
});

test('the log says code and constraint, and never what people wrote', () => {
  const error = wrapped(sqlError('23505', { constraint: 'acceptance_pkey', detail: 'Key (id)=(bí mật)' }));
  expect(loggable(error)).toBe('database: 23505 acceptance_pkey');
  expect(loggable(new ApiError(409, 'row.exists', { cause: error }))).toBe('database: 23505 acceptance_pkey');
  expect(loggable(wrapped(new TypeError('x is no function')))).toMatch(/^TypeError: x is no function\n/);
  expect(loggable('odd')).toBe('odd');
});

test('the real database’s errors are told apart', async () => {
  const { db } = await TestApi.open();
  const said = async (statement: string) =>
    db.execute(statement).then(
      () => null,
      (error: unknown) => apiErrorOf(error)?.code,
    );
  expect(await said(`insert into unit values ('x', 'none', 1, '', '', 'xã')`)).toBe('row.refers-to-nothing');
  expect(await said(`insert into campaign (id) values ('x')`)).toBe('row.not-storable');
  expect(await said(`select '\\u0000'::jsonb->>0, 1/0`)).toBe('row.not-storable');
  expect(await said('select nothing from nowhere')).toBeUndefined();
});
