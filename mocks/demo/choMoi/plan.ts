/** The plan of Chợ Mới, twelve days before the opening: some communes have finished, one is stuck, the rest are between. */
import type { Id } from '../../../src/domain/model/rows.ts';
import { addDays } from '../../../src/domain/schedule/days.ts';
import { DEMO_TODAY, type DemoRoad } from '../builder.ts';
import type { DemoStage, Laying, Part } from '../laying.ts';
import { COMMUNES } from './places.ts';

export type Roads = Record<
  | 'ql3'
  | 'dt256'
  | 'dt259'
  | 'toTanSon'
  | 'toYenCu'
  | 'toThanhVan'
  | 'toQuangChu'
  | 'centre'
  | 'market'
  | 'committee',
  DemoRoad
>;

interface Progress {
  /** Of the flags nearer to the beginning of a road, of those farther on, of everything else. */
  readonly near: DemoStage;
  readonly far: DemoStage;
  readonly points: DemoStage;
  /** Why it does not go on. */
  readonly note?: string;
}

const STUCK = 'Vướng hành lang lưới điện: điện lực hẹn trả lời sau 18/10, chưa cắm cột được.';

/** By the code of the commune. Quảng Chu and Thanh Vận are early, Cao Kỳ is stuck, and nobody is idle. */
const PROGRESS: Readonly<Record<string, Progress>> = {
  '02086': { near: 'installed', far: 'installed', points: 'installed' },
  '02089': { near: 'installed', far: 'ready', points: 'ready' },
  '02092': { near: 'inspected', far: 'inspected', points: 'inspected' },
  '02095': { near: 'approved', far: 'draft', points: 'approved' },
  '02098': { near: 'in-production', far: 'in-production', points: 'approved' },
  '02101': { near: 'installed', far: 'ready', points: 'in-production' },
  '02104': { near: 'sent-back', far: 'approved', points: 'approved', note: STUCK },
  '02107': { near: 'ready', far: 'in-production', points: 'ready' },
  '02110': { near: 'ready', far: 'in-production', points: 'in-production' },
  '02113': { near: 'installed', far: 'ready', points: 'installed' },
  '02116': { near: 'submitted', far: 'submitted', points: 'submitted' },
  '02122': { near: 'ready', far: 'ready', points: 'in-production' },
  '02125': { near: 'in-production', far: 'approved', points: 'approved' },
  '02131': { near: 'inspected', far: 'inspected', points: 'inspected' },
};

function progressOf({ unit }: Pick<Part, 'unit'>): Progress {
  const progress = PROGRESS[unit.code];
  if (progress === undefined) throw new Error(`no progress of ${unit.code}`);
  return progress;
}

/** Metres that flags keep from the border of their commune. */
const MARGIN = 50;
/** A longer part of a road is planned as two stretches. */
const LONG = 3200;

const inner = ({ from, to, unit }: Part): Part => ({
  from: Math.ceil((from + MARGIN) / 10) * 10,
  to: Math.floor((to - MARGIN) / 10) * 10,
  unit,
});

const at = ({ from, to }: Part, share: number): number => Math.round((from + share * (to - from)) / 10) * 10;

