/** The demonstration campaign: Chợ Mới before the provincial congress of October 2020. Made by rule, the same every time. */
import type { CreateOp, Edit } from '../../../src/domain/edit/edit.ts';
import type { DressingItem } from '../../../src/domain/model/entities/dressingSet.ts';
import type { Unit } from '../../../src/domain/model/entities/unit.ts';
import type { Area, FieldsOf, Id } from '../../../src/domain/model/rows.ts';
import { placeAt } from '../../../src/domain/road/measuredRoad.ts';
import { Builder, CATALOGUE, DEMO_CAMPAIGN, DEMO_TODAY, type DemoRoad, OPENING } from '../builder.ts';
import { Laying } from '../laying.ts';
import { addRoad, junctionOf } from '../roads.ts';
import { outlineOf } from './outlines.ts';
import { COMMUNES, PLACES } from './places.ts';
import { layPlan, type Roads } from './plan.ts';
import {
  DT256,
  DT259,
  QL3,
  QL3_CALIBRATION,
  QL3_ZERO,
  RIVER,
  STREET_CENTRE,
  STREET_COMMITTEE,
  STREET_MARKET,
  TO_QUANG_CHU,
  TO_TAN_SON,
  TO_THANH_VAN,
  TO_YEN_CU,
} from './roads.ts';
import { SLOGANS } from './slogans.ts';

/** What makes the whole campaign as it is today; how it came to be so is told by `historyOf`. */
export function demoOps(): readonly CreateOp[] {
  const b = new Builder('A');
  addCampaign(b);
  const units = new Map<Id, Unit>();
  for (const { code, name, kind, centre } of COMMUNES) {
    const fields = {
      code,
      name,
      kind,
      centre,
      parentId: null,
      // Of nobody: a sample dials no one.
      contact: 'Công chức văn hóa - xã hội',
      phone: `0209 000 ${code.slice(-3)}`,
      boundary: outlineOf(code),
    };
    const id = b.add('unit', 'V', fields);
    units.set(id, { id, version: 1, ...fields });
  }
  for (const fields of PLACES) b.add('place', 'Q', fields);
  b.add('waterway', 'W', { name: 'Sông Cầu', line: RIVER });
  const types = new Map(
    CATALOGUE.map((fields) => [fields.code, { id: b.add('assetType', 'A', fields), fields }]),
  );
  const slogans = SLOGANS.map((fields) => ({ id: b.add('slogan', 'S', fields), fields }));
  const approved = slogans.filter((s) => s.fields.approved).map((s) => s.id);
  const unapproved = slogans.find((s) => !s.fields.approved)?.id ?? '';
  const roads = addRoads(b);
  addFeatures(b, roads);
  const laying = new Laying(b, { units, types, slogans: approved, opening: OPENING, today: DEMO_TODAY });
  const { onTheHill } = layPlan(laying, roads, unapproved);
  addAreas(b, roads.ql3);
  addSets(b, new Map([...types].map(([code, { id }]) => [code, id])), approved);
  addAcceptances(b, onTheHill);
  return b.ops;
}

/** The same as one edit. */
export function demoEdit(key: Id, replica: Id): Edit {
  return {
    key,
    replica,
    campaignId: DEMO_CAMPAIGN,
    note: { code: 'demo.loaded' },
    ops: demoOps() as Edit['ops'],
  };
}

function addRoads(b: Builder): Roads {
  return {
    ql3: addRoad(b, 'QL.3', 'Quốc lộ 3', 'national', QL3, QL3_ZERO, QL3_CALIBRATION),
    dt256: addRoad(b, 'ĐT.256', 'Đường tỉnh 256', 'provincial', DT256),
    dt259: addRoad(b, 'ĐT.259', 'Đường tỉnh 259', 'provincial', DT259),
    toTanSon: addRoad(b, 'Cao Kỳ – Tân Sơn', 'Đường Cao Kỳ – Tân Sơn', 'district', TO_TAN_SON),
    toYenCu: addRoad(b, 'Yên Hân – Yên Cư', 'Đường Yên Hân – Yên Cư', 'district', TO_YEN_CU),
    toThanhVan: addRoad(b, 'Thanh Mai – Thanh Vận', 'Đường Thanh Mai – Thanh Vận', 'district', TO_THANH_VAN),
    toQuangChu: addRoad(b, 'Đồng Tâm – Quảng Chu', 'Đường Đồng Tâm – Quảng Chu', 'district', TO_QUANG_CHU),
    centre: addRoad(b, 'Đ.TT', 'Đường trung tâm thị trấn', 'street', STREET_CENTRE),
    market: addRoad(b, 'Đ.CHỢ', 'Đường chợ', 'street', STREET_MARKET),
    committee: addRoad(b, 'Đ.HU', 'Đường vào Huyện ủy', 'street', STREET_COMMITTEE),
  };
}

function addCampaign(b: Builder): void {
  b.add('campaign', 'C', {
    name: 'Chào mừng Đại hội Đảng bộ tỉnh lần thứ XII',
    theme: 'Nâng cao năng lực lãnh đạo … phát triển nhanh, bền vững',
    organisingBody: 'Trung tâm VH-TT&TT',
    parentBody: 'UBND huyện Chợ Mới',
    bodyKind: 'state',
    place: 'Chợ Mới',
    mainOccasionId: null,
    timeZone: 'Asia/Ho_Chi_Minh',
    baseMaps: [],
    mapNotice: 'Dữ liệu mẫu: địa giới, tuyến đường, sông vẽ phỏng theo sơ đồ, không phải số liệu đo.',
    demoToday: DEMO_TODAY,
    budget: 520_000_000,
    ruleSettings: {},
  });
  b.add('occasion', 'N', {
    kind: 'congress',
    level: 'province',
    name: 'Đại hội đại biểu Đảng bộ tỉnh Bắc Kạn lần thứ XII',
    body: 'Đảng bộ tỉnh Bắc Kạn',
    number: 'XII',
    years: '2020 - 2025',
    firstDay: '2020-10-26',
    openingDay: OPENING,
    lastDay: '2020-10-28',
  });
  b.add('milestone', 'M', { name: 'Duyệt kế hoạch trang trí', day: null, offsetDays: -21 });
  b.add('milestone', 'M', { name: 'Hoàn thành lắp đặt', day: null, offsetDays: -3 });
  b.add('milestone', 'M', { name: 'Phiên trù bị', day: '2020-10-26', offsetDays: null });
  b.add('milestone', 'M', { name: 'Tháo dỡ xong', day: null, offsetDays: 6 });
}

