/** The demonstration campaign: Chợ Mới before the provincial congress of October 2020. Made by rule, the same every time. */
import { DEFAULT_CATALOGUE } from '../../src/domain/catalogue/defaultCatalogue.ts';
import type { CreateOp, Edit } from '../../src/domain/edit/edit.ts';
import { gapsOf, quantityOf } from '../../src/domain/layout/layOut.ts';
import type {
  AssetType,
  Entity,
  FieldsOf,
  Id,
  LngLatPair,
  PlacementState,
  RoadClass,
  Sides,
  StretchRule,
} from '../../src/domain/model/rows.ts';
import { type MeasuredRoad, measureRoad } from '../../src/domain/road/measuredRoad.ts';
import { addDays } from '../../src/domain/schedule/days.ts';
import { COMMUNES, DT256, DT259, QL3, STREET_CENTRE, STREET_COMMITTEE, STREET_MARKET } from './geometry.ts';
import { SLOGANS } from './slogans.ts';

/** What the demonstration's store holds, by type. */
const IN_STOCK: Readonly<Record<string, number>> = {
  'flag-national': 3400,
  'vertical-flag': 220,
  bunting: 140,
  pano: 4,
  'slogan-board': 2,
  gate: 1,
  poster: 120,
  screen: 1,
};
const CATALOGUE = DEFAULT_CATALOGUE.map((type) => ({ ...type, inStock: IN_STOCK[type.code] ?? 0 }));

const OPENING = '2020-10-27';
/** Where the story begins: twelve days before the opening. */
const DEMO_TODAY = addDays(OPENING, -12);

/** Ids of the demonstration are fixed, so that links and prints of it stay true: a kind's letter and a number. */
function demoId(kind: string, n: number): Id {
  return `01DEM0C0H0A0000000000${kind}${String(n).padStart(4, '0')}`;
}

export const DEMO_CAMPAIGN = demoId('C', 1);
export const unitId = (n: number): Id => demoId('V', n);

class Builder {
  readonly ops: CreateOp[] = [];
  readonly #counts = new Map<string, number>();

  add<E extends Entity>(entity: E, letter: string, fields: FieldsOf<E>): Id {
    const n = (this.#counts.get(letter) ?? 0) + 1;
    this.#counts.set(letter, n);
    const id = letter === 'C' ? DEMO_CAMPAIGN : demoId(letter, n);
    this.ops.push({ kind: 'create', entity, id, fields } as CreateOp);
    return id;
  }
}

interface DemoRoad {
  readonly id: Id;
  readonly measured: MeasuredRoad;
  readonly features: FieldsOf<'roadFeature'>[];
}

/** The edit that brings the whole campaign into an empty database. */
export function demoEdit(key: Id, replica: Id): Edit {
  const b = new Builder();
  addCampaign(b);
  COMMUNES.map(([code, name, centre]) => b.add('unit', 'V', { code, name, kind: 'commune', centre }));
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
    tileUrl: '',
    tileAttribution: '',
    mapNotice: 'Tuyến đường trong dữ liệu mẫu vẽ phỏng theo sơ đồ, không phải đường đo thực.',
    demoToday: DEMO_TODAY,
  });
  b.add('milestone', 'M', { name: 'Duyệt kế hoạch trang trí', day: null, offsetDays: -21 });
  b.add('milestone', 'M', { name: 'Hoàn thành lắp đặt', day: null, offsetDays: -3 });
  b.add('milestone', 'M', { name: 'Phiên trù bị', day: '2020-10-26', offsetDays: null });
  b.add('milestone', 'M', { name: 'Tháo dỡ xong', day: null, offsetDays: 6 });
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

type Roads = Record<'ql3' | 'dt256' | 'dt259' | 'centre' | 'market' | 'committee', DemoRoad>;

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

const FIELD_STATES: ReadonlySet<PlacementState> = new Set(['installed', 'inspected']);
const PREPARED_STATES: ReadonlySet<PlacementState> = new Set(['ready', ...FIELD_STATES]);

/** Writes the plan: stretches and points in different states, and the tasks that such states imply. */
class Plan {
  readonly #b: Builder;
  readonly #types: ReadonlyMap<string, Id>;
  readonly #slogans: readonly Id[];
  #turn = 0;

