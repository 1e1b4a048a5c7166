/**
 * Who may write what: role × entity × kind of op, narrowed by fields, by the state of a placement and by one's own
 * unit and those below it. The server refuses by this table and the screens grey out by it.
 */

import type { Placement } from '../model/entities/placement.ts';
import type { Task } from '../model/entities/task.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { AnyRow, Entity, FieldsOf, RowOf } from '../model/rows.ts';
import { sameValue } from '../sameValue.ts';
import { carriesReport, onlyCarries } from './carrying.ts';
import type { Carry, Op, OpKind, RowLookup } from './edit.ts';
import { namedBy } from './facts.ts';
import { type Grounds, isOwn } from './ownUnit.ts';
import type { Membership, Role } from './roles.ts';
import { BEFORE_APPROVAL, mayReport, mayStep, nextStates, PLANNABLE } from './states.ts';

interface Grant {
  /** Only these fields; all when absent. */
  readonly fields?: readonly string[];
  /** Only what belongs to the member's own unit, or to one below it. */
  readonly ownUnit?: true;
}

type Table = Readonly<Record<Entity, Readonly<Record<OpKind, Partial<Record<Role, Grant>>>>>>;

const YES: Grant = {};
const OWN: Grant = { ownUnit: true };
const STAFF = { admin: YES, planner: YES } as const;
const STAFF_ALL = { create: STAFF, set: STAFF, delete: STAFF } as const;
const SLOGAN_TEXT: Grant = { fields: ['text', 'typeIds', 'priority'] };
const APPROVAL = ['approved', 'approvalDocument', 'approvalDay'] as const;

/** Fields of a placement that carry progress rather than the plan: they may be written in any state. */
const PROGRESS_FIELDS = ['state', 'note'] as const;

/** Who gives roads another shape, and with it approved rows another address. */
const CARRIERS: ReadonlySet<Role> = new Set(['admin', 'planner']);

const APPROVED: ReadonlySet<Placement['state']> = new Set(['approved']);

const PERMISSIONS: Table = {
  campaign: {
    create: { admin: YES },
    set: {
      admin: YES,
      planner: {
        fields: ['theme', 'mainOccasionId', 'demoToday', 'budget', 'ruleSettings'],
      },
    },
    delete: {},
  },
  occasion: STAFF_ALL,
  milestone: STAFF_ALL,
  unit: STAFF_ALL,
  road: STAFF_ALL,
  roadFeature: STAFF_ALL,
  noGoArea: STAFF_ALL,
  place: STAFF_ALL,
  waterway: STAFF_ALL,
  assetType: STAFF_ALL,
  slogan: {
    create: { admin: YES, planner: SLOGAN_TEXT },
    set: { admin: YES, planner: SLOGAN_TEXT, leader: { fields: APPROVAL } },
    delete: STAFF,
  },
  placement: {
    create: STAFF,
    set: {
      admin: YES,
      planner: YES,
      leader: { fields: [...PROGRESS_FIELDS, 'approvedQuantity'] },
      'unit-officer': { fields: PROGRESS_FIELDS, ownUnit: true },
    },
    delete: STAFF,
  },
  // Facts are neither changed nor deleted; of which kind each role may tell stands in `states.ts`.
  report: { create: { ...STAFF, leader: YES, 'unit-officer': OWN }, set: {}, delete: {} },
  task: {
    create: { ...STAFF, leader: YES, 'unit-officer': OWN },
    set: { ...STAFF, leader: YES, 'unit-officer': OWN },
    delete: { ...STAFF, 'unit-officer': OWN },
  },
  round: STAFF_ALL,
  dressingSet: STAFF_ALL,
  // A leader may withdraw an acceptance that he does not share; giving one is the planner's.
  acceptance: { create: STAFF, set: STAFF, delete: { ...STAFF, leader: YES } },
  savedView: STAFF_ALL,
};

/** What a slogan says may change only together with its approval: nothing stays approved that nobody read. */
function sloganRule(op: Op, before: AnyRow | undefined): Result<true> {
  if (op.entity !== 'slogan' || op.kind !== 'set' || before === undefined || !('approved' in before))
    return ok(true);
  const { text, approved } = op.fields;
  const changes = text !== undefined && text !== before.text;
  return changes && before.approved && approved !== false ? fail('denied.approved-text') : ok(true);
}

