/** Short ways to roads, placements and whole plans for tests. */

import { type AssetType, assetType } from './model/entities/assetType.ts';
import { type Campaign, campaign } from './model/entities/campaign.ts';
import type { Occasion } from './model/entities/occasion.ts';
import type { Placement } from './model/entities/placement.ts';
import type { Report } from './model/entities/report.ts';
import type { Road } from './model/entities/road.ts';
import type { Slogan } from './model/entities/slogan.ts';
import {
  type AnyRow,
  ENTITIES,
  type Entity,
  type Id,
  type LngLatPair,
  type RowOf,
  type Tables,
} from './model/rows.ts';
import { actsOfStep, idFor } from './progress/meantBy.ts';
import type { Stage } from './progress/stage.ts';
import { type MeasuredRoad, measureRoad } from './road/measuredRoad.ts';
import { daysOf } from './schedule/occasions.ts';
import type { CellContext, TableWords } from './table/columns/column.ts';

export const RULE = {
  spacing: 25,
  startOffset: 0,
  sides: 'both',
  staggered: false,
  edgeOffset: 1,
  except: [],
  skips: [],
  moves: {},
} as const;

/** A gently bending road that runs north from Đồng Tâm, `km` long, a vertex every `step` metres. */
export function bendingLine(km: number, step = 100): LngLatPair[] {
  const vertices = Math.round((km * 1000) / step);
  return Array.from({ length: vertices + 1 }, (_, i): LngLatPair => {
    const along = (i * step) / 110_700;
    return [105.776 + 0.004 * Math.sin(along * 60), 21.886 + along];
  });
}

export function aRoad(change: Partial<Road> = {}): Road {
  return {
    id: '01DEM0C0H0A0000000000R0001',
    version: 1,
    code: 'QL.3',
    name: 'Quốc lộ 3',
    class: 'national',
    line: bendingLine(25),
    gaps: [],
    zeroChainage: 0,
    calibration: [],
    halfWidth: 6,
    source: '',
    hidden: false,
    ...change,
  };
}

export function measured(change: Partial<Road> = {}): MeasuredRoad {
  const result = measureRoad(aRoad(change));
  if (!result.ok) throw new Error(result.reason.code);
  return result.value;
}

/** Ids for tests, all different: `idOf('P', 3)`. */
export function idOf(letter: string, n: number): Id {
  return `01TEST0C0H0A00000000${letter}${String(n).padStart(5, '0')}`;
}

/** Names new rows, each once: `const newId = idsOf('N')`. */
export function idsOf(letter: string): () => Id {
  let n = 0;
  return () => idOf(letter, ++n);
}

export function aReport(change: Partial<Report> = {}): Report {
  return {
    id: idOf('R', 1),
    version: 1,
    placementId: idOf('P', 1),
    kind: 'installed',
    spots: null,
    quantity: null,
    day: '2020-10-20',
    who: 'Tổ cờ',
    note: '',
    corrects: null,
    ...change,
  };
}

/** The reports by which a placement is so far. */
export function toldOf(stage: Stage, placementId: Id = idOf('P', 1)): Report[] {
  return actsOfStep([], stage).flatMap((act, i) =>
    'tell' in act
      ? [
          aReport({
            id: idFor(0, i, `${placementId} ${stage}`),
            placementId,
            kind: act.tell,
            day: '2020-10-10',
          }),
        ]
      : [],
  );
}

/** What a task says beside its placement, its item and its part when it is done. */
export const DONE_TASK = {
  standing: 'done',
  day: '2020-10-20',
  who: 'Tổ 1',
  quantity: null,
  note: '',
  assignedUnitId: null,
  assignedTo: '',
  due: null,
} as const;

export function aCampaign(change: Partial<Campaign> = {}): Campaign {
  return {
    id: idOf('C', 1),
    version: 1,
    ...campaign.blank,
    name: 'Chào mừng Đại hội',
    place: 'Chợ Mới',
    ...change,
  };
}

/** The congress that the test campaign is for. */
export function anOccasion(change: Partial<Occasion> = {}): Occasion {
  return {
    id: idOf('Q', 1),
    version: 1,
    kind: 'congress',
    level: 'province',
    name: 'Đại hội đại biểu Đảng bộ tỉnh Bắc Kạn lần thứ XII',
    body: 'Đảng bộ tỉnh Bắc Kạn',
    number: 'XII',
    years: '2020 - 2025',
    firstDay: '2020-10-26',
    openingDay: '2020-10-27',
    lastDay: '2020-10-28',
    ...change,
  };
}

