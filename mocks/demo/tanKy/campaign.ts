/**
 * The second demonstration: a commune of 2026, with hamlets as its units, before the XIV national congress, and with an
 * election to follow. Small, and made by rule.
 */
import type { Edit } from '../../../src/domain/edit/edit.ts';
import type { Unit } from '../../../src/domain/model/entities/unit.ts';
import type { Id } from '../../../src/domain/model/rows.ts';
import { addDays } from '../../../src/domain/schedule/days.ts';
import { Builder, CATALOGUE, type DemoRoad, SECOND_CAMPAIGN } from '../builder.ts';
import { type DemoStage, Laying } from '../laying.ts';
import { addRoad, junctionOf } from '../roads.ts';
import {
  HAMLETS,
  NATIONAL_ROAD,
  NATIONAL_ROAD_END,
  NATIONAL_ROAD_FROM,
  OFFICE,
  ROAD_TO_TAN_SON,
} from './ground.ts';

const OPENING = '2026-01-20';
/** Where its story begins: nine days before the opening. */
export const SECOND_TODAY = addDays(OPENING, -9);

const SLOGANS = [
  'Nhiệt liệt chào mừng Đại hội đại biểu toàn quốc lần thứ XIV của Đảng!',
  'Đảng Cộng sản Việt Nam quang vinh muôn năm!',
  'Cử tri xã Tân Kỳ tích cực tham gia bầu cử đại biểu Quốc hội khóa XVI và đại biểu Hội đồng nhân dân các cấp nhiệm kỳ 2026 - 2031!',
  'Ngày 15/3/2026 – Ngày hội của toàn dân!',
  'Bầu cử là quyền và nghĩa vụ của mỗi công dân!',
  'Nước Cộng hòa xã hội chủ nghĩa Việt Nam muôn năm!',
];
/** Waits for approval. */
const UNAPPROVED = 5;

export function secondDemoEdit(key: Id, replica: Id): Edit {
  const b = new Builder('B');
  addCampaign(b);
  const units = new Map<Id, Unit>();
  for (const { name, boundary, centre } of HAMLETS) {
    const fields = {
      code: '',
      name,
      kind: 'thôn',
      centre,
      parentId: null,
      contact: 'Trưởng thôn',
      phone: '',
      boundary,
    };
    const id = b.add('unit', 'V', fields);
    units.set(id, { id, version: 1, ...fields });
  }
  b.add('place', 'Q', { name: 'UBND xã Tân Kỳ', kind: 'office', coordinate: OFFICE });
  for (const { name, centre } of HAMLETS)
    b.add('place', 'Q', {
      name: `Nhà văn hóa ${name.toLowerCase()}`,
      kind: 'culture-house',
      coordinate: centre,
    });
  const types = new Map(
    CATALOGUE.map((fields) => [fields.code, { id: b.add('assetType', 'A', fields), fields }]),
  );
  const slogans = SLOGANS.map((text, i) =>
    b.add('slogan', 'S', {
      text,
      typeIds: [],
      priority: i + 1,
      approved: i !== UNAPPROVED,
      approvalDocument: i === UNAPPROVED ? '' : 'Danh mục khẩu hiệu (dữ liệu mẫu)',
      approvalDay: i === UNAPPROVED ? null : '2025-12-22',
    }),
  );
  const road = addRoad(b, 'QL.3', 'Quốc lộ 3', 'national', NATIONAL_ROAD, NATIONAL_ROAD_FROM, [
    NATIONAL_ROAD_END,
  ]);
  const toTanSon = addRoad(b, 'Cao Kỳ – Tân Sơn', 'Đường Cao Kỳ – Tân Sơn', 'district', ROAD_TO_TAN_SON);
  b.add('roadFeature', 'F', feature(road, 'Ngã ba đi Tân Sơn', junctionOf(road, ROAD_TO_TAN_SON)));
  const laying = new Laying(b, {
    units,
    types,
    slogans: slogans.filter((_, i) => i !== UNAPPROVED),
    opening: OPENING,
    today: SECOND_TODAY,
  });
  layPlan(laying, road, toTanSon);
  return {
    key,
    replica,
    campaignId: SECOND_CAMPAIGN,
    note: { code: 'demo.loaded' },
    ops: b.ops as Edit['ops'],
  };
}

