import { expect, test } from 'vitest';
import { classOf } from './roadClass.ts';

test.each([
  ['national', 'QL.3', 'quốc lộ 3', 'primary', 'CT.07'],
  ['provincial', 'ĐT.256', 'Đường tỉnh 256', 'secondary', 'TL 8'],
  ['district', 'ĐH.05', 'Đường huyện 5', 'tertiary'],
  ['commune', 'ĐX.99', 'Đường xã Nông Hạ', 'đường liên xã', 'Đường liên thôn'],
  ['street', 'residential', 'Phố Cũ'],
  ['other', '', 'Đường vào chợ', 'X.1'],
])('%s, by how it is called', (roadClass, ...texts) => {
  for (const text of texts) expect([text, classOf(text)]).toEqual([text, roadClass]);
});

test('the first text that says something decides', () => {
  expect([classOf('', 'ĐT.256'), classOf('trunk', 'ĐT.256')]).toEqual(['provincial', 'national']);
});
