/** The API for tests: the real routes on a database in memory, with one person a role. */
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import type { Directory } from '../src/api/accounts/directory.ts';
import { createApi } from '../src/api/app.ts';
import type { Backups } from '../src/api/backups.ts';
import type { EditRequest } from '../src/api/contract/edits.ts';
import { newId } from '../src/api/contract/newId.ts';
import { type Database, migrate } from '../src/api/db/database.ts';
import { CHANGES_CHANNEL } from '../src/api/edits/applyEdit.ts';
import { LiveHub } from '../src/api/live.ts';
import { MEMBERS_CHANNEL, setMembership } from '../src/api/members.ts';
import type { EditNote, Op } from '../src/domain/edit/edit.ts';
import type { Membership, Role } from '../src/domain/edit/roles.ts';
import { assetType } from '../src/domain/model/entities/assetType.ts';
import { campaign } from '../src/domain/model/entities/campaign.ts';
import { occasion } from '../src/domain/model/entities/occasion.ts';
import type { Placement } from '../src/domain/model/entities/placement.ts';
import type { FieldsOf, Id } from '../src/domain/model/rows.ts';

export const CAMPAIGN_FIELDS: FieldsOf<'campaign'> = {
  ...campaign.blank,
  name: 'Chào mừng Đại hội',
  organisingBody: 'Trung tâm',
  parentBody: 'UBND huyện',
  place: 'Chợ Mới',
};

export const OCCASION_FIELDS: FieldsOf<'occasion'> = {
  ...occasion.blank,
  name: 'Đại hội lần thứ XII',
  number: 'XII',
  years: '2020 - 2025',
  openingDay: '2020-10-27',
  lastDay: '2020-10-28',
};

export const ASSET_TYPE_FIELDS: FieldsOf<'assetType'> = {
  ...assetType.blank,
  code: 'flag',
  name: { vi: 'Cờ', en: 'Flag' },
  unitName: { vi: 'cờ', en: 'flags' },
  price: 90_000,
};

export const UNIT_FIELDS: FieldsOf<'unit'> = {
  code: '',
  name: 'Xã',
  kind: 'xã',
  centre: null,
  parentId: null,
  boundary: null,
  contact: '',
  phone: '',
};

/** A straight road of some 22 km to the north. */
export const ROAD_FIELDS: FieldsOf<'road'> = {
  code: 'QL.3',
  name: 'Quốc lộ 3',
  class: 'national',
  line: [
    [105.77, 21.8],
    [105.77, 22],
  ],
  gaps: [],
  zeroChainage: 0,
  calibration: [],
  halfWidth: 6,
  source: '',
  hidden: false,
};

/** On both sides every 25 m, 1 km: 82 flags. */
export function stretchFields(
  assetTypeId: Id,
  roadId: Id,
  change: Partial<Placement> = {},
): FieldsOf<'placement'> {
  const rule = {
    spacing: 25,
    startOffset: 0,
    sides: 'both',
    staggered: false,
    edgeOffset: 1,
    except: ['bridge'],
    skips: [],
    moves: {},
  } as const;
  const where = { roadId, coordinate: null, from: 1000, to: 2000, rule, pointQuantity: 0 };
  return placementFields(assetTypeId, { ...where, ...change });
}

export function placementFields(assetTypeId: Id, change: Partial<Placement> = {}): FieldsOf<'placement'> {
  return {
    assetTypeId,
    unitId: null,
    sloganId: null,
    state: 'draft',
    note: '',
    installBy: null,
    removeBy: null,
    roadId: null,
    coordinate: [105.77, 21.88],
    from: null,
    to: null,
    side: null,
    rule: null,
    pointQuantity: 1,
    phase: '',
    sponsor: null,
    approvedQuantity: null,
    support: 'unknown',
    ...change,
  };
}

/** Asks as somebody: the path below `/api`, a JSON body for a POST. */
export type Ask = (
  path: string,
  body?: unknown,
) => Promise<{ status: number; json: Record<string, unknown>; headers: Headers }>;

export class TestApi {
  readonly db: Database;
  readonly hub: LiveHub;
  readonly fetch: (request: Request) => Response | Promise<Response>;

  private constructor(db: Database, hub: LiveHub, directory: Directory | null, backups: Backups | null) {
    this.db = db;
    this.hub = hub;
    const api = createApi({
      db,
      live: hub,
      version: 'test',
      now: () => new Date(),
      signingKey: 'a key for tests',
      publicUrl: null,
      directory,
      backups,
      authenticate: async (request) => {
        const id = request.headers.get('x-test-user');
        return id === null ? null : { id, userName: id, name: `Tên ${id}` };
      },
    });
    this.fetch = (request) => api.fetch(request);
  }

  /** The accounts, and what copies everything, where a test is about them. */
  static async open(directory: Directory | null = null, backups: Backups | null = null): Promise<TestApi> {
    const pglite = await PGlite.create();
    const db = drizzle(pglite, { casing: 'snake_case' }) as unknown as Database;
    await migrate(db);
    const hub = new LiveHub();
    await pglite.listen(CHANGES_CHANNEL, (payload) => hub.hear(payload));
    await pglite.listen(MEMBERS_CHANNEL, (payload) => hub.hearPerson(payload));
    return new TestApi(db, hub, directory, backups);
  }

  /** A person with a membership; without one, signed in but nothing more. Null: nobody is signed in. */
  async as(name: string | null, membership?: Membership): Promise<Ask> {
    if (name !== null && membership !== undefined) await setMembership(this.db, newId(), name, membership);
    return async (path, body) => {
      const headers = new Headers({ 'content-type': 'application/json' });
      if (name !== null) headers.set('x-test-user', name);
      const init =
        body === undefined
          ? {}
          : { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) };
      const response = await this.fetch(new Request(`http://test/api${path}`, { headers, ...init }));
      const json = (await response.json()) as Record<string, unknown>;
      return { status: response.status, json, headers: response.headers };
    };
  }

  asRole(role: Role, campaignId: Id | null, unitId: Id | null = null): Promise<Ask> {
    return this.as(`${role}-${unitId ?? 'all'}`, { campaignId, role, unitId });
  }

  /** A new campaign, made through the door like any other. */
  async campaign(): Promise<Id> {
    const id = newId();
    const admin = await this.asRole('admin', null);
    const made = await admin(
      ...posting(id, [{ kind: 'create', entity: 'campaign', id, fields: CAMPAIGN_FIELDS }]),
    );
    if (made.status !== 200) throw new Error(JSON.stringify(made));
    return id;
  }
}

const REPLICA = newId();
const NOTE: EditNote = { code: 'test' };

export function anEdit(campaignId: Id, ops: readonly Op[], change: Partial<EditRequest> = {}): EditRequest {
  return { key: newId(), replica: REPLICA, campaignId, note: NOTE, ops, ...change };
}

/** The arguments of an Ask that posts an edit. */
export function posting(
  campaignId: Id,
  ops: readonly Op[],
  change: Partial<EditRequest> = {},
): [string, EditRequest] {
  return [`/campaigns/${campaignId}/edits`, anEdit(campaignId, ops, change)];
}
