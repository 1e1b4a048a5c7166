/** The demonstration's plan: some 30 stretches and 60 points in different states, with the tasks that they imply. */
import { BEFORE_APPROVAL } from '../../src/domain/edit/states.ts';
import { GAP_WIDTHS } from '../../src/domain/layout/gapWidths.ts';
import { gapsOf, quantityOf } from '../../src/domain/layout/layOut.ts';
import type { AssetType } from '../../src/domain/model/entities/assetType.ts';
import type { PlacementState } from '../../src/domain/model/entities/placement.ts';
import type { Sides, StretchRule } from '../../src/domain/model/entities/stretchRule.ts';
import type { FieldsOf, Id, LngLatPair } from '../../src/domain/model/rows.ts';
import { addDays } from '../../src/domain/schedule/days.ts';
import {
  type Builder,
  CATALOGUE,
  DEMO_TODAY,
  type DemoRoad,
  OPENING,
  type Roads,
  unitId,
} from './builder.ts';
import { COMMUNES } from './geometry.ts';

const FIELD_STATES: ReadonlySet<PlacementState> = new Set(['installed', 'inspected']);
const PREPARED_STATES: ReadonlySet<PlacementState> = new Set(['ready', ...FIELD_STATES]);

/** Writes the plan: stretches and points in different states, and the tasks that such states imply. */
export class Plan {
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
    this.#flaws(roads);
  }

  /** What a plan in the making really holds: slips that the rules find, each of its own kind. */
  #flaws({ ql3, dt256, dt259, market }: Roads): void {
    // The same 600 m planned a second time.
    this.#stretch(ql3, 'flag-national', 142_000, 142_600, 1, 'draft', { spacing: 40 });
    this.#point(ql3, 'banner-across', 144_300, 'median', 1, 'draft', 1);
    // Hung up twelve days too early, for nineteen days in all.
    this.#point(dt259, 'banner-vertical', 9_050, 'right', 6, 'draft', 1, {
      installBy: { milestone: 'opening', days: -15 },
      sponsor: { name: 'Bưu điện huyện', share: 30, place: 'bottom' },
    });
    this.#point(ql3, 'pano', 169_200, 'left', 5, 'draft', 1, { sloganId: this.#slogans[3] as Id });
    this.#stretch(
      dt256,
      'vertical-flag',
      19_000,
      19_600,
      11,
      'draft',
      { spacing: 50 },
      {
        installBy: { milestone: 'opening', days: -1 },
        phase: 'Cao điểm',
      },
    );
    // Belongs to whoever's ground it passes.
    this.#stretch(
      dt256,
      'vertical-flag',
      10_200,
      18_800,
      13,
      'draft',
      { spacing: 100, sides: 'left' },
      {
        unitId: null,
        phase: 'Cao điểm',
      },
    );
    this.#point(market, 'poster', 340, 'left', 1, 'draft', 6, { installBy: null });
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
    more: Partial<FieldsOf<'placement'>> = {},
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
    const quantity = quantityOf({ from, to: end, rule }, gapsOf(rule, road.features, GAP_WIDTHS));
    this.#add(code, unit, state, quantity, { roadId: road.id, from, to: end, rule, ...more });
  }

  #point(
    road: DemoRoad,
    code: string,
    at: number,
    side: 'left' | 'right' | 'median',
    unit: number,
    state: PlacementState,
    pieces: number,
    more: Partial<FieldsOf<'placement'>> = {},
  ): void {
    const from = Math.min(at, Math.floor(road.measured.maxChainage));
    this.#add(code, unit, state, pieces, { roadId: road.id, from, side, pointQuantity: pieces, ...more });
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
      phase: '',
      sponsor: null,
      approvedQuantity: BEFORE_APPROVAL.has(state) ? null : quantity,
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
