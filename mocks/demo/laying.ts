/** Lays a demonstration's plan: stretches and points in different states, with the reports and tasks that such states imply. */
import { BEFORE_APPROVAL } from '../../src/domain/edit/states.ts';
import { GAP_WIDTHS } from '../../src/domain/layout/gapWidths.ts';
import { gapsOf, quantityOf } from '../../src/domain/layout/layOut.ts';
import type { AssetType } from '../../src/domain/model/entities/assetType.ts';
import type { PlacementState, Support } from '../../src/domain/model/entities/placement.ts';
import type { Side, Sides, StretchRule } from '../../src/domain/model/entities/stretchRule.ts';
import { task } from '../../src/domain/model/entities/task.ts';
import type { Unit } from '../../src/domain/model/entities/unit.ts';
import type { FieldsOf, Id, LngLatPair } from '../../src/domain/model/rows.ts';
import { addDays, type Day } from '../../src/domain/schedule/days.ts';
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
  readonly #laid: {
    readonly id: Id;
    readonly code: string;
    readonly unit: Unit;
    readonly stage: DemoStage;
  }[] = [];

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

  /** The first that was laid of a type for a unit, in a state. */
  first(code: string, unitCode: string, stage: DemoStage): Id {
    const found = this.#laid.find((l) => l.code === code && l.unit.code === unitCode && l.stage === stage);
    if (found === undefined) throw new Error(`no ${code} of ${unitCode} is ${stage}`);
    return found.id;
  }

  /** What somebody said of an item of the checklist. */
  say(placementId: Id, itemId: string, said: Partial<FieldsOf<'task'>>): void {
    this.#b.add('task', 'T', { ...task.blank, placementId, itemId, ...said });
  }

  /** Some pieces of a stretch that were damaged, and repaired the day after. */
  storm(placementId: Id, pieces: number, day: Day, who: string): void {
    const told = { placementId, spots: null, quantity: pieces, who, corrects: null };
    this.#b.add('report', 'B', { ...told, kind: 'damaged', day, note: 'Cột nghiêng, cờ rách sau mưa dông.' });
    this.#b.add('report', 'B', { ...told, kind: 'repaired', day: addDays(day, 1), note: '' });
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
    this.#laid.push({ id, code, unit, stage });
    this.#done(id, type.fields, unit.name, stage, quantity, where);
    return id;
  }

  /** What was reported, and what was ticked: a type without an item for it still stands where it stands. */
  #done(
    placementId: Id,
    type: Pick<AssetType, 'checklist'>,
    doneBy: string,
    stage: DemoStage,
    quantity: number,
    where: Partial<FieldsOf<'placement'>>,
  ): void {
    const { opening, today } = this.#ground;
    const told = { placementId, spots: null, quantity: null, who: doneBy, note: '', corrects: null };
    if (FIELD_STAGES.has(stage)) {
      // Whoever has been accepted by now began first; a stretch takes two days.
      const first = addDays(today, stage === 'inspected' ? -7 : -5 + (this.#laid.length % 3));
      const { from, to } = where;
      const ends = typeof from === 'number' && typeof to === 'number' ? [from, (from + to) / 2, to] : null;
      if (ends === null) this.#b.add('report', 'B', { ...told, kind: 'installed', day: first });
      else
        for (const [i, day] of [first, addDays(first, 1)].entries()) {
          const spots = [{ from: ends[i] as number, to: ends[i + 1] as number, sides: 'both' as const }];
          this.#b.add('report', 'B', { ...told, kind: 'installed', day, spots });
        }
    }
    if (stage === 'inspected')
      this.#b.add('report', 'B', { ...told, kind: 'accepted', day: addDays(today, -1) });
    for (const item of type.checklist) {
      if (item.does !== null || !isDone(item.id, stage)) continue;
      const due = item.due.milestone === 'opening' ? addDays(opening, item.due.days) : opening;
      // Made ready a week ago at the latest: then the first were put up.
      const ready = addDays(today, -7);
      const doneDay = addDays(due < ready ? due : ready, -1);
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
  if (['proof', 'road-authority', 'power'].includes(itemId)) return stage !== 'approved';
  return ['issue', 'print', 'test', 'schedule'].includes(itemId) && PREPARED_STAGES.has(stage);
}
