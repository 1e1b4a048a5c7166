import { expect, test } from 'vitest';
import { idOf } from '../testing.ts';
import { freeUserName, pastedPeople } from './pastedPeople.ts';

const known = {
  roles: [
    ['Lãnh đạo', 'leader'],
    ['Cán bộ xã', 'unit-officer'],
    ['Viewer', 'viewer'],
  ],
  units: [
    { id: idOf('V', 1), name: 'Xã Nông Hạ' },
    { id: idOf('V', 2), name: 'Thị trấn Đồng Tâm' },
    { id: idOf('V', 3), name: 'Thôn 1' },
    { id: idOf('V', 4), name: 'Thôn 1' },
    { id: idOf('V', 5), name: 'Thôn Nông Hạ' },
  ],
  userNames: new Set(['lanhdao', 'hathimai']),
} as const;
const read = (text: string) => pastedPeople(text, known);

test('a sheet with headings is read; names of units without their kind and without marks are found', () => {
  expect(
    read(
      'Họ và tên\tTên đăng nhập\tVai trò\tĐơn vị\nĐỗ Thị Lan\tlan.do\tlãnh đạo\nMa Thị Hiên\t\tCán bộ xã\tdong tam\n',
    ),
  ).toMatchObject([
    { line: 2, name: 'Đỗ Thị Lan', userName: 'lan.do', role: 'leader', unitId: null, problems: [] },
    { line: 3, userName: 'mathihien', role: 'unit-officer', unitId: idOf('V', 2), problems: [] },
  ]);
});

test('columns are found by their headings, and a number of the list is none of them', () => {
  const lan = { name: 'Đỗ Thị Lan', userName: 'dothilan', role: 'leader', problems: [] };
  expect(read('TT\tVai trò\tHọ và tên\tSĐT\n1\tLãnh đạo\tĐỗ Thị Lan\t0912')).toMatchObject([lan]);
  expect(read('1\tĐỗ Thị Lan\t\tLãnh đạo')).toMatchObject([lan]);
});

test.each([
  [';lan;Lãnh đạo', ['no-name']],
  ['Lan;có dấu;Lãnh đạo', ['user-name']],
  ['Lan;LANHDAO;Lãnh đạo', ['taken']],
  ['Lan;lan;Vua', ['role']],
  // A word that may stand over a column makes no heading of a person.
  ['Lan;xa;Vua', ['role']],
  ['Lan;lan;Cán bộ xã', ['needs-unit']],
  ['Lan;lan;Cán bộ xã;Xã Ma', ['unit']],
  ['Lan;lan;Cán bộ xã;Thôn 1', ['several-units']],
  ['Lan;lan;Cán bộ xã;nong ha', ['several-units']],
  ['Lan;lan;Cán bộ xã;xa nong ha', []],
  ['Lan;.lan;Lãnh đạo', ['user-name']],
  ['Lan;lan;Lãnh đạo;Xã Ma', []],
] as const)('«%s»: %j', (line, problems) => {
  expect(read(line).map((p) => p.problems)).toEqual([problems]);
});

test('two of one user name in a sheet are told at the second', () => {
  expect(read('Lan;lan;Lãnh đạo\nLan;lan;Viewer').map((p) => p.problems)).toEqual([[], ['twice']]);
  // Made of the names, they differ.
  expect(read('Lan Anh;;Lãnh đạo\nLan Anh;;Viewer').map((p) => p.userName)).toEqual(['lananh', 'lananh2']);
});

test('a user name is made of a name, free and not longer than one may be', () => {
  expect(freeUserName('Hà Thị Mai', known.userNames)).toBe('hathimai2');
  expect(freeUserName('Đ', new Set())).toBe('');
  expect(freeUserName('Công Tằng Tôn Nữ Thị Thanh Huyền Trân', new Set()).length).toBeLessThanOrEqual(30);
});