/** Lays everything; gives the one loudspeaker that stands at no place. */
export function layPlan(laying: Laying, roads: Roads, unapproved: Id): { readonly onTheHill: Id } {
  const { ql3, dt256, dt259, toTanSon, toYenCu, toThanhVan, toQuangChu, centre, market, committee } = roads;
  const flags = (road: DemoRoad, spacing: number, until = Number.POSITIVE_INFINITY) => {
    for (const whole of laying.partsOf(road).map(inner)) {
      const part = { ...whole, to: Math.min(whole.to, until) };
      const { near, far, note = '' } = progressOf(part);
      const half = at(part, 0.5);
      const pieces: readonly (readonly [Part, DemoStage])[] =
        part.to - part.from < LONG
          ? [[part, near]]
          : [
              [{ ...part, to: half - MARGIN }, near],
              [{ ...part, from: half + MARGIN }, far],
            ];
      for (const [piece, state] of pieces)
        laying.stretch(
          road,
          'flag-national',
          piece,
          state,
          { spacing },
          { note: state === 'sent-back' ? note : '' },
        );
    }
  };
  // The last kilometre is the town's beyond the border, and not agreed on yet.
  flags(ql3, 40, ql3.measured.maxChainage - 1250);
  flags(dt256, 75);
  flags(dt259, 75);
  for (const road of [toTanSon, toYenCu, toThanhVan, toQuangChu]) flags(road, 100);
  for (const part of laying.partsOf(ql3).map(inner)) {
    const { far } = progressOf(part);
    const bannered = { ...part, from: at(part, 0.12), to: at(part, 0.12) + 450 };
    laying.stretch(ql3, 'vertical-flag', bannered, far === 'draft' ? 'approved' : far, {
      spacing: 50,
      startOffset: 20,
    });
  }
  streets(laying, roads);
  pointsOnRoads(laying, roads);
  const onTheHill = atPlaces(laying);
  flaws(laying, roads, unapproved);
  laying.point(centre, 'screen', at(whole(centre), 0.55), 'left', 'ready', 1);
  laying.point(committee, 'screen', at(whole(committee), 0.3), 'right', 'inspected', 1);
  laying.point(market, 'poster', at(whole(market), 0.4), 'right', 'installed', 12);
  delays(laying);
  return { onTheHill };
}

/** Two that are late, and why; and a storm, of which nothing is left to do. */
function delays(laying: Laying): void {
  laying.say(laying.first('pano', '02104', 'approved'), 'install', {
    standing: 'cannot',
    day: addDays(DEMO_TODAY, -2),
    who: 'Cao Kỳ',
    note: STUCK,
  });
  laying.say(laying.first('flag-national', '02107', 'ready'), 'install', {
    due: { milestone: 'opening', days: -1 },
    note: 'Mưa lớn hai ngày, đường vào bị sạt: lùi hai ngày.',
  });
  laying.storm(laying.first('flag-national', '02092', 'inspected'), 3, addDays(DEMO_TODAY, -4), 'Thanh Vận');
}

/** A road whatever the unit. */
function whole({ measured }: DemoRoad): Part {
  return { from: measured.minChainage, to: measured.maxChainage } as Part;
}

/** Flags of the Party and of the nation in pairs, the Party's on the left as one sees them from the road. */
function streets(laying: Laying, { centre, market, committee }: Roads): void {
  for (const [road, state] of [
    [centre, 'installed'],
    [market, 'ready'],
    [committee, 'installed'],
  ] as const)
    for (const part of laying.partsOf(road).map(inner)) {
      laying.stretch(road, 'flag-national', part, state, { spacing: 20 });
      laying.stretch(road, 'bunting', part, state, { spacing: 40, sides: 'right' });
      if (road !== market)
        laying.stretch(road, 'flag-party', part, state, { spacing: 20, sides: 'right', startOffset: 2 });
    }
}

function pointsOnRoads(laying: Laying, { ql3, dt256, dt259, centre }: Roads): void {
  const { minChainage, maxChainage } = ql3.measured;
  laying.point(ql3, 'gate', minChainage + 300, 'median', 'installed', 1);
  laying.point(ql3, 'gate', at(whole(ql3), 0.5), 'median', 'in-production', 1);
  laying.point(ql3, 'gate', maxChainage - 400, 'median', 'submitted', 1);
  for (const [i, part] of laying.partsOf(ql3).map(inner).entries())
    for (const share of [0.25, 0.72])
      laying.point(
        ql3,
        'pano',
        at(part, share),
        (i + Math.round(share)) % 2 === 0 ? 'right' : 'left',
        progressOf(part).points,
        1,
      );
  const [town] = laying.partsOf(ql3).map(inner);
  if (town === undefined) throw new Error('QL.3 begins in the town');
  for (let i = 0; i < 12; i++)
    laying.point(
      ql3,
      'banner-vertical',
      at(town, 0.35) + i * 160,
      i % 2 === 0 ? 'left' : 'right',
      i < 8 ? 'installed' : 'in-production',
      2,
    );
  for (const part of laying.partsOf(dt256).map(inner))
    for (const share of [0.3, 0.7])
      laying.point(dt256, 'slogan-board', at(part, share), 'right', progressOf(part).points, 1);
  for (const part of laying.partsOf(dt259).map(inner))
    laying.point(dt259, 'banner-vertical', at(part, 0.4), 'left', progressOf(part).points, 2);
  for (const share of [0.25, 0.65])
    laying.point(centre, 'poster', at(whole(centre), share), 'right', 'installed', 12);
}

