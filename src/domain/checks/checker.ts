/**
 * Runs the rules over a plan and keeps what they found. A change rechecks only what it can touch: the placement, the
 * groups it stands in, its type's sums, the campaign's. Everything at once only when the campaign's days or the rules'
 * settings change.
 */

import type { AssetType } from '../model/entities/assetType.ts';
import type { Placement } from '../model/entities/placement.ts';
import type { Entity, Id, Tables } from '../model/rows.ts';
import type { PlacementFacts } from '../plan/placementFacts.ts';
import { PlanIndex } from '../plan/planIndex.ts';
import { sameValue } from '../sameValue.ts';
import { dueDay, type Timeline, timelineIn } from '../schedule/timeline.ts';
import { unitIndex } from '../unit/units.ts';
import type { Finding, Fix } from './finding.ts';
import { type Context, countsDays, type Found, type GroupRule, type Rule } from './rule.ts';
import { severityOn } from './source.ts';

export interface Change {
  readonly entity: Entity;
  readonly id: Id;
}

/** What is no longer found and what is found anew; a finding that changed is in both. */
export interface Delta {
  readonly removed: readonly string[];
  readonly added: readonly Finding[];
}

/** Sorts after every real id, so that what is drawn is the later of two. */
const DRAFT_PLACEMENT: Id = 'ZZZZZZZZZZZZZZZZZZZZZZZZZZ';

/** Days and names of the whole plan: with one of these everything is asked anew. */
const OF_ALL: ReadonlySet<Entity> = new Set(['campaign', 'occasion', 'milestone']);

type Subject = string;

export class PlanChecker {
  readonly #rules: readonly Rule[];
  readonly #plan: PlanIndex;
  #today: string;
  readonly #found = new Map<Subject, readonly Finding[]>();
  /** Rule and group → the placements in it. */
  readonly #groups = new Map<string, Set<Id>>();
  readonly #groupsOf = new Map<Id, readonly string[]>();
  #contexts = new Map<string, Context>();
  /** Of the plan as it is; worked out when it is first asked for. */
  #timeline: Timeline | null = null;
  #dirty = new Set<Subject>();

  /** `today` is the campaign's day, `YYYY-MM-DD`. */
  constructor(rules: readonly Rule[], tables: Tables, today: string) {
    this.#rules = rules;
    this.#plan = new PlanIndex(tables);
    this.#today = today;
    for (const row of tables.placement.values()) this.#regroup(row.id, row);
    this.#touchAll();
    this.#run();
  }

  get findings(): readonly Finding[] {
    return [...this.#found.values()].flat();
  }

  update(tables: Tables, changes: readonly Change[], today = this.#today): Delta {
    const before = this.#plan.tables;
    const everything = today !== this.#today || changes.some((c) => OF_ALL.has(c.entity));
    this.#today = today;
    const placements = changes.filter((c) => c.entity === 'placement');
    this.#plan.replace(
      tables,
      placements.map(({ id }) => ({ id, before: before.placement.get(id) })),
    );
    this.#contexts = new Map();
    this.#timeline = null;
    for (const { id } of placements) {
      this.#touchPlacement(id, before.placement.get(id));
      this.#regroup(id, tables.placement.get(id));
      this.#touchPlacement(id, tables.placement.get(id));
    }
    if (everything) {
      for (const id of tables.placement.keys()) this.#plan.forget(id);
      this.#touchAll();
    } else this.#touchAround(before, changes);
    return this.#run();
  }

