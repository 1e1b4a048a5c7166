/** What is asked and answered about people: accounts, roles, links, sessions, and what administrators did. */
import { z } from 'zod';
import { ROLES } from '../../domain/edit/roles.ts';
import { id } from './rows.ts';

const membership = z.strictObject({
  /** Null for every campaign. */
  campaignId: id.nullable(),
  role: z.enum(ROLES),
  unitId: id.nullable(),
});

/** Long values are refused in words, with their field. */
const words = z.string().max(1000);
const userId = z.string().min(1).max(100);

const person = z.object({
  id: userId,
  userName: z.string(),
  name: z.string(),
  locked: z.boolean(),
  /** When the person last signed in; null for never. */
  lastSignIn: z.string().nullable(),
  /** Whether there is a password: until then only a link lets the person in. */
  ready: z.boolean(),
  /** Until when a link holds; null without one. */
  linkUntil: z.string().nullable(),
  /** Those that whoever asks may know of. */
  memberships: z.array(membership),
  /** Whether whoever asks may act on the account. */
  managed: z.boolean(),
});
export type Person = z.infer<typeof person>;

const administered = z.object({
  id,
  name: z.string(),
  units: z.array(z.object({ id, name: z.string(), parentId: id.nullable() })),
});
export type Administered = z.infer<typeof administered>;

export const peopleAnswer = z.object({
  people: z.array(person),
  /** The campaigns in which whoever asks may give roles, with their units. */
  campaigns: z.array(administered),
  /** Whether whoever asks may give roles in every campaign. */
  rulesAll: z.boolean(),
});
export type PeopleAnswer = z.infer<typeof peopleAnswer>;

/** As many as a sheet that somebody pastes may have. */
export const MOST_AT_ONCE = 200;

export const addPeopleBody = z.strictObject({
  people: z
    .array(z.strictObject({ userName: words, name: words, membership: membership.nullable() }))
    .min(1)
    .max(MOST_AT_ONCE),
});
export type AddPeopleBody = z.infer<typeof addPeopleBody>;

const link = z.object({
  userId,
  userName: z.string(),
  name: z.string(),
  token: z.string(),
  until: z.string(),
});
export type PersonLink = z.infer<typeof link>;
export const linksAnswer = z.object({ links: z.array(link) });
export type LinksAnswer = z.infer<typeof linksAnswer>;

export const renameBody = z.strictObject({ name: words });
export const roleBody = z.strictObject({
  campaignId: id.nullable(),
  role: z.enum(ROLES).nullable(),
  unitId: id.nullable(),
});
export type RoleBody = z.infer<typeof roleBody>;
export const lockBody = z.strictObject({ locked: z.boolean() });
export const nothingBody = z.strictObject({});

export const doneAnswer = z.object({ done: z.literal(true) });

/** What administrators do with people, and people with their own account; `act.<name>` in the words of the screens. */
const ACTS = [
  'added',
  'renamed',
  'role-given',
  'role-taken',
  'linked',
  'locked',
  'unlocked',
  'signed-out',
  'removed',
  'entered',
  'password',
  'password-given',
  'backup-begun',
  'backed-up',
  'restored',
] as const;
export type ActName = (typeof ACTS)[number];

/** A person who is signed in; whoever holds the set-up link; whoever runs commands on the server. */
export const ACT_VIA = ['person', 'setup', 'command-line'] as const;
export type ActVia = (typeof ACT_VIA)[number];

const actParams = z.object({ role: z.enum(ROLES).optional(), name: z.string().optional() });
export type ActParams = z.infer<typeof actParams>;

const act = z.object({
  id: z.string(),
  at: z.string(),
  by: z.string(),
  via: z.enum(ACT_VIA),
  act: z.enum(ACTS),
  about: z.string(),
  campaign: z.string().nullable(),
  params: actParams,
});
export const actsAnswer = z.object({ acts: z.array(act), more: z.boolean() });
export type ActsAnswer = z.infer<typeof actsAnswer>;

const session = z.object({
  id: z.string(),
  begun: z.string(),
  used: z.string(),
  /** What the browser said of itself. */
  device: z.string(),
  /** The one that asks. */
  own: z.boolean(),
});
export type OpenedSession = z.infer<typeof session>;
export const sessionsAnswer = z.object({ sessions: z.array(session) });
export type SessionsAnswer = z.infer<typeof sessionsAnswer>;
export const accountAnswer = sessionsAnswer.extend({
  /** The units that one's roles are for. */
  units: z.array(z.object({ id, name: z.string() })),
});
export type AccountAnswer = z.infer<typeof accountAnswer>;

export const ownPasswordBody = z.strictObject({ current: words, password: words });
/** Null: all but the one that asks. */
export const endSessionBody = z.strictObject({ id: z.string().max(100).nullable() });

export const lookBody = z.strictObject({ token: z.string().max(100) });
export const invitedAnswer = z.object({ userName: z.string(), name: z.string(), ready: z.boolean() });
export type InvitedAnswer = z.infer<typeof invitedAnswer>;
export const enterBody = z.strictObject({ token: z.string().max(100), password: words });
