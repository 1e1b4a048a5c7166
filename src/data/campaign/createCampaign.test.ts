import { beforeEach, expect, test, vi } from 'vitest';
import * as http from '../net/http.ts';
import { NewCampaign } from './createCampaign.ts';

vi.mock('../net/http.ts', { spy: true });

const WANTED = {
  name: 'Bầu cử\u0000 2026 \ud83d',
  occasion: 'Bầu cử đại biểu Quốc hội khóa XVI',
  openingDay: '2026-03-15',
  lastDay: null,
};
type Sent = { ops: { entity: string; fields: Record<string, unknown> }[] };
let sent: Sent[] = [];

beforeEach(() => {
  sent = [];
  vi.mocked(http.postJson).mockImplementation(async (_path, body) => {
    sent.push(body as Sent);
    return { number: 2 } as never;
  });
});

test('a name with what no database holds is cleaned, as in every other edit', async () => {
  await new NewCampaign().create(WANTED);
  expect(sent).toHaveLength(1);
  expect(sent[0]?.ops[0]).toMatchObject({ entity: 'campaign', fields: { name: 'Bầu cử 2026 \ufffd' } });
});

test('tried again after a lost answer it is the same campaign, and not changed where nothing else is wanted', async () => {
  const attempt = new NewCampaign();
  vi.mocked(http.postJson).mockImplementationOnce(async () => {
    throw new http.NoAnswer('lost');
  });
  await expect(attempt.create(WANTED)).rejects.toThrow(http.NoAnswer);
  await attempt.create(WANTED);
  expect(sent).toHaveLength(1);
  await attempt.create({ ...WANTED, name: 'Tên khác' });
  expect(sent.at(-1)?.ops).toMatchObject([{ kind: 'set', fields: { name: 'Tên khác' } }]);
});