/** Values that a role without a field's grant may still give: the field's neutral beginning, or a way back to it. */
const NEUTRAL: Partial<Record<Entity, Readonly<Record<string, unknown>>>> = {
  slogan: { approved: false, approvalDocument: '', approvalDay: null },
};

/** Ops without the values that others have to give: a text comes back by its author's hand, its approval by the approver's. */
export function ownPart(ops: readonly Op[]): Op[] {
  return ops.flatMap((op): Op[] => {
    const neutral = NEUTRAL[op.entity];
    if (op.kind !== 'set' || neutral === undefined) return [op];
    const own = Object.entries(op.fields).filter(
      ([field, value]) => !(field in neutral) || sameValue(value, neutral[field]),
    );
    return own.length === 0 ? [] : [{ ...op, fields: Object.fromEntries(own) } as Op];
  });
}

/** A changed text as it may be stored whatever it was: its approval goes with the change. */
export function withoutApproval(op: Op): Op {
  return op.kind === 'set' && op.entity === 'slogan' && op.fields.text !== undefined
    ? { ...op, fields: { ...op.fields, ...NEUTRAL.slogan } }
    : op;
}

interface Circumstances {
  /** Where the op's edit carries what stands on a road. */
  readonly carry?: Carry | undefined;
  readonly grounds?: Grounds | undefined;
}

/** Nobody's ground is known: what has no unit is nobody's. */
const UNKNOWN: Grounds = () => new Map();

/**
 * Whether a member may make an op. `rows` finds rows as they are before the op (with earlier ops of its edit done).
 * Refusals: `denied.role`, `denied.approved-text`, `denied.field`, `denied.own-unit`, `denied.step`, `denied.approved-quantity`,
 * `denied.not-plannable`, `denied.report`, `denied.not-approved`, `denied.task-done`.
 */
export function mayDo(
  member: Membership,
  op: Op,
  rows: RowLookup,
  { carry, grounds = UNKNOWN }: Circumstances = {},
): Result<true> {
  const { role } = member;
  if (carry !== undefined && CARRIERS.has(role) && carriesReport(op, carry, rows)) return ok(true);
  const grant = PERMISSIONS[op.entity][op.kind][role];
  if (grant === undefined) return fail('denied.role', { role, entity: op.entity, op: op.kind });
  const before = rows(op.entity, op.id);
  const field = op.kind === 'delete' ? undefined : forbiddenField(grant, op, before);
  if (field !== undefined) return fail('denied.field', { role, entity: op.entity, field });
  const after = op.kind === 'delete' ? undefined : op.fields;
  const asked = { unitId: member.unitId, rows, grounds };
  if (grant.ownUnit && !isOwn(asked, op.entity, [before, after])) return fail('denied.own-unit', { role });
  if (op.entity === 'slogan') return sloganRule(op, before);
  if (op.entity === 'report' && op.kind === 'create') return reportRule(role, op.fields, rows);
  if (op.entity === 'task')
    return taskRule(role, before as Task | undefined, after as Partial<Task> | undefined);
  if (op.entity !== 'placement') return ok(true);
  const placed = before as Placement | undefined;
  if (carry !== undefined && CARRIERS.has(role) && onlyCarries(op, placed, carry, rows)) return ok(true);
  return placementRule(role, op, placed);
}

/**
 * Whether a member may give a field of a row another value, be it with what goes with that: the approval that a slogan
 * loses by another text. For a state: whether there is a step for them at all.
 */
export function mayChange<E extends Entity>(
  member: Membership,
  entity: E,
  row: RowOf[E],
  field: keyof FieldsOf<E> & string,
  rows: RowLookup,
  grounds: Grounds = UNKNOWN,
): boolean {
  const { role, unitId } = member;
  const grant = PERMISSIONS[entity].set[role];
  if (grant === undefined || grant.fields?.includes(field) === false) return false;
  if (grant.ownUnit && !isOwn({ unitId, rows, grounds }, entity, [row, undefined])) return false;
  // Of which part a task is told is said when it is told; an officer tells of another part by another task.
  if (entity === 'task')
    return !(grant.ownUnit && field === 'whole') && !(role === 'leader' && field === 'standing');
  if (entity !== 'placement') return true;
  const { state } = row as Placement;
  if (field === 'state') return nextStates(role, state).length > 0;
  // It goes with the step and is never a figure of its own.
  if (field === 'approvedQuantity') return false;
  return (PROGRESS_FIELDS as readonly string[]).includes(field) || PLANNABLE.has(state);
}