/** At every office a flag of the Party and one of the nation, at every house of culture a loudspeaker cluster. */
function atPlaces(laying: Laying): Id {
  for (const commune of COMMUNES) {
    const { points } = PROGRESS[commune.code] as Progress;
    const [lng, lat] = commune.office;
    laying.offRoad('flag-party', [lng - 0.0001, lat], points, 1);
    laying.offRoad('flag-national', [lng + 0.0001, lat], points, 1);
    laying.offRoad(
      'loudspeaker',
      commune.house,
      points === 'inspected' || points === 'installed' ? 'inspected' : 'ready',
      1,
    );
  }
  laying.offRoad('flag-party', [105.7786, 21.8954], 'installed', 2);
  laying.offRoad('flag-national', [105.7788, 21.8954], 'installed', 2);
  laying.offRoad('vehicle', [105.7872, 21.8881], 'ready', 1);
  laying.offRoad('vehicle', [105.7826, 21.8864], 'approved', 1);
  return laying.offRoad('loudspeaker', [105.8662, 21.9602], 'ready', 1);
}

/** What a plan in the making really holds: slips that the rules find, each of its own kind. */
function flaws(laying: Laying, { ql3, dt256, dt259, market }: Roads, unapproved: Id): void {
  const parts = (road: DemoRoad) => laying.partsOf(road).map(inner);
  const [town, thanhThinh, , , hoaMuc] = parts(ql3);
  const [, , , yenHan] = parts(dt256);
  const [last259] = parts(dt259).slice(-1);
  if (!town || !thanhThinh || !hoaMuc || !yenHan || !last259)
    throw new Error('the roads pass other communes');
  // The same 600 m planned a second time.
  laying.stretch(ql3, 'flag-national', { ...thanhThinh, to: thanhThinh.from + 600 }, 'draft', {
    spacing: 40,
  });
  laying.point(ql3, 'banner-across', at(town, 0.8), 'median', 'draft', 1);
  laying.point(ql3, 'pano', at(hoaMuc, 0.9), 'left', 'draft', 1, { sloganId: unapproved });
  // Hung up twelve days too early, for nineteen days in all.
  laying.point(dt259, 'banner-vertical', at(last259, 0.6), 'right', 'draft', 1, {
    installBy: { milestone: 'opening', days: -15 },
    sponsor: { name: 'Bưu điện huyện', share: 30, place: 'bottom' },
  });
  laying.stretch(
    dt256,
    'vertical-flag',
    { ...yenHan, from: at(yenHan, 0.2), to: at(yenHan, 0.2) + 600 },
    'draft',
    { spacing: 50 },
    { installBy: { milestone: 'opening', days: -1 }, phase: 'Cao điểm' },
  );
  // Belong to whoever's ground they pass.
  laying.stretch(
    ql3,
    'vertical-flag',
    { ...hoaMuc, from: 134_000, to: 139_000 },
    'draft',
    { spacing: 100, sides: 'right' },
    { unitId: null, phase: 'Cao điểm' },
  );
  laying.stretch(
    dt256,
    'vertical-flag',
    { ...yenHan, from: (parts(dt256)[1] as Part).from, to: yenHan.from - 200 },
    'draft',
    { spacing: 150, sides: 'left' },
    { unitId: null, phase: 'Cao điểm' },
  );
  laying.point(market, 'poster', at(whole(market), 0.8), 'left', 'draft', 6, { installBy: null });
}
