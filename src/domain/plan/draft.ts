/** A placement that is being drawn, and the fields that it would become. */
import { layItems } from '../layout/operations/dressing.ts';
import type { AssetType } from '../model/entities/assetType.ts';
import type { Side, StretchRule } from '../model/entities/stretchRule.ts';
import type { FieldsOf, Id, LngLatPair, Tables } from '../model/rows.ts';
import type { DueRule } from '../schedule/days.ts';
import { dueDay, timelineIn } from '../schedule/timeline.ts';
import { installDue, removeDue } from '../schedule/window.ts';
import { sloganChooser } from '../slogan/choose.ts';

/** The road comes with the first click, the end with the second. */
export interface Draft {
  readonly kind: 'stretch' | 'point' | 'set';
  /** Which click is awaited; `done` when the place is settled and only acceptance is missing. */
  readonly stage: 'start' | 'end' | 'done';
  readonly assetTypeId: Id;
  /** For the tool that lays a dressing set. */
  readonly setId: Id | null;
  readonly roadId: Id | null;
  readonly from: number | null;
  readonly to: number | null;
  readonly side: Side;
  readonly coordinate: LngLatPair | null;
  readonly rule: StretchRule;
  readonly unitId: Id | null;
  readonly sloganId: Id | null;
  readonly pointQuantity: number;
}

/** Days of practice, which the window of a type and the campaign's rules may move. */
const BEFORE_OPENING = 3;
const AFTER_CLOSING = 5;

/** What every new placement begins with; its days are those of its type. */
const NEW_PLACEMENT = {
  unitId: null,
  state: 'draft',
  note: '',
  phase: '',
  sponsor: null,
  approvedQuantity: null,
  support: 'unknown',
} as const satisfies Partial<FieldsOf<'placement'>>;

/** What a new placement of a type begins with. */
export function newPlacement(tables: Tables, typeId: Id) {
  const timeline = timelineIn(tables);
  const dayOf = (due: DueRule | null) => {
    const day = due === null ? null : dueDay(due, timeline);
    return day?.ok ? day.value : null;
  };
  const type = tables.assetType.get(typeId);
  return {
    ...NEW_PLACEMENT,
    assetTypeId: typeId,
    installBy: installDue(BEFORE_OPENING, type, dayOf),
    removeBy: removeDue(AFTER_CLOSING, type, dayOf),
  };
}

/** A fresh draft with what the type proposes. */
export function draftOf(type: AssetType): Draft {
  return {
    kind: type.layout,
    stage: 'start',
    assetTypeId: type.id,
    setId: null,
    roadId: null,
    from: null,
    to: null,
    side: type.defaultSides === 'both' ? 'right' : type.defaultSides,
    coordinate: null,
    rule: {
      spacing: type.defaultSpacing,
      startOffset: 0,
      sides: type.defaultSides,
      staggered: false,
      edgeOffset: 1,
      except: type.mount === 'pole' ? ['bridge', 'junction', 'signal', 'level-crossing'] : ['bridge'],
      skips: [],
      moves: {},
    },
    unitId: null,
    sloganId: null,
    pointQuantity: 1,
  };
}

/** The fields of the stretch that a draft would become; null while it has no two ends. */
function stretchOf(draft: Draft, tables: Tables): FieldsOf<'placement'> | null {
  const { roadId, from, to } = draft;
  if (roadId === null || from === null || to === null || from === to) return null;
  return {
    ...common(draft, tables),
    roadId,
    coordinate: null,
    from: Math.min(from, to),
    to: Math.max(from, to),
    side: null,
    rule: draft.rule,
    pointQuantity: 0,
  };
}

/** The fields of the single piece that a draft would become; null while it has no place. */
function pointOf(draft: Draft, tables: Tables): FieldsOf<'placement'> | null {
  const onRoad = draft.roadId !== null && draft.from !== null;
  if (!onRoad && draft.coordinate === null) return null;
  return {
    ...common(draft, tables),
    roadId: onRoad ? draft.roadId : null,
    coordinate: onRoad ? null : draft.coordinate,
    from: onRoad ? draft.from : null,
    to: null,
    side: onRoad ? draft.side : null,
    rule: null,
    pointQuantity: draft.pointQuantity,
  };
}

/** The fields of the one placement that a draft would become; null where it is none yet, or several. */
export function fieldsOf(draft: Draft, tables: Tables): FieldsOf<'placement'> | null {
  if (draft.kind === 'set') return null;
  return draft.kind === 'stretch' ? stretchOf(draft, tables) : pointOf(draft, tables);
}

function common({ assetTypeId, unitId, sloganId }: Draft, tables: Tables) {
  return { ...newPlacement(tables, assetTypeId), unitId, sloganId };
}

/** Everything that a draft would put down: one placement, or those of a dressing set on its stretch of ground. */
export function placementsOf(draft: Draft, tables: Tables): readonly FieldsOf<'placement'>[] {
  const fields = fieldsOf(draft, tables);
  if (draft.kind !== 'set') return fields === null ? [] : [fields];
  const set = tables.dressingSet.get(draft.setId ?? '');
  const { roadId, from, to } = draft;
  if (set === undefined || roadId === null || from === null || to === null || from === to) return [];
  return layItems(
    set.items,
    { roadId, from: Math.min(from, to), to: Math.max(from, to) },
    (id) => tables.assetType.has(id),
    sloganChooser(tables.slogan.values(), tables.assetType),
    (typeId) => ({ ...newPlacement(tables, typeId), unitId: draft.unitId }),
  );
}