function addCampaign(b: Builder): void {
  b.add('campaign', 'C', {
    name: 'Chào mừng Đại hội XIV của Đảng và bầu cử 2026',
    theme: '',
    organisingBody: 'Phòng Văn hóa – Xã hội',
    parentBody: 'UBND xã Tân Kỳ',
    bodyKind: 'state',
    place: 'Tân Kỳ',
    mainOccasionId: null,
    timeZone: 'Asia/Ho_Chi_Minh',
    baseMaps: [],
    mapNotice: 'Dữ liệu mẫu: thôn, tuyến đường vẽ phỏng theo sơ đồ, không phải số liệu đo.',
    demoToday: SECOND_TODAY,
    budget: 120_000_000,
    ruleSettings: {},
  });
  b.add('occasion', 'N', {
    kind: 'congress',
    level: 'national',
    name: 'Đại hội đại biểu toàn quốc lần thứ XIV của Đảng',
    body: 'Đảng Cộng sản Việt Nam',
    number: 'XIV',
    years: '2026 - 2031',
    firstDay: '2026-01-19',
    openingDay: OPENING,
    lastDay: '2026-01-23',
  });
  b.add('occasion', 'N', {
    kind: 'election',
    level: 'national',
    name: 'Bầu cử đại biểu Quốc hội khóa XVI và đại biểu Hội đồng nhân dân các cấp nhiệm kỳ 2026 - 2031',
    body: 'Quốc hội và Hội đồng nhân dân các cấp, xã Tân Kỳ',
    number: 'XVI',
    years: '2026 - 2031',
    firstDay: null,
    openingDay: '2026-03-15',
    lastDay: null,
  });
  b.add('milestone', 'M', { name: 'Duyệt kế hoạch trang trí', day: null, offsetDays: -15 });
  b.add('milestone', 'M', { name: 'Hoàn thành lắp đặt', day: null, offsetDays: -3 });
  b.add('milestone', 'M', { name: 'Thay nội dung sang bầu cử', day: '2026-02-01', offsetDays: null });
}

function feature(road: DemoRoad, name: string, at: number) {
  const fields = { roadId: road.id, kind: 'junction', name, from: at, to: at } as const;
  road.features.push(fields);
  return fields;
}

/** Flags through every hamlet that a road serves, a gate and boards at the office, a loudspeaker in each hamlet. */
function layPlan(laying: Laying, road: DemoRoad, toTanSon: DemoRoad): void {
  const states: readonly DemoStage[] = ['installed', 'ready', 'approved', 'submitted', 'in-production'];
  let n = 0;
  for (const way of [road, toTanSon])
    for (const part of laying.partsOf(way)) {
      if (part.to - part.from < 200) continue;
      const state = states[n++ % states.length] as DemoStage;
      laying.stretch(way, 'flag-national', { ...part, from: part.from + 20, to: part.to - 20 }, state, {
        spacing: 50,
        staggered: true,
      });
    }
  const first = laying.partsOf(road)[0];
  if (first === undefined) throw new Error('the road passes through no hamlet');
  laying.point(road, 'gate', first.from + 40, 'median', 'ready', 1);
  laying.point(road, 'pano', first.from + 400, 'right', 'in-production', 1);
  laying.point(toTanSon, 'banner-vertical', toTanSon.measured.minChainage + 300, 'right', 'approved', 2);
  laying.offRoad('flag-party', OFFICE, 'installed', 2);
  laying.offRoad('slogan-board', OFFICE, 'submitted', 1);
  for (const [i, { centre }] of HAMLETS.entries())
    laying.offRoad('loudspeaker', centre, i % 3 === 0 ? 'installed' : 'ready', 1);
}