  constructor(b: Builder, types: ReadonlyMap<string, Id>, slogans: readonly Id[]) {
    this.#b = b;
    this.#types = types;
    this.#slogans = slogans;
  }

  lay(roads: Roads): void {
    const { ql3, dt256, dt259, centre, market, committee } = roads;
    // QL.3 from south to north: what is done lies in the south, what is drafted in the north.
    const unitsAlongQl3 = [14, 1, 10, 10, 8, 8, 7, 7, 5, 5];
    const states: PlacementState[] = [
      'inspected',
      'installed',
      'installed',
      'ready',
      'in-production',
      'approved',
      'submitted',
      'submitted',
      'draft',
      'draft',
    ];
    states.forEach((state, i) => {
      const from = 134_400 + i * 3_700;
      const unit = unitsAlongQl3[i] as number;
      this.#stretch(ql3, 'flag-national', from, from + 3_100, unit, state, { spacing: 40 });
      if (i % 2 === 0)
        this.#stretch(ql3, 'vertical-flag', from + 3_150, from + 3_600, unit, state, { spacing: 50 });
    });
    for (let i = 0; i < 5; i++) {
      const from = 300 + i * 4_300;
      const state = (['installed', 'ready', 'approved', 'submitted', 'sent-back'] as const)[
        i
      ] as PlacementState;
      this.#stretch(dt256, 'flag-national', from, from + 2_600, [1, 12, 13, 13, 11][i] as number, state, {
        spacing: 50,
        staggered: i === 2,
      });
    }
    for (let i = 0; i < 4; i++) {
      const from = 400 + i * 3_900;
      const state = (['installed', 'approved', 'in-production', 'draft'] as const)[i] as PlacementState;
      this.#stretch(dt259, 'flag-national', from, from + 2_400, [1, 6, 6, 4][i] as number, state, {
        spacing: 50,
      });
    }
    for (const [road, state] of [
      [centre, 'installed'],
      [market, 'ready'],
      [committee, 'installed'],
    ] as const) {
      const { minChainage: from, maxChainage: to } = road.measured;
      this.#stretch(road, 'flag-national', from, to, 1, state, { spacing: 20 });
      this.#stretch(road, 'bunting', from, to, 1, state, { spacing: 40, sides: 'right' });
    }
    this.#points(roads);
  }

  #points({ ql3, dt256, dt259, centre, market, committee }: Roads): void {
    this.#point(ql3, 'gate', 134_150, 'median', 14, 'installed', 1);
    this.#point(ql3, 'gate', 143_900, 'median', 1, 'ready', 1);
    this.#point(ql3, 'gate', 168_200, 'median', 5, 'submitted', 1);
    const panoUnits = [14, 14, 1, 10, 10, 8, 8, 7, 7, 5, 5, 5];
    for (let i = 0; i < 12; i++) {
      const state = (
        ['inspected', 'installed', 'ready', 'in-production', 'approved', 'approved'] as PlacementState[]
      )[Math.min(5, Math.floor(i / 2))] as PlacementState;
      this.#point(
        ql3,
        'pano',
        135_100 + i * 2_850,
        i % 2 === 0 ? 'right' : 'left',
        panoUnits[i] as number,
        state,
        1,
      );
    }
    for (let i = 0; i < 14; i++)
      this.#point(
        ql3,
        'banner-vertical',
        142_300 + i * 160,
        i % 2 === 0 ? 'left' : 'right',
        1,
        i < 6 ? 'installed' : 'in-production',
        2,
      );
    for (let i = 0; i < 8; i++)
      this.#point(
        dt256,
        'slogan-board',
        900 + i * 2_500,
        'right',
        [1, 12, 12, 13, 13, 13, 11, 11][i] as number,
        i < 3 ? 'ready' : 'approved',
        1,
      );
    for (let i = 0; i < 6; i++)
      this.#point(
        dt259,
        'banner-vertical',
        1_200 + i * 2_300,
        'left',
        [1, 6, 6, 4, 4, 4][i] as number,
        i < 2 ? 'installed' : 'draft',
        1,
      );
    const communes = [14, 1, 10, 8, 7, 5, 6, 3, 12, 13, 11];
    communes.forEach((unit, i) => {
      const centreOf = (COMMUNES[unit - 1] as (typeof COMMUNES)[number])[2];
      this.#offRoad(
        'loudspeaker',
        [centreOf[0] + 0.002, centreOf[1] - 0.0014],
        unit,
        i < 7 ? 'inspected' : 'ready',
      );
    });
    for (const [road, at] of [
      [centre, 240],
      [centre, 620],
      [market, 180],
      [committee, 300],
    ] as const)
      this.#point(road, 'poster', at, 'right', 1, 'installed', 12);
    this.#point(committee, 'screen', 120, 'right', 1, 'inspected', 1);
    this.#point(centre, 'screen', 860, 'left', 1, 'ready', 1);
  }

  #typeFields(code: string): FieldsOf<'assetType'> {
    return CATALOGUE.find((t) => t.code === code) as FieldsOf<'assetType'>;
  }

  #stretch(
    road: DemoRoad,
    code: string,
    from: number,
    to: number,
    unit: number,
    state: PlacementState,
    with_: { spacing: number; staggered?: boolean; sides?: Sides },
  ): void {
    const end = Math.min(to, Math.floor(road.measured.maxChainage));
    const rule: StretchRule = {
      spacing: with_.spacing,
      startOffset: 0,
      sides: with_.sides ?? 'both',
      staggered: with_.staggered ?? false,
      edgeOffset: 1,
      except: ['bridge', 'junction'],
      skips: [],
      moves: {},
    };
    const quantity = quantityOf({ from, to: end, rule }, gapsOf(rule, road.features));
    this.#add(code, unit, state, quantity, { roadId: road.id, from, to: end, rule });
  }

  #point(
    road: DemoRoad,
    code: string,
    at: number,
    side: 'left' | 'right' | 'median',
    unit: number,
    state: PlacementState,
    pieces: number,
  ): void {
    const from = Math.min(at, Math.floor(road.measured.maxChainage));
    this.#add(code, unit, state, pieces, { roadId: road.id, from, side, pointQuantity: pieces });
  }

  #offRoad(code: string, coordinate: LngLatPair, unit: number, state: PlacementState): void {
    this.#add(code, unit, state, 1, { coordinate, pointQuantity: 1 });
  }

  #add(
    code: string,
    unit: number,
    state: PlacementState,
    quantity: number,
    where: Partial<FieldsOf<'placement'>>,
  ): void {
    const type = this.#typeFields(code);
    const approved = [0, 1, 2, 4, 5, 6];
    const slogan = this.#slogans[approved[this.#turn++ % approved.length] as number] as Id;
    const id = this.#b.add('placement', 'P', {
      assetTypeId: this.#types.get(code) as Id,
      unitId: unitId(unit),
      sloganId: type.carriesText ? slogan : null,
      state,
      note: state === 'sent-back' ? 'Để cách mép đường thêm 1 m, tránh hành lang lưới điện.' : '',
      installBy: { milestone: 'opening', days: -3 },
      removeBy: { milestone: 'closing', days: 5 },
      roadId: null,
      coordinate: null,
      from: null,
      to: null,
      side: null,
      rule: null,
      pointQuantity: 0,
      ...where,
    });
    this.#doneTasks(id, type, unit, state, quantity);
  }

  #doneTasks(
    placementId: Id,
    type: Pick<AssetType, 'checklist'>,
    unit: number,
    state: PlacementState,
    quantity: number,
  ): void {
    const unitName = (COMMUNES[unit - 1] as (typeof COMMUNES)[number])[1];
    for (const item of type.checklist) {
      if (!isDone(item.id, state)) continue;
      const due = item.due.milestone === 'opening' ? addDays(OPENING, item.due.days) : OPENING;
      const doneDay = addDays(due < DEMO_TODAY ? due : DEMO_TODAY, -1);
      this.#b.add('task', 'T', {
        placementId,
        itemId: item.id,
        doneDay,
        doneBy: unitName,
        quantity: item.counts ? quantity : null,
        note: '',
      });
    }
  }
}

function isDone(itemId: string, state: PlacementState): boolean {
  if (['draft', 'submitted', 'sent-back'].includes(state)) return false;
  if (itemId === 'survey') return true;
  if (['proof', 'power'].includes(itemId)) return state !== 'approved';
  if (['issue', 'print', 'test', 'schedule'].includes(itemId)) return PREPARED_STATES.has(state);
  if (itemId === 'install') return FIELD_STATES.has(state);
  return itemId === 'inspect' && state === 'inspected';
}
