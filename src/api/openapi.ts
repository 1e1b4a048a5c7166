import { z } from 'zod';
import {
  approversAnswer,
  campaignsAnswer,
  changesAnswer,
  errorAnswer,
  healthAnswer,
  historyAnswer,
  sessionAnswer,
  snapshotAnswer,
} from './contract/answers.ts';
import { backupStanding } from './contract/backup.ts';
import { edit, editAnswer } from './contract/edits.ts';
import {
  accountAnswer,
  actsAnswer,
  addPeopleBody,
  doneAnswer,
  endSessionBody,
  enterBody,
  invitedAnswer,
  linksAnswer,
  lockBody,
  lookBody,
  nothingBody,
  ownPasswordBody,
  peopleAnswer,
  renameBody,
  roleBody,
  sessionsAnswer,
} from './contract/people.ts';
import { sheetAnswer, sheetBody, sheetTokenAnswer } from './contract/sheets.ts';

interface Described {
  readonly method: 'get' | 'post';
  readonly path: string;
  readonly summary: string;
  readonly answer: z.ZodType | 'event-stream' | 'gzip';
  readonly body?: z.ZodType;
  readonly query?: readonly string[];
  /** Parameters that may be left out. */
  readonly mayQuery?: readonly string[];
  readonly open?: true;
}

/** Every route of the API, described once; a test holds this list against the routes that exist. */
export const DESCRIBED: readonly Described[] = [
  {
    method: 'get',
    path: '/api/healthz',
    summary: 'Whether server and database work',
    answer: healthAnswer,
    open: true,
  },
  { method: 'get', path: '/api/session', summary: 'Who is signed in, with roles', answer: sessionAnswer },
  { method: 'get', path: '/api/campaigns', summary: 'Campaigns one may open', answer: campaignsAnswer },
  {
    method: 'get',
    path: '/api/campaigns/{id}/snapshot',
    summary:
      'Rows of a campaign, about 1 MB a page, with the change number they stand at: the newest, or that asked for with at; the next page is asked with after',
    answer: snapshotAnswer,
    mayQuery: ['after', 'at'],
  },
  {
    method: 'get',
    path: '/api/campaigns/{id}/changes',
    summary: 'Changes after a number, oldest first, at most 500 and about 1 MB',
    answer: changesAnswer,
    query: ['since'],
  },
  {
    method: 'get',
    path: '/api/campaigns/{id}/history',
    summary:
      'Past changes, newest first, with the fields before and after; of one row when entity and row are given',
    answer: historyAnswer,
    mayQuery: ['before', 'entity', 'row'],
  },
  {
    method: 'post',
    path: '/api/campaigns/{id}/sheets',
    summary: 'A token for the code on a printed sheet: of a list, at a change',
    answer: sheetTokenAnswer,
    body: sheetBody,
  },
  {
    method: 'get',
    path: '/api/sheet/{token}',
    summary: 'Whether a printed sheet is still right, and what changed on it; open to whoever holds it',
    answer: sheetAnswer,
    open: true,
  },
  {
    method: 'get',
    path: '/api/campaigns/{id}/approvers',
    summary: 'Who may approve in a campaign, by name',
    answer: approversAnswer,
  },
  {
    method: 'get',
    path: '/api/campaigns/{id}/events',
    summary: 'Server-sent events: the newest change number, at once and whenever it grows',
    answer: 'event-stream',
  },
  {
    method: 'post',
    path: '/api/campaigns/{id}/edits',
    summary: 'Apply an edit: all of it or nothing, once per key; the body may be gzipped',
    answer: editAnswer,
    body: edit,
  },
  { method: 'get', path: '/api/people', summary: 'People, as far as one administers', answer: peopleAnswer },
  {
    method: 'post',
    path: '/api/people',
    summary: 'Add people with a role each, all or none; each gets a link that sets a password',
    answer: linksAnswer,
    body: addPeopleBody,
  },
  {
    method: 'get',
    path: '/api/people/acts',
    summary: 'What administrators did, newest first',
    answer: actsAnswer,
    mayQuery: ['before'],
  },
  {
    method: 'post',
    path: '/api/people/{person}/name',
    summary: 'Give a person another full name',
    answer: doneAnswer,
    body: renameBody,
  },
  {
    method: 'post',
    path: '/api/people/{person}/role',
    summary: 'Give or take a role in a campaign or in all',
    answer: doneAnswer,
    body: roleBody,
  },
  {
    method: 'post',
    path: '/api/people/{person}/link',
    summary: 'Make a link that sets a password; it makes the one before void',
    answer: linksAnswer,
    body: nothingBody,
  },
  {
    method: 'post',
    path: '/api/people/{person}/lock',
    summary: 'Lock or unlock an account',
    answer: doneAnswer,
    body: lockBody,
  },
  {
    method: 'get',
    path: '/api/people/{person}/sessions',
    summary: 'Where a person is signed in',
    answer: sessionsAnswer,
  },
  {
    method: 'post',
    path: '/api/people/{person}/sessions',
    summary: 'Sign a person out everywhere',
    answer: doneAnswer,
    body: nothingBody,
  },
  {
    method: 'post',
    path: '/api/people/{person}/remove',
    summary: 'Remove an account with its roles and sessions',
    answer: doneAnswer,
    body: nothingBody,
  },
  {
    method: 'get',
    path: '/api/account',
    summary: 'Where one is signed in, and for which units one has roles',
    answer: accountAnswer,
  },
  {
    method: 'post',
    path: '/api/account/password',
    summary: 'Change one’s own password; ends all other sessions',
    answer: doneAnswer,
    body: ownPasswordBody,
  },
  {
    method: 'post',
    path: '/api/account/sessions',
    summary: 'End one of one’s own sessions, or all others',
    answer: doneAnswer,
    body: endSessionBody,
  },
  {
    method: 'get',
    path: '/api/backup',
    summary: 'When everything was last copied, and by whom',
    answer: backupStanding,
  },
  {
    method: 'post',
    path: '/api/backup',
    summary: 'A copy of everything as it is at this moment: campaigns, their changes, accounts and roles',
    answer: 'gzip',
    body: nothingBody,
  },
  {
    method: 'post',
    path: '/api/invitation/look',
    summary: 'Whose link it is',
    answer: invitedAnswer,
    body: lookBody,
    open: true,
  },
  {
    method: 'post',
    path: '/api/invitation',
    summary: 'Set a password by a link, once',
    answer: invitedAnswer,
    body: enterBody,
    open: true,
  },
];