  /** What would be found of a placement that is not stored: for what is being drawn or dragged. */
  checkDraft(row: Placement): readonly Finding[] {
    const placed = this.#plan.place({ ...row, id: DRAFT_PLACEMENT });
    const found: Finding[] = [];
    for (const rule of this.#rules) {
      if (!this.#applies(rule, placed.type)) continue;
      if (rule.scope === 'placement')
        found.push(...this.#named(rule, DRAFT_PLACEMENT, rule.check(placed, this.#context(rule))));
      if (rule.scope !== 'group') continue;
      const key = rule.group(placed.row, placed.type);
      if (key === null) continue;
      // The row that it replaces, when it is one that is being dragged, is not its own neighbour.
      const others = this.#members(rule, key).filter((m) => m.row.id !== row.id);
      const all = rule.check(byChainage([...others, placed]), this.#context(rule));
      const own = all.filter((f) => f.place.placementId === DRAFT_PLACEMENT);
      found.push(...this.#named(rule, DRAFT_PLACEMENT, own));
    }
    return found;
  }

  #applies(rule: Rule, type: AssetType | undefined): boolean {
    const settings = this.#plan.campaign?.ruleSettings[rule.id];
    return settings?.off !== true && !type?.rulesOff.includes(rule.id);
  }

  #context(rule: Rule): Context {
    const known = this.#contexts.get(rule.id);
    if (known !== undefined) return known;
    const { tables, campaign } = this.#plan;
    this.#timeline ??= timelineIn(tables);
    const timeline = this.#timeline;
    const context: Context = {
      plan: this.#plan,
      params: wholeDays({ ...rule.params, ...campaign?.ruleSettings[rule.id]?.params }),
      timeline,
      today: this.#today,
      units: unitIndex(tables.unit),
      areas: (kind) => [...tables.noGoArea.values()].filter((a) => a.kind === kind),
      dayOf: (due) => {
        const day = due === null ? null : dueDay(due, timeline);
        return day?.ok ? day.value : null;
      },
    };
    this.#contexts.set(rule.id, context);
    return context;
  }

  #groupKeys(row: Placement): string[] {
    const type = this.#plan.tables.assetType.get(row.assetTypeId);
    return this.#rules.flatMap((rule) => {
      if (rule.scope !== 'group' || !this.#applies(rule, type)) return [];
      const key = rule.group(row, type);
      return key === null ? [] : [`${rule.id}|${key}`];
    });
  }

  #regroup(id: Id, row: Placement | undefined): void {
    for (const key of this.#groupsOf.get(id) ?? []) this.#groups.get(key)?.delete(id);
    if (row === undefined) {
      this.#groupsOf.delete(id);
      return;
    }
    const keys = this.#groupKeys(row);
    this.#groupsOf.set(id, keys);
    for (const key of keys) {
      const members = this.#groups.get(key) ?? new Set();
      this.#groups.set(key, members.add(id));
    }
  }

