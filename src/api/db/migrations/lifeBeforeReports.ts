/** Reads a campaign's log of before there were reports, and says what it would have been with them. */
import type { Report, ReportKind, Spots } from '../../../domain/model/entities/report.ts';
import type { FieldsOf, Id } from '../../../domain/model/rows.ts';
import { actsOfStep, idFor, itemReports, stateToday, wasTold } from '../../../domain/progress/meantBy.ts';
import type { Day } from '../../../domain/schedule/days.ts';

/** Where a unit's part of a placement stands; null: all of it, as of a point. */
export type SpotsOfPart = (placementId: Id, unitId: Id | null) => Spots | 'nowhere';

export type Fields = Readonly<Record<string, unknown>>;

/** An op of the log with its change: when (ms), and by whom. */
export interface LoggedOp {
  readonly number: number;
  readonly seq: number;
  readonly kind: string;
  readonly entity: string;
  readonly id: Id;
  readonly before: Fields;
  readonly after: Fields;
  readonly at: number;
  readonly by: string;
}

type Moment = Pick<LoggedOp, 'number' | 'at' | 'by'>;
type Rewritten = Omit<LoggedOp, 'at' | 'by'>;
type Added = Pick<LoggedOp, 'number' | 'kind' | 'id' | 'before' | 'after'>;
type Told = Pick<Report, 'id' | 'kind' | 'placementId' | 'day'> & { readonly isWhole: boolean };

export class Life {
  readonly rewritten: Rewritten[] = [];
  readonly added: Added[] = [];
  readonly #rows = new Map<Id, Fields & { readonly placementId: Id }>();
  /** What counts by now, by placement: told by its steps, and by ticks. */
  readonly #steps = new Map<Id, Told[]>();
  readonly #ticks = new Map<Id, Told[]>();
  readonly #ticked = new Map<Id, Fields>();
  readonly #dayOf: (at: number) => Day;
  readonly #spotsOf: SpotsOfPart;
  readonly #today: Day;
  readonly #campaignId: Id;
  #named = 0;

  constructor(dayOf: (at: number) => Day, spotsOf: SpotsOfPart, today: Day, campaignId: Id) {
    this.#campaignId = campaignId;
    this.#dayOf = dayOf;
    this.#spotsOf = spotsOf;
    this.#today = today;
  }

  /** The reports of placements that are still there, those before others that name them. */
  get rows(): readonly Fields[] {
    return [...this.#rows.values()];
  }

  take(op: LoggedOp): void {
    if (op.entity === 'task') this.#takeTick(op);
    else if (op.kind === 'delete') this.#takeDeletion(op);
    else this.#takeStep(op);
  }

  /** A placement that stands as its row says, whatever the log knows of it. */
  makeSure(id: Id, state: string, moment: Moment): void {
    for (const op of this.#step(id, state, moment)) this.added.push(op);
  }

  makeSureOfTick(id: Id, task: Fields, moment: Moment): void {
    if (!this.#ticked.has(id)) this.added.push(...this.#tick(id, task, moment));
  }

  #takeStep(op: LoggedOp): void {
    const { state: to } = op.after;
    if (to === undefined || !(wasTold(to) || wasTold(op.before.state))) return;
    const made = this.#step(op.id, to, op);
    const before = withState(op.before);
    const after = withState(op.after);
    if (op.kind === 'set' && before.state === after.state) {
      delete before.state;
      delete after.state;
    }
    this.#put(op, { kind: op.kind, entity: 'placement', id: op.id, before, after }, made);
  }

  /** In the place of an op that says nothing any more stands the first that says it today. */
  #put(
    op: LoggedOp,
    said: Pick<LoggedOp, 'kind' | 'entity' | 'id' | 'before' | 'after'>,
    made: Added[],
  ): void {
    const { number, seq } = op;
    const [first] = made;
    if (first !== undefined && said.kind === 'set' && Object.keys(said.after).length === 0) {
      this.rewritten.push({ ...first, entity: 'report', number, seq });
      this.added.push(...made.slice(1));
      return;
    }
    this.rewritten.push({ ...said, number, seq });
    this.added.push(...made);
  }

  #step(placementId: Id, to: unknown, moment: Moment): Added[] {
    const told = this.#steps.get(placementId) ?? [];
    return actsOfStep(told, to).map((act) => {
      if ('takeBack' in act) return this.#takeBack(told, act.takeBack, moment);
      const ticked = this.#ticks.get(placementId)?.find((t) => t.kind === act.tell && t.isWhole);
      const said = ticked?.day ?? this.#dayOf(moment.at);
      const rest = this.#standsSince(placementId);
      const day = act.tell === 'installed' || rest === undefined ? said : later(said, rest.day);
      return this.#tell(this.#steps, null, moment, { placementId, kind: act.tell, day, who: moment.by });
    });
  }