export function aType(change: Partial<AssetType> = {}): AssetType {
  return {
    id: idOf('A', 1),
    version: 1,
    ...assetType.blank,
    code: 'flag',
    name: { vi: 'Cờ', en: 'Flag' },
    unitName: { vi: 'cờ', en: 'flags' },
    price: 90_000,
    ...change,
  };
}

/** A stretch of flags on the test road, well planned: every rule passes it by. */
export function aPlacement(change: Partial<Placement> = {}): Placement {
  return {
    id: idOf('P', 1),
    version: 1,
    assetTypeId: idOf('A', 1),
    unitId: idOf('V', 1),
    sloganId: null,
    state: 'draft',
    note: '',
    installBy: { milestone: 'opening', days: -3 },
    removeBy: { milestone: 'closing', days: 5 },
    roadId: aRoad().id,
    coordinate: null,
    from: 1000,
    to: 2000,
    side: null,
    rule: RULE,
    pointQuantity: 0,
    phase: '',
    sponsor: null,
    approvedQuantity: null,
    support: 'unknown',
    ...change,
  };
}

export function aSlogan(change: Partial<Slogan> = {}): Slogan {
  return {
    id: idOf('S', 1),
    version: 1,
    text: 'Việt Nam muôn năm!',
    typeIds: [],
    priority: 0,
    approved: true,
    approvalDocument: '',
    approvalDay: null,
    ...change,
  };
}

export function aPoint(change: Partial<Placement> = {}): Placement {
  return aPlacement({ to: null, side: 'right', rule: null, pointQuantity: 1, ...change });
}

/** The tables of a small plan: the test campaign, road, unit and type, with rows put in or instead. */
export function aPlan(rows: { readonly [E in Entity]?: readonly RowOf[E][] } = {}): Tables {
  const unit = {
    id: idOf('V', 1),
    version: 1,
    code: '',
    name: 'Thị trấn Đồng Tâm',
    kind: 'xã',
    centre: null,
    parentId: null,
    boundary: null,
    contact: '',
    phone: '',
  } as const;
  const usual = {
    campaign: [aCampaign()],
    occasion: [anOccasion()],
    road: [aRoad()],
    unit: [unit],
    assetType: [aType()],
  };
  const all: Partial<Record<Entity, readonly AnyRow[]>> = { ...usual, ...rows };
  return Object.fromEntries(
    ENTITIES.map((entity) => [entity, new Map((all[entity] ?? []).map((row) => [row.id, row]))]),
  ) as unknown as Tables;
}

/** What stands in cells of the table, in Vietnamese. */
export const TABLE_WORDS: TableWords = {
  language: 'vi',
  offRoad: 'Ngoài tuyến',
  byBoundary: 'Theo địa giới',
  sides: { left: 'Trái', right: 'Phải', both: 'Hai bên', median: 'Giữa', staggered: 'So le' },
  states: {
    draft: 'Nháp',
    submitted: 'Đã trình',
    'sent-back': 'Trả lại',
    approved: 'Đã duyệt',
    'in-production': 'Đang làm',
    ready: 'Sẵn sàng lắp',
    installing: 'Đang lắp',
    'taking-down': 'Đang tháo',
    installed: 'Đã lắp',
    damaged: 'Hư hỏng',
    inspected: 'Đã nghiệm thu',
    removed: 'Đã tháo',
  },
  supports: {
    unknown: 'Chưa rõ',
    'own-pole': 'Cột riêng',
    'lamp-post': 'Cột đèn chiếu sáng',
    'power-pole': 'Cột điện',
    'signal-post': 'Cột tín hiệu giao thông',
    tree: 'Cây xanh',
    wall: 'Tường',
    frame: 'Khung',
  },
};

/** What cells of the table are read with: two types, a slogan, the test road and the days of the congress. */
export function aCellContext(): CellContext {
  const road = measured();
  return {
    tables: aPlan({
      assetType: [
        aType({ name: { vi: 'Cờ Tổ quốc cắm cột', en: 'National flag' } }),
        aType({ id: idOf('A', 2), name: { vi: 'Pa nô', en: '' }, layout: 'point' }),
      ],
      slogan: [aSlogan()],
    }),
    days: daysOf(anOccasion()),
    measured: (id) => (id === aRoad().id ? road : null),
  };
}