/** Ground on which nothing may stand: a temple by the road, and a power line that crosses it. */
function addAreas(b: Builder, ql3: DemoRoad): void {
  const box = (west: number, south: number, east: number, north: number): Area => [
    [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  ];
  const temple = placeAt(ql3.measured, 141_520);
  if (!temple.ok) throw new Error(temple.reason.code);
  const { lng, lat } = temple.value;
  b.add('noGoArea', 'N', {
    kind: 'relic',
    name: 'Di tích Km 141+5',
    area: box(lng + 0.00002, lat - 0.0003, lng + 0.0009, lat + 0.0003),
  });
  b.add('noGoArea', 'N', {
    kind: 'power-grid',
    name: 'Đường dây 110 kV',
    area: box(105.812, 22.0298, 105.846, 22.0305),
  });
}

const RULE_25 = {
  spacing: 25,
  startOffset: 0,
  sides: 'both',
  staggered: false,
  edgeOffset: 1,
  except: ['bridge', 'junction', 'signal', 'level-crossing'],
  skips: [],
  moves: {},
} as const;

/** A finding that somebody answers for, so that one sees how that looks. */
function addAcceptances(b: Builder, placementId: Id): void {
  b.add('acceptance', 'K', {
    finding: `off-road:${placementId}`,
    rule: 'off-road',
    placementId,
    reason: 'Cụm loa đặt trên đồi để phủ hai thôn xa đường là đúng.',
    acceptedBy: 'Vũ Hoài',
    day: DEMO_TODAY,
  });
}

function addSets(b: Builder, types: ReadonlyMap<string, Id>, slogans: readonly Id[]): void {
  const stretch = (code: string, spacing: number, startOffset = 0): DressingItem => ({
    assetTypeId: types.get(code) as Id,
    sloganId: null,
    rule: { ...RULE_25, spacing, startOffset },
    anchor: 'start',
    offset: 0,
    side: 'right',
    pointQuantity: 0,
  });
  const point = (
    code: string,
    anchor: DressingItem['anchor'],
    offset: number,
    side: DressingItem['side'],
    slogan: number,
  ): DressingItem => ({
    assetTypeId: types.get(code) as Id,
    sloganId: slogans[slogan] as Id,
    rule: null,
    anchor,
    offset,
    side,
    pointQuantity: 1,
  });
  b.add('dressingSet', 'D', {
    name: 'Trục chính thị trấn',
    items: [
      stretch('flag-national', 25),
      stretch('vertical-flag', 100, 12),
      point('pano', 'start', 60, 'right', 0),
      point('pano', 'end', 60, 'left', 1),
      point('banner-vertical', 'share', 0.35, 'left', 4),
      point('banner-vertical', 'share', 0.65, 'right', 5),
    ],
  });
  b.add('dressingSet', 'D', {
    name: 'Cửa ngõ huyện',
    items: [
      point('gate', 'start', 0, 'median', 0),
      point('pano', 'start', 120, 'right', 1),
      stretch('vertical-flag', 50),
    ],
  });
  b.add('dressingSet', 'D', {
    name: 'Trụ sở xã',
    items: [stretch('flag-national', 10), point('slogan-board', 'share', 0.5, 'right', 2)],
  });
}

function addFeatures(b: Builder, roads: Roads): void {
  const add = (
    road: DemoRoad,
    kind: FieldsOf<'roadFeature'>['kind'],
    name: string,
    from: number,
    to = from,
  ) => {
    const fields = { roadId: road.id, kind, name, from, to };
    road.features.push(fields);
    b.add('roadFeature', 'F', fields);
  };
  // Generic names: only what a source names has one of its own.
  add(roads.ql3, 'bridge', 'Cầu Km 131+2', 131_080, 131_300);
  add(roads.ql3, 'bridge', 'Cầu Km 139+4', 139_410, 139_520);
  add(roads.ql3, 'junction', 'Ngã ba ĐT.256', junctionOf(roads.ql3, DT256));
  add(roads.ql3, 'junction', 'Ngã ba ĐT.259', junctionOf(roads.ql3, DT259));
  add(roads.ql3, 'junction', 'Ngã ba đi Tân Sơn', junctionOf(roads.ql3, TO_TAN_SON));
  add(roads.ql3, 'junction', 'Ngã ba đi Quảng Chu', junctionOf(roads.ql3, TO_QUANG_CHU));
  add(roads.ql3, 'signal', 'Đèn tín hiệu thị trấn', junctionOf(roads.ql3, STREET_COMMITTEE));
  for (const { chainage } of QL3_CALIBRATION)
    add(roads.ql3, 'km-post', `Cột Km ${chainage / 1000}`, chainage);
  add(roads.dt256, 'bridge', 'Cầu Km 6+2', 6_240, 6_300);
  add(roads.dt259, 'bridge', 'Cầu Km 5+1', 5_120, 5_180);
}
