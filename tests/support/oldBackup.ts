/** A backup as the version wrote it whose database stood at 0003, made by hand. */
import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { hashPassword } from 'better-auth/crypto';

export const OLD_USER = 'cu';
export const OLD_PASSWORD = 'mat-khau-cu';
const id = (n: number) => `01HZZZZZZZZZZZZZZZZZZZZZ${String(n).padStart(2, '0')}`;
export const OLD_UNIT = id(2);

/** A lower unit before its upper one, a road, and an approved kilometre of flags: 82 of them. */
export async function writeOldBackup(file: string): Promise<void> {
  const at = '2020-10-01T00:00:00+00:00';
  const campaignId = id(1);
  const own = (n: number) => ({ id: id(n), campaign_id: campaignId, version: 1 });
  const rule = {
    spacing: 25,
    startOffset: 0,
    sides: 'both',
    staggered: false,
    edgeOffset: 1,
    except: [],
    skips: [],
    moves: {},
  };
  const rows: [string, object][] = [
    [
      'campaign',
      {
        id: campaignId,
        version: 1,
        change_number: 1,
        name: 'Đợt cũ',
        theme: '',
        term: '2020 - 2025',
        congress_name: 'Đại hội',
        organising_body: '',
        parent_body: '',
        body_kind: 'state',
        place: 'Chợ Mới',
        opening_day: '2020-10-27',
        closing_day: '2020-10-28',
        time_zone: 'Asia/Ho_Chi_Minh',
        map_notice: '',
        demo_today: null,
        budget: 0,
        rule_settings: {},
        base_maps: [],
      },
    ],
    // The lower unit comes before the one that it belongs to.
    [
      'unit',
      { ...own(3), code: '', name: 'Thôn', kind: 'commune', centre: null, parent_id: id(2), boundary: null },
    ],
    [
      'unit',
      { ...own(2), code: '', name: 'Xã', kind: 'commune', centre: null, parent_id: null, boundary: null },
    ],
    [
      'road',
      {
        ...own(4),
        code: 'QL.3',
        name: 'Quốc lộ 3',
        class: 'national',
        line: [
          [105.77, 21.8],
          [105.77, 22],
        ],
        gaps: [],
        zero_chainage: 0,
        calibration: [],
        half_width: 6,
        source: '',
      },
    ],
    [
      'asset_type',
      {
        ...own(5),
        code: 'flag',
        name: 'Cờ',
        name_en: 'Flag',
        shape: 'flag',
        unit_name: 'cờ',
        unit_name_en: 'flags',
        size: '',
        layout: 'stretch',
        default_spacing: 25,
        default_sides: 'both',
        price: 90000,
        in_stock: 0,
        carries_text: false,
        checklist: [],
        colour: 'red',
        glyph: '',
        ordered: 0,
        mount: 'pole',
        emblem: 'none',
        width_cm: null,
        height_cm: null,
        life_days: null,
        rules_off: [],
      },
    ],
    [
      'placement',
      {
        ...own(6),
        asset_type_id: id(5),
        unit_id: id(2),
        slogan_id: null,
        state: 'approved',
        note: '',
        install_by: null,
        remove_by: null,
        road_id: id(4),
        coordinate: null,
        from: 1000,
        to: 2000,
        side: null,
        rule,
        point_quantity: 0,
        phase: '',
        sponsor: null,
      },
    ],
    [
      'change',
      {
        campaign_id: campaignId,
        number: 1,
        edit_key: id(7),
        replica: id(8),
        at,
        by_user: 'u1',
        by_name: 'Người cũ',
        note: { code: 'test' },
      },
    ],
    [
      'user',
      {
        id: 'u1',
        name: 'Người cũ',
        email: 'cu@accounts.invalid',
        emailVerified: false,
        createdAt: at,
        updatedAt: at,
        username: 'cu',
        displayUsername: 'cu',
      },
    ],
    [
      'account',
      {
        id: 'a1',
        accountId: 'u1',
        providerId: 'credential',
        userId: 'u1',
        password: await hashPassword(OLD_PASSWORD),
        createdAt: at,
        updatedAt: at,
      },
    ],
    ['member', { id: id(9), user_id: 'u1', campaign_id: null, role: 'admin', unit_id: null }],
  ];
  const header = { format: 'cohoa-backup-1', version: '0001_campaigns 0002_workbench 0003_base_maps' };
  const lines = [header, ...rows.map(([table, row]) => ({ table, row })), { end: rows.length }];
  writeFileSync(file, gzipSync(`${lines.map((line) => JSON.stringify(line)).join('\n')}\n`));
}
