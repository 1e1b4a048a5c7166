/** A client as simple as can be: rows as last told, edits on their way, and a network that loses and repeats. */
import type { Ask } from '../../../mocks/testApi.ts';
import type { ChangesAnswer } from '../../../src/api/contract/answers.ts';
import type { Conflict } from '../../../src/api/contract/edits.ts';
import { newId } from '../../../src/api/contract/newId.ts';
import { applyOp, type Edit, type Op } from '../../../src/domain/edit/edit.ts';
import type { AnyRow, Id } from '../../../src/domain/model/rows.ts';
import { applyChange, type Rows, rowKey, type Sent } from './judge.ts';
import type { Chance } from './random.ts';

/** How a client is made to misbehave, so that the judge has something to find. */
export type Lie = 'versions' | 'keys' | 'numbers';

interface World {
  readonly campaignId: Id;
  /** The few rows that everybody is at. */
  readonly units: readonly Id[];
  readonly findings: readonly string[];
  readonly chance: Chance;
  readonly sent: Sent[];
  readonly aliases: Map<string, string>;
  readonly lie: Lie | null;
}

export class Client {
  readonly name: string;
  readonly rows: Rows;
  number: number;
  readonly #ask: Ask;
  readonly #world: World;
  readonly #replica = newId();
  /** Not answered yet, oldest first. */
  #queue: Sent[] = [];
  /** Answered, and not yet come back as changes. */
  #answered: Sent[] = [];
  #tries = 0;

  constructor(name: string, ask: Ask, world: World, start: { number: number; rows: Rows }) {
    this.name = name;
    this.#ask = ask;
    this.#world = world;
    this.number = start.number;
    this.rows = new Map(start.rows);
  }

  get isDone(): boolean {
    return this.#queue.length === 0;
  }

  /** A row as this client shows it: what it was told, with its own edits on top. */
  #visible(entity: string, id: Id): AnyRow | undefined {
    let row = this.rows.get(rowKey({ entity, id })) as AnyRow | undefined;
    for (const { edit } of [...this.#answered, ...this.#queue])
      for (const op of edit.ops)
        if (op.entity === entity && op.id === id) {
          const applied = applyOp(op, row);
          if (applied.ok) row = applied.value;
        }
    return row;
  }

  /** Makes an edit of one to three ops and puts it in the queue. */
  make(): void {
    const { chance, campaignId, sent } = this.#world;
    const ops = new Map<string, Op>();
    for (let n = 1 + chance.below(3); n > 0; n--) {
      const op = chance.happens(0.15) ? this.#acceptance() : this.#unit();
      if (op !== null && !ops.has(rowKey(op))) ops.set(rowKey(op), op);
    }
    if (ops.size === 0) return;
    const edit: Edit = {
      key: newId(),
      replica: this.#replica,
      campaignId,
      note: { code: 'fuzz' },
      ops: [...ops.values()],
    };
    const made: Sent = { client: this.name, edit, outcome: null, number: null, conflicts: [] };
    sent.push(made);
    this.#queue.push(made);
  }

  /** The version that this client has honestly seen: what it was told, not what it has on top. */
  #seen(entity: string, id: Id): number {
    return Number(this.rows.get(rowKey({ entity, id }))?.version ?? 0);
  }

  #unit(): Op {
    const { chance, units } = this.#world;
    const id = chance.of(units);
    const value = `${this.name}${chance.below(50)}`;
    if (this.#visible('unit', id) === undefined) {
      const fields = {
        code: value,
        name: value,
        kind: 'xã',
        centre: null,
        parentId: null,
        boundary: null,
        contact: '',
        phone: '',
      };
      return { kind: 'create', entity: 'unit', id, fields } as Op;
    }
    const version = this.#seen('unit', id);
    if (chance.happens(0.08)) return { kind: 'delete', entity: 'unit', id, version };
    const fields = chance.of([{ name: value }, { code: value }, { name: value, code: value }]);
    return { kind: 'set', entity: 'unit', id, version, fields };
  }

  /** There can be one acceptance of a finding: two clients meet at the key, not at the id. */
  #acceptance(): Op | null {
    const { chance, findings } = this.#world;
    const finding = chance.of(findings);
    const there = [...this.rows.values()].find((r) => r.finding === finding);
    if (there === undefined)
      return {
        kind: 'create',
        entity: 'acceptance',
        id: newId(),
        fields: {
          finding,
          rule: 'overlap',
          placementId: null,
          reason: this.name,
          acceptedBy: this.name,
          day: '2020-10-15',
        },
      };
    const id = String(there.id);
    if (this.#visible('acceptance', id) === undefined) return null;
    return { kind: 'delete', entity: 'acceptance', id, version: this.#seen('acceptance', id) };
  }

  /** Sends the oldest edit over a network that may lose the question, lose the answer, or ask twice. */
  async send(reliable = false): Promise<void> {
    const { chance } = this.#world;
    const [first] = this.#queue;
    if (first === undefined || (!reliable && chance.happens(0.15))) return;
    const again = !reliable && chance.happens(0.15);
    const answers = await Promise.all([this.#post(first), ...(again ? [this.#post(first)] : [])]);
    this.#tries++;
    if (!reliable && chance.happens(0.2)) return;
    const answer = chance.of(answers);
    this.#tries = 0;
    this.#queue.shift();
    Object.assign(first, answer);
    if (first.outcome === 'applied') this.#answered.push(first);
  }

  /** A question that was long on its way arrives once more. */
  async repeatOld(): Promise<void> {
    const { chance, sent } = this.#world;
    const old = sent.filter((s) => s.client === this.name && s.outcome === 'applied');
    if (old.length > 0) await this.#post(chance.of(old));
  }

  async #post({ edit }: Sent): Promise<Pick<Sent, 'outcome' | 'number' | 'conflicts'>> {
    const { status, json } = await this.#ask(`/campaigns/${edit.campaignId}/edits`, await this.#asSent(edit));
    if (status === 200) return { outcome: 'applied', number: Number(json.number), conflicts: [] };
    if (status >= 500) throw new Error(`${status} ${JSON.stringify(json)}`);
    const conflicts = (json.conflicts ?? []) as readonly Conflict[];
    return { outcome: conflicts.length > 0 ? 'conflict' : 'refused', number: null, conflicts };
  }

  async #asSent(edit: Edit): Promise<Edit> {
    const { lie, aliases } = this.#world;
    if (lie === 'versions') {
      const version = (await this.#changes(0)).number;
      return { ...edit, ops: edit.ops.map((op) => (op.kind === 'create' ? op : { ...op, version })) };
    }
    if (lie !== 'keys' || this.#tries === 0) return edit;
    const key = newId();
    aliases.set(key, edit.key);
    return { ...edit, key };
  }

  async #changes(since: number): Promise<ChangesAnswer> {
    const { json } = await this.#ask(`/campaigns/${this.#world.campaignId}/changes?since=${since}`);
    return json as unknown as ChangesAnswer;
  }

  /** Takes in what is new, all of it or a page. */
  async pull(all = false): Promise<void> {
    for (;;) {
      const { number, changes } = await this.#changes(this.number);
      const { lie, chance } = this.#world;
      changes.forEach((change) => {
        if (lie !== 'numbers' || chance.happens(0.8)) applyChange(this.rows, change);
        this.number = change.number;
      });
      this.#answered = this.#answered.filter((s) => (s.number ?? 0) > this.number);
      if (!all || this.number >= number) return;
    }
  }
}