export function openApiDocument(version: string): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const d of DESCRIBED) {
    const item = paths[d.path] ?? {};
    item[d.method] = operation(d);
    paths[d.path] = item;
  }
  return { openapi: '3.1.0', info: { title: 'Cờ Hoa', version }, paths };
}

function json(schema: z.ZodType): object {
  const { $schema: _, ...body } = z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' });
  return { 'application/json': { schema: body } };
}

function operation(d: Described): object {
  const names = [...d.path.matchAll(/\{(\w+)\}/g)].map((m) => ({ name: m[1], in: 'path' }));
  const queries = (d.query ?? []).map((name) => ({ name, in: 'query' }));
  const optional = (d.mayQuery ?? []).map((name) => ({ name, in: 'query', required: false }));
  const content =
    d.answer === 'event-stream'
      ? { 'text/event-stream': { schema: { type: 'string' } } }
      : d.answer === 'gzip'
        ? { 'application/gzip': { schema: { type: 'string', format: 'binary' } } }
        : json(d.answer);
  return {
    summary: d.summary,
    parameters: [...names, ...queries, ...optional].map((p) => ({
      required: true,
      ...p,
      schema: { type: 'string' },
    })),
    ...(d.body === undefined ? {} : { requestBody: { required: true, content: json(d.body) } }),
    responses: {
      200: { description: 'OK', content },
      default: { description: 'Refused, with a code and the field at fault', content: json(errorAnswer) },
    },
    security: d.open ? [] : [{ session: [] }],
  };
}
