/** The demonstration campaign: Chợ Mới before the provincial congress of October 2020. Made by rule, the same every time. */
import type { Edit } from '../../src/domain/edit/edit.ts';
import type { DressingItem } from '../../src/domain/model/entities/dressingSet.ts';
import type { RoadClass } from '../../src/domain/model/entities/road.ts';
import type { Area, FieldsOf, Id, LngLatPair } from '../../src/domain/model/rows.ts';
import { measureRoad, placeAt } from '../../src/domain/road/measuredRoad.ts';
import { boundaryOf } from './boundaries.ts';
import {
  Builder,
  CATALOGUE,
  DEMO_CAMPAIGN,
  DEMO_TODAY,
  type DemoRoad,
  demoId,
  OPENING,
  type Roads,
} from './builder.ts';
import { COMMUNES, DT256, DT259, QL3, STREET_CENTRE, STREET_COMMITTEE, STREET_MARKET } from './geometry.ts';
import { Plan } from './plan.ts';
import { SLOGANS } from './slogans.ts';

/** The edit that brings the whole campaign into an empty database. */
export function demoEdit(key: Id, replica: Id): Edit {
  const b = new Builder();
  addCampaign(b);
  COMMUNES.map(([code, name, centre]) =>
    b.add('unit', 'V', { code, name, kind: 'commune', centre, parentId: null, boundary: boundaryOf(centre) }),
  );
  const types = new Map(CATALOGUE.map((fields) => [fields.code, b.add('assetType', 'A', fields)]));
  const slogans = SLOGANS.map((fields) => b.add('slogan', 'S', fields));
  const roads = {
    ql3: addRoad(b, 'QL.3', 'Quốc lộ 3', 'national', QL3, 134_000),
    dt256: addRoad(b, 'ĐT.256', 'Đường tỉnh 256', 'provincial', DT256, 0),
    dt259: addRoad(b, 'ĐT.259', 'Đường tỉnh 259', 'provincial', DT259, 0),
    centre: addRoad(b, 'Đ.TT', 'Đường trung tâm thị trấn', 'street', STREET_CENTRE, 0),
    market: addRoad(b, 'Đ.CHỢ', 'Đường chợ', 'street', STREET_MARKET, 0),
    committee: addRoad(b, 'Đ.HU', 'Đường vào Huyện ủy', 'street', STREET_COMMITTEE, 0),
  };
  addFeatures(b, roads);
  new Plan(b, types, slogans).lay(roads);
  addAreas(b, roads.ql3);
  addSets(b, types, slogans);
  addAcceptances(b);
  return {
    key,
    replica,
    campaignId: DEMO_CAMPAIGN,
    note: { code: 'demo.loaded' },
    ops: b.ops as Edit['ops'],
  };
}

function addCampaign(b: Builder): void {
  b.add('campaign', 'C', {
    name: 'Chào mừng Đại hội Đảng bộ tỉnh lần thứ XII',
    theme: 'Nâng cao năng lực lãnh đạo … phát triển nhanh, bền vững',
    term: '2020 - 2025',
    congressName: 'Đại hội đại biểu Đảng bộ tỉnh Bắc Kạn lần thứ XII',
    organisingBody: 'Trung tâm VH-TT&TT',
    parentBody: 'UBND huyện Chợ Mới',
    bodyKind: 'state',
    place: 'Chợ Mới',
    openingDay: OPENING,
    closingDay: '2020-10-28',
    timeZone: 'Asia/Ho_Chi_Minh',
    baseMaps: [],
    mapNotice: 'Tuyến đường trong dữ liệu mẫu vẽ phỏng theo sơ đồ, không phải đường đo thực.',
    demoToday: DEMO_TODAY,
    budget: 520_000_000,
    ruleSettings: {},
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
  const temple = placeAt(ql3.measured, 164_960);
  if (!temple.ok) throw new Error(temple.reason.code);
  const { lng, lat } = temple.value;
  b.add('noGoArea', 'N', {
    kind: 'relic',
    name: 'Đền Thác Giềng',
    area: box(lng + 0.00002, lat - 0.0006, lng + 0.0012, lat + 0.0006),
  });
  b.add('noGoArea', 'N', {
    kind: 'power-grid',
    name: 'Đường dây 110 kV',
    area: box(105.8, 22.0745, 105.86, 22.0752),
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

/** The first loudspeaker's place among the placements. */
const LOUDSPEAKER = 74;

/** A finding that somebody answers for, so that one sees how that looks. */
function addAcceptances(b: Builder): void {
  const placementId = demoId('P', LOUDSPEAKER);
  b.add('acceptance', 'K', {
    finding: `off-road:${placementId}`,
    rule: 'off-road',
    placementId,
    reason: 'Cụm loa đặt tại nhà văn hóa xã, xa đường là đúng.',
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

function addRoad(
  b: Builder,
  code: string,
  name: string,
  roadClass: RoadClass,
  line: readonly LngLatPair[],
  zeroChainage: number,
): DemoRoad {
  const halfWidth = { national: 6, provincial: 4.5, district: 3.5, street: 4, other: 3 }[roadClass];
  const fields = {
    code,
    name,
    class: roadClass,
    line,
    gaps: [],
    zeroChainage,
    calibration: [],
    halfWidth,
    source: 'Dữ liệu mẫu, vẽ phỏng theo sơ đồ',
  };
  const measured = measureRoad(fields);
  if (!measured.ok) throw new Error(`demo road ${code}: ${measured.reason.code}`);
  return { id: b.add('road', 'R', fields), measured: measured.value, features: [] };
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
  add(roads.ql3, 'bridge', 'Cầu Suối Cảo', 148_080, 148_300);
  add(roads.ql3, 'bridge', 'Cầu Nà Mố', 156_410, 156_520);
  add(roads.ql3, 'junction', 'Ngã ba ĐT.256', 143_650);
  add(roads.ql3, 'junction', 'Ngã ba ĐT.259', 143_180);
  add(roads.ql3, 'signal', 'Đèn tín hiệu thị trấn', 143_400);
  add(roads.dt256, 'bridge', 'Cầu Khuổi Lót', 6_240, 6_300);
  add(roads.dt259, 'bridge', 'Cầu Thanh Mai', 5_120, 5_180);
}