/** Whether a member may add a row of an entity; `owned`: of what it will say, the fields that say whose it is. */
export function mayAdd<E extends Entity>(
  member: Membership,
  entity: E,
  owned: Partial<FieldsOf<E>>,
  rows: RowLookup,
  grounds: Grounds = UNKNOWN,
): boolean {
  const grant = PERMISSIONS[entity].create[member.role];
  const asked = { unitId: member.unitId, rows, grounds };
  if (grant === undefined || (grant.ownUnit && !isOwn(asked, entity, [undefined, owned]))) return false;
  if (entity === 'task') return taskRule(member.role, undefined, owned as Partial<Task>).ok;
  return entity !== 'report' || reportRule(member.role, owned as unknown as FieldsOf<'report'>, rows).ok;
}

/** A leader says who does something, and by when; that it is done is said by those who do it. */
function taskRule(role: Role, before: Task | undefined, after: Partial<Task> | undefined): Result<true> {
  const was = before?.standing ?? 'open';
  return role !== 'leader' || (after?.standing ?? was) === was
    ? ok(true)
    : fail('denied.task-done', { role });
}

/** What is taken back, or said rightly, was for its teller to say; and nothing is put up that nobody approved. */
function reportRule(role: Role, fields: FieldsOf<'report'>, rows: RowLookup): Result<true> {
  const chain = [fields, ...namedBy(rows, fields)];
  for (const { kind } of chain)
    if (kind !== 'withdrawn' && !mayReport(role, kind)) return fail('denied.report', { role, kind });
  // A withdrawal that names nothing known takes nobody's word back.
  if (chain.every(({ kind }) => kind === 'withdrawn'))
    return fail('denied.report', { role, kind: fields.kind });
  const row = rows('placement', fields.placementId);
  const back = chain.findIndex(({ kind }) => kind !== 'withdrawn');
  const puts = back % 2 === 0 && chain[back]?.kind === 'installed';
  return puts && row !== undefined && BEFORE_APPROVAL.has(row.state) ? fail('denied.not-approved') : ok(true);
}

function forbiddenField(
  grant: Grant,
  op: Exclude<Op, { kind: 'delete' }>,
  before: AnyRow | undefined,
): string | undefined {
  const { fields: allowed } = grant;
  if (allowed === undefined) return undefined;
  const neutral = NEUTRAL[op.entity];
  return Object.entries(op.fields).find(
    ([name, value]) =>
      !allowed.includes(name) &&
      !(neutral !== undefined && name in neutral && sameValue(neutral[name], value)) &&
      !(before !== undefined && sameValue(before[name as keyof AnyRow], value)),
  )?.[0];
}

function placementRule(role: Role, op: Op, before: Placement | undefined): Result<true> {
  if (op.entity !== 'placement') return ok(true);
  if (op.kind === 'create') {
    // Nothing may be born approved: a new row, or a deleted one brought back, begins where the plan may change.
    const { state } = op.fields as Placement;
    return PLANNABLE.has(state) || role === 'admin'
      ? ok(true)
      : fail('denied.step', { role, from: 'draft', to: state });
  }
  if (before === undefined) return ok(true);
  if (op.kind === 'delete')
    return PLANNABLE.has(before.state) || role === 'admin'
      ? ok(true)
      : fail('denied.not-plannable', { state: before.state });
  const { state, approvedQuantity, ...rest } = op.fields as Partial<Placement>;
  const steps = state !== undefined && state !== before.state;
  if (steps && !mayStep(role, before.state, state))
    return fail('denied.step', { role, from: before.state, to: state });
  // It goes with the step: given by the approval, dropped on the way back, and never a figure of its own.
  const counts = approvedQuantity !== undefined && approvedQuantity !== before.approvedQuantity;
  const due = approvedQuantity === null ? BEFORE_APPROVAL : APPROVED;
  if (counts && !(steps && due.has(state))) return fail('denied.approved-quantity');
  const plans = Object.entries(rest).some(
    ([name, value]) =>
      !(PROGRESS_FIELDS as readonly string[]).includes(name) &&
      !sameValue(value, before[name as keyof Placement]),
  );
  if (plans && !PLANNABLE.has(before.state) && !(state !== undefined && PLANNABLE.has(state)))
    return fail('denied.not-plannable', { state: before.state });
  return ok(true);
}