  #takeTick(op: LoggedOp): void {
    const known = this.#ticked.get(op.id);
    const task = { ...(known ?? op.before), ...op.after };
    if (itemReports(task.itemId) === null) return;
    const moment = { number: op.number, at: op.at, by: op.by };
    const made = [
      ...(op.kind === 'create' ? [] : this.#untick(op.id, moment)),
      ...(op.kind === 'delete' ? [] : this.#tick(op.id, task, moment, op.kind === 'create')),
    ];
    this.#put(op, { kind: 'set', entity: 'task', id: op.id, before: {}, after: {} }, made);
  }

  #tick(id: Id, task: Fields, moment: Moment, isNew = true): Added[] {
    const kind = itemReports(task.itemId) as ReportKind;
    const placementId = String(task.placementId);
    this.#ticked.set(id, task);
    // What the row itself had said for that day, its tick says once more; that it stood is not that it was put up again.
    if (this.#steps.get(placementId)?.some((t) => t.kind === kind && t.day <= String(task.doneDay)))
      return [];
    const isWhole = task.whole !== false;
    const part = isWhole ? null : this.#spotsOf(placementId, (task.unitId as Id | null) ?? null);
    const isNowhere = part === 'nowhere';
    const spots = isNowhere ? null : part;
    const rest = kind === 'installed' ? undefined : this.#standsSince(placementId);
    const doneDay = earlier(String(task.doneDay), this.#today);
    const said = {
      placementId,
      spots,
      // Nothing is accepted, or comes down, before it was put up.
      day: rest === undefined ? doneDay : later(doneDay, rest.day),
      who: String(task.doneBy ?? ''),
      quantity: isNowhere ? 0 : ((task.quantity as number | null) ?? null),
      note: String(task.note ?? ''),
    };
    // Who accepted it, or took it down, saw it stand.
    const first =
      kind === 'installed' || rest !== undefined
        ? []
        : [this.#tell(this.#ticks, null, before(moment, id), { ...said, kind: 'installed', note: '' }, id)];
    // On one day ids say what came first.
    const isAfter = rest === undefined || said.day > rest.day || id > rest.id;
    return [...first, this.#tell(this.#ticks, isNew && isAfter ? id : null, moment, { ...said, kind }, id)];
  }

  /** The last report by which it was put up, of those that count. */
  #standsSince(placementId: Id): Told | undefined {
    return [this.#steps, this.#ticks]
      .flatMap((all) => all.get(placementId) ?? [])
      .filter(({ kind }) => kind === 'installed')
      .toSorted((a, b) => (a.day === b.day ? (a.id < b.id ? -1 : 1) : a.day < b.day ? -1 : 1))
      .at(-1);
  }

  #untick(id: Id, moment: Moment): Added[] {
    const task = this.#ticked.get(id);
    const told = this.#ticks.get(String(task?.placementId)) ?? [];
    this.#ticked.delete(id);
    return told
      .filter((t) => this.#tickOf.get(t.id) === id)
      .toReversed()
      .map((t) => this.#takeBack(told, t.id, moment));
  }

  readonly #tickOf = new Map<Id, Id>();

  #takeDeletion(op: LoggedOp): void {
    if (wasTold(op.before.state))
      this.rewritten.push({
        number: op.number,
        seq: op.seq,
        kind: op.kind,
        entity: op.entity,
        id: op.id,
        before: withState(op.before),
        after: op.after,
      });
    for (const { id, version: _, ...before } of [...this.#rows.values()].filter(
      (row) => row.placementId === op.id,
    ) as (Fields & { id: Id; placementId: Id })[]) {
      this.added.push({ number: op.number, kind: 'delete', id, before, after: {} });
      this.#rows.delete(id);
    }
    this.#steps.delete(op.id);
    this.#ticks.delete(op.id);
  }

  #tell(
    among: Map<Id, Told[]>,
    id: Id | null,
    moment: Moment,
    said: Pick<Report, 'placementId' | 'kind' | 'day' | 'who'> & Partial<FieldsOf<'report'>>,
    tick?: Id,
  ): Added {
    const fields: FieldsOf<'report'> = { spots: null, quantity: null, note: '', corrects: null, ...said };
    const made = this.#make(id ?? this.#nameOf(moment, said.kind), fields, moment);
    const told = { id: made.id, kind: said.kind, placementId: said.placementId, day: said.day };
    // One list, which whoever goes through it may have in hand.
    const list = among.get(said.placementId) ?? [];
    list.push({ ...told, isWhole: fields.spots === null });
    among.set(said.placementId, list);
    if (tick !== undefined) this.#tickOf.set(made.id, tick);
    return made;
  }

  #takeBack(told: Told[], id: Id, moment: Moment): Added {
    const at = told.findIndex((t) => t.id === id);
    const [{ placementId, day }] = told.splice(at, 1) as [Told];
    return this.#make(
      this.#nameOf(moment, 'withdrawn'),
      { placementId, kind: 'withdrawn', spots: null, quantity: null, day, who: '', note: '', corrects: id },
      moment,
    );
  }

  #make(id: Id, fields: FieldsOf<'report'>, { number }: Moment): Added {
    this.#rows.set(id, { id, version: number, ...fields });
    return { number, kind: 'create', id, before: {}, after: fields as unknown as Fields };
  }

  /** Those of one change sort in the order in which they were told; two campaigns may have changes of one moment. */
  #nameOf({ number, at }: Moment, kind: string): Id {
    this.#named++;
    return idFor(at, this.#named, `${this.#campaignId}:${number}:${kind}`);
  }
}

function withState(fields: Fields): { state?: unknown } & Record<string, unknown> {
  return 'state' in fields ? { ...fields, state: stateToday(fields.state) } : { ...fields };
}

/** The moment before an id was made, which may have been on another clock. */
function before(moment: Moment, id: Id): Moment {
  return { ...moment, at: Math.min(moment.at, timeOfId(id) - 1) };
}

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Milliseconds since 1970: the first ten letters of an id. */
function timeOfId(id: Id): number {
  return [...id.slice(0, 10)].reduce((time, letter) => time * 32 + Math.max(0, LETTERS.indexOf(letter)), 0);
}

function later(a: Day, b: Day): Day {
  return a > b ? a : b;
}

function earlier(a: Day, b: Day): Day {
  return a < b ? a : b;
}
