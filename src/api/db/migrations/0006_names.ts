/**
 * Types, their counting words and the items of their checklists get one name in all languages, where there were two
 * columns. The log is rewritten as well: a change that set one of the two says today which both were then.
 */
import { sql } from 'drizzle-orm';
import type { Database } from '../database.ts';

const items = `(
  select coalesce(
    jsonb_agg(
      (item - 'nameEn') || jsonb_build_object('name', jsonb_build_object('vi', item->>'name', 'en', item->>'nameEn'))
      order by turn
    ),
    '[]'
  )
  from jsonb_array_elements(checklist) with ordinality as e(item, turn)
)`;

export const names = `
alter table asset_type
  alter column name type jsonb using jsonb_build_object('vi', name, 'en', name_en),
  alter column unit_name type jsonb using jsonb_build_object('vi', unit_name, 'en', unit_name_en);
alter table asset_type drop column name_en, drop column unit_name_en;
update asset_type set checklist = ${items};
`;

type Fields = Record<string, unknown>;

interface Logged {
  readonly campaign: string;
  readonly number: number;
  readonly seq: number;
  readonly kind: 'create' | 'set' | 'delete';
  readonly row: string;
  readonly before: Fields;
  readonly after: Fields;
}

const PAIRS = ['name', 'unitName'] as const;

/** Walks each type's changes back from the newest, so that at each of them both names of then are known. */
export async function renameInLog(db: Database): Promise<void> {
  const rows = await rowsOf<Fields & { id: string }>(
    db,
    sql`select id, name, unit_name as "unitName" from asset_type`,
  );
  const now = new Map(rows.map(({ id, ...names }) => [id, new Names(names)]));
  const log = await rowsOf<Logged>(
    db,
    sql`select campaign_id as campaign, number::float8 as number, seq::float8 as seq, kind, row_id as row, before, after
      from change_op where entity = 'assetType' order by number desc, seq desc`,
  );
  for (const op of log) {
    const names = now.get(op.row) ?? new Names({});
    now.set(op.row, names);
    // Of a row that is gone, its deletion has all there was.
    names.learn(op.kind === 'delete' ? op.before : op.after);
    const after = names.said(op.after);
    names.learn(op.before);
    const before = names.said(op.before);
    await db.execute(sql`
      update change_op set before = ${JSON.stringify(before)}::jsonb, after = ${JSON.stringify(after)}::jsonb
      where campaign_id = ${op.campaign} and number = ${op.number}::bigint and seq = ${op.seq}::smallint`);
  }
}

/** The two names of a type and of what it is counted in, at one moment. */
class Names {
  readonly #at: Record<(typeof PAIRS)[number], { vi: unknown; en: unknown }>;

  constructor(now: Fields) {
    const none = { vi: '', en: '' };
    this.#at = { name: none, unitName: none, ...now };
  }

  /** What a change says of them as they were before it. */
  learn(fields: Fields): void {
    for (const pair of PAIRS) {
      const { vi, en } = this.#at[pair];
      this.#at[pair] = { vi: fields[pair] ?? vi, en: fields[`${pair}En`] ?? en };
    }
  }

  /** Fields of then in today's form. */
  said({ nameEn, unitNameEn, ...fields }: Fields): Fields {
    const english = { name: nameEn, unitName: unitNameEn };
    const out: Fields = { ...fields };
    for (const pair of PAIRS)
      if (fields[pair] !== undefined || english[pair] !== undefined) out[pair] = this.#at[pair];
    if (Array.isArray(fields.checklist)) out.checklist = fields.checklist.map(itemSaid);
    return out;
  }
}

function itemSaid({ name, nameEn, ...item }: Fields): Fields {
  return { ...item, name: { vi: name, en: nameEn ?? '' } };
}

/** Drivers wrap raw rows in `{ rows }`. */
async function rowsOf<T>(db: Database, query: ReturnType<typeof sql>): Promise<T[]> {
  return ((await db.execute(query)) as unknown as { rows: T[] }).rows;
}
