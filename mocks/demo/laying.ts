/** Lays a demonstration's plan: stretches and points in different states, and the tasks that such states imply. */
import { BEFORE_APPROVAL } from '../../src/domain/edit/states.ts';
import { GAP_WIDTHS } from '../../src/domain/layout/gapWidths.ts';
import { gapsOf, quantityOf } from '../../src/domain/layout/layOut.ts';
import type { AssetType } from '../../src/domain/model/entities/assetType.ts';
import type { PlacementState, Support } from '../../src/domain/model/entities/placement.ts';
import type { Side, Sides, StretchRule } from '../../src/domain/model/entities/stretchRule.ts';
import { task } from '../../src/domain/model/entities/task.ts';
import type { Unit } from '../../src/domain/model/entities/unit.ts';
import type { FieldsOf, Id, LngLatPair } from '../../src/domain/model/rows.ts';
import { addDays } from '../../src/domain/schedule/days.ts';
import { unitAt, unitIndex, unitRanges } from '../../src/domain/unit/units.ts';
import type { Builder, DemoRoad } from './builder.ts';

/** How far a row of the demonstration is. */
export type DemoStage = PlacementState | 'installed' | 'inspected';

const FIELD_STAGES: ReadonlySet<DemoStage> = new Set(['installed', 'inspected']);
const PREPARED_STAGES: ReadonlySet<DemoStage> = new Set(['ready', ...FIELD_STAGES]);

/** A part of a road that is one unit's. */
export interface Part {
  readonly from: number;
  readonly to: number;
  readonly unit: Unit;
}

/** What things of a type hang on or stand by, here. */
const SUPPORT_OF: Readonly<Record<string, Support>> = {
  'flag-national': 'own-pole',
  'flag-party': 'own-pole',
  'vertical-flag': 'own-pole',
  bunting: 'lamp-post',
  'banner-vertical': 'lamp-post',
  pano: 'frame',
  'slogan-board': 'frame',
  gate: 'frame',
  poster: 'wall',
  screen: 'wall',
  loudspeaker: 'own-pole',
};

interface Ground {
  readonly units: ReadonlyMap<Id, Unit>;
  readonly types: ReadonlyMap<string, { readonly id: Id; readonly fields: FieldsOf<'assetType'> }>;
  /** Approved slogans, used in turn. */
  readonly slogans: readonly Id[];
  readonly opening: string;
  readonly today: string;
}

interface Laid {
  readonly spacing: number;
  readonly staggered?: boolean;
  readonly sides?: Sides;
  readonly startOffset?: number;
}

export class Laying {
  readonly #b: Builder;
  readonly #ground: Ground;
  #turn = 0;

  constructor(b: Builder, ground: Ground) {
    this.#b = b;
    this.#ground = ground;
  }

  /** The parts of a road by the units on whose ground they lie, in order. */
  partsOf({ measured }: DemoRoad): Part[] {
    const { units } = this.#ground;
    return unitRanges(unitIndex(units), measured, measured.minChainage, measured.maxChainage).flatMap(
      ({ from, to, unitId }) => {
        const unit = units.get(unitId ?? '');
        return unit === undefined ? [] : [{ from, to, unit }];
      },
    );
  }

  stretch(
    road: DemoRoad,
    code: string,
    { from, to, unit }: Part,
    stage: DemoStage,
    laid: Laid,
    more: Partial<FieldsOf<'placement'>> = {},
  ): Id {
    const rule: StretchRule = {
      spacing: laid.spacing,
      startOffset: laid.startOffset ?? 0,
      sides: laid.sides ?? 'both',
      staggered: laid.staggered ?? false,
      edgeOffset: 1,
      except: ['bridge', 'junction'],
      skips: [],
      moves: {},
    };
    const quantity = quantityOf({ from, to, rule }, gapsOf(rule, road.features, GAP_WIDTHS));
    return this.#add(code, unit, stage, quantity, { roadId: road.id, from, to, rule, ...more });
  }

  /** In charge is the unit on whose ground it stands. */
  point(
    road: DemoRoad,
    code: string,
    at: number,
    side: Side,
    stage: DemoStage,
    pieces: number,
    more: Partial<FieldsOf<'placement'>> = {},
  ): Id {
    const from = Math.round(at);
    const part = this.partsOf(road).find((p) => from >= p.from && from <= p.to);
    if (part === undefined) throw new Error(`nobody's ground at ${from}`);
    const where = { roadId: road.id, from, side, pointQuantity: pieces };
    return this.#add(code, part.unit, stage, pieces, { ...where, ...more });
  }

  offRoad(
    code: string,
    coordinate: LngLatPair,
    stage: DemoStage,
    pieces: number,
    more: Partial<FieldsOf<'placement'>> = {},
  ): Id {
    const unit = unitAt(unitIndex(this.#ground.units), ...coordinate);
    if (unit === null) throw new Error(`nobody's ground at ${coordinate.join(' ')}`);
    return this.#add(code, unit, stage, pieces, { coordinate, pointQuantity: pieces, ...more });
  }

  #add(
    code: string,
    unit: Unit,
    stage: DemoStage,
    quantity: number,
    where: Partial<FieldsOf<'placement'>>,
  ): Id {
    const type = this.#ground.types.get(code);
    if (type === undefined) throw new Error(`no type ${code}`);
    const { slogans } = this.#ground;
    const state = stage === 'installed' || stage === 'inspected' ? 'ready' : stage;
    const id = this.#b.add('placement', 'P', {
      assetTypeId: type.id,
      unitId: unit.id,
      sloganId: type.fields.carriesText ? (slogans[this.#turn++ % slogans.length] as Id) : null,
      state,
      note: '',
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
      support: SUPPORT_OF[code] ?? 'unknown',
      ...where,
    });
    this.#done(id, type.fields, unit.name, stage, quantity);
    return id;
  }

  /** What was reported, and what was ticked: a type without an item for it still stands where it stands. */
  #done(
    placementId: Id,
    type: Pick<AssetType, 'checklist'>,
    doneBy: string,
    stage: DemoStage,
    quantity: number,
  ): void {
    const { opening, today } = this.#ground;
    const told = { placementId, spots: null, quantity: null, who: doneBy, note: '', corrects: null };
    const dayBefore = addDays(today, -1);
    if (FIELD_STAGES.has(stage))
      this.#b.add('report', 'B', { ...told, kind: 'installed', day: addDays(dayBefore, -1) });
    if (stage === 'inspected') this.#b.add('report', 'B', { ...told, kind: 'accepted', day: dayBefore });
    for (const item of type.checklist) {
      if (item.does !== null || !isDone(item.id, stage)) continue;
      const due = item.due.milestone === 'opening' ? addDays(opening, item.due.days) : opening;
      const doneDay = addDays(due < today ? due : today, -1);
      this.#b.add('task', 'T', {
        ...task.blank,
        placementId,
        itemId: item.id,
        standing: 'done',
        day: doneDay,
        who: doneBy,
        quantity: item.counts ? quantity : null,
      });
    }
  }
}

function isDone(itemId: string, stage: DemoStage): boolean {
  if (['draft', 'submitted', 'sent-back'].includes(stage)) return false;
  if (itemId === 'survey') return true;
  if (['proof', 'power'].includes(itemId)) return stage !== 'approved';
  return ['issue', 'print', 'test', 'schedule'].includes(itemId) && PREPARED_STAGES.has(stage);
}