  #members(rule: GroupRule, key: string): PlacementFacts[] {
    return [...(this.#groups.get(`${rule.id}|${key}`) ?? [])].flatMap((id) => this.#plan.placed(id) ?? []);
  }

  /** Marks what a placement as it was, or as it is now, can have a part in. */
  #touchPlacement(id: Id, row: Placement | undefined): void {
    this.#dirty.add(`p:${id}`);
    for (const key of this.#groupsOf.get(id) ?? []) this.#dirty.add(`g:${key}`);
    if (row !== undefined) this.#dirty.add(`t:${row.assetTypeId}`);
    this.#dirty.add('c:');
  }

  #touchAround(before: Tables, changes: readonly Change[]): void {
    const { tables } = this.#plan;
    const touch = (ids: Iterable<Id>) => {
      for (const id of ids) {
        this.#plan.forget(id);
        // Both the groups that it leaves and those that it joins.
        this.#touchPlacement(id, before.placement.get(id));
        this.#regroup(id, tables.placement.get(id));
        this.#touchPlacement(id, tables.placement.get(id));
      }
    };
    for (const { entity, id } of changes)
      switch (entity) {
        case 'report':
          for (const told of [before.report.get(id), tables.report.get(id)])
            if (told !== undefined) touch([told.placementId]);
          break;
        case 'road':
          touch(this.#plan.onRoad(id));
          break;
        case 'roadFeature':
          for (const road of new Set([
            before.roadFeature.get(id)?.roadId,
            tables.roadFeature.get(id)?.roadId,
          ]))
            if (road !== undefined) touch(this.#plan.onRoad(road));
          break;
        case 'assetType':
          this.#dirty.add(`t:${id}`);
          touch(this.#plan.ofType(id));
          break;
        case 'slogan':
          // Each is compared with those that are approved.
          for (const other of tables.slogan.keys()) this.#dirty.add(`s:${other}`);
          this.#dirty.add(`s:${id}`);
          touch(this.#plan.withSlogan(id));
          break;
        case 'noGoArea':
          touch(tables.placement.keys());
          break;
        case 'unit': {
          // A boundary decides whose ground it is that any placement stands on.
          const moved = before.unit.get(id)?.boundary !== tables.unit.get(id)?.boundary;
          touch(idsWhere(tables, (p) => moved || p.unitId === null || p.unitId === id));
          break;
        }
        case 'place':
          touch(idsWhere(tables, (p) => p.roadId === null));
          break;
        default:
      }
  }

  #touchAll(): void {
    const { tables } = this.#plan;
    for (const [id, row] of tables.placement) {
      this.#regroup(id, row);
      this.#dirty.add(`p:${id}`);
    }
    for (const key of this.#groups.keys()) this.#dirty.add(`g:${key}`);
    for (const subject of this.#found.keys()) this.#dirty.add(subject);
    for (const id of tables.assetType.keys()) this.#dirty.add(`t:${id}`);
    for (const id of tables.slogan.keys()) this.#dirty.add(`s:${id}`);
    this.#dirty.add('c:');
  }

  #run(): Delta {
    const removed: string[] = [];
    const added: Finding[] = [];
    for (const subject of this.#dirty) {
      const before = this.#found.get(subject) ?? [];
      const now = this.#check(subject);
      if (now.length > 0) this.#found.set(subject, now);
      else this.#found.delete(subject);
      const same = new Map(before.map((f) => [f.key, f]));
      for (const finding of now) {
        const old = same.get(finding.key);
        if (old !== undefined && sameValue(old, finding)) same.delete(finding.key);
        else added.push(finding);
      }
      removed.push(...same.keys());
    }
    this.#dirty = new Set();
    return { removed, added };
  }

  #check(subject: Subject): Finding[] {
    const kind = subject.slice(0, 1);
    const id = subject.slice(2);
    return this.#rules.flatMap((rule) => this.#checkBy(rule, kind, id));
  }

  #checkBy(rule: Rule, kind: string, id: string): Finding[] {
    const { tables } = this.#plan;
    if (rule.scope === 'placement' && kind === 'p') {
      const placed = this.#plan.placed(id);
      if (placed === undefined || !this.#applies(rule, placed.type)) return [];
      return this.#named(rule, id, rule.check(placed, this.#context(rule)));
    }
    if (rule.scope === 'group' && kind === 'g' && id.startsWith(`${rule.id}|`)) {
      const key = id.slice(rule.id.length + 1);
      return this.#named(rule, key, rule.check(byChainage(this.#members(rule, key)), this.#context(rule)));
    }
    if (rule.scope === 'type' && kind === 't') {
      const type = tables.assetType.get(id);
      if (type === undefined || !this.#applies(rule, type)) return [];
      const placed = [...this.#plan.ofType(id)].flatMap((p) => this.#plan.placed(p) ?? []);
      return this.#named(rule, id, rule.check(type, placed, this.#context(rule)));
    }
    if (rule.scope === 'slogan' && kind === 's') {
      const slogan = tables.slogan.get(id);
      if (slogan === undefined || !this.#applies(rule, undefined)) return [];
      return this.#named(rule, id, rule.check(slogan, this.#context(rule)));
    }
    if (rule.scope === 'campaign' && kind === 'c' && this.#applies(rule, undefined))
      return this.#named(rule, '', rule.check(this.#context(rule)));
    return [];
  }

  #named(rule: Rule, subject: string, found: readonly Found[]): Finding[] {
    if (found.length === 0) return [];
    const usual = severityOn(rule, this.#context(rule).timeline.opening);
    return found.map((f) => ({
      key: [rule.id, f.place.placementId ?? subject, f.suffix]
        .filter((part) => part !== undefined && part !== '')
        .join(':'),
      rule: rule.id,
      severity: f.severity ?? usual,
      code: f.code ?? rule.id,
      params: f.params ?? {},
      place: f.place,
      fix: f.fix != null && this.#isInOrder(f.fix) ? f.fix : null,
    }));
  }

  /** A fix that would take something down before it is put up mends nothing: somebody must say which of both it is. */
  #isInOrder({ ops }: Fix): boolean {
    this.#timeline ??= timelineIn(this.#plan.tables);
    const timeline = this.#timeline;
    return ops.every((op) => {
      if (op.kind !== 'set' || op.entity !== 'placement') return true;
      if (!('installBy' in op.fields) && !('removeBy' in op.fields)) return true;
      const row = this.#plan.tables.placement.get(op.id);
      const [up, down] = [op.fields.installBy ?? row?.installBy, op.fields.removeBy ?? row?.removeBy].map(
        (due) => (due == null ? null : dueDay(due, timeline)),
      );
      return !up?.ok || !down?.ok || up.value <= down.value;
    });
  }
}

/** Fractions of a day that were stored once. */
function wholeDays(params: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, countsDays(name) ? Math.round(value) : value]),
  );
}

function idsWhere(tables: Tables, wanted: (row: Placement) => boolean): Id[] {
  return [...tables.placement.values()].filter(wanted).map((p) => p.id);
}

function byChainage(members: PlacementFacts[]): PlacementFacts[] {
  return members.sort((a, b) => a.from - b.from || (a.row.id < b.row.id ? -1 : 1));
}
