/** People and accounts on the server: nothing of them is kept on the device. */
import type { ApproversAnswer } from '../../api/contract/answers.ts';
import {
  type AccountAnswer,
  type ActsAnswer,
  type AddPeopleBody,
  type InvitedAnswer,
  type LinksAnswer,
  MOST_AT_ONCE,
  type PeopleAnswer,
  type PersonLink,
  type RoleBody,
  type SessionsAnswer,
} from '../../api/contract/people.ts';
import { getJson as get, postJson as post, Refusal } from './http.ts';
import { openSession, signIn, signOut, useSession } from './session.ts';

export type { OpenedSession, Person, PersonLink } from '../../api/contract/people.ts';
export type NewPerson = AddPeopleBody['people'][number];
/** As many as one list may have. */
export const MOST_PEOPLE = MOST_AT_ONCE;
export type People = PeopleAnswer;
export type Acts = ActsAnswer;
export type OwnAccount = AccountAnswer;

/** A session that has ended leads to the page of sign-in, and nowhere else. */
async function signedIn<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof Refusal && error.status === 401) void openSession();
    throw error;
  }
}
const getJson = <T>(path: string) => signedIn(get<T>(path));
const postJson = <T>(path: string, body: unknown) => signedIn(post<T>(path, body));

export const fetchPeople = () => getJson<PeopleAnswer>('/api/people');

/** All of them or none. */
export async function addPeople(people: readonly NewPerson[]): Promise<readonly PersonLink[]> {
  return (await postJson<LinksAnswer>('/api/people', { people })).links;
}

export const renamePerson = (id: string, name: string) => postJson(`/api/people/${id}/name`, { name });
export const setRole = (id: string, role: RoleBody) => postJson(`/api/people/${id}/role`, role);
export const lockPerson = (id: string, locked: boolean) => postJson(`/api/people/${id}/lock`, { locked });
export const signPersonOut = (id: string) => postJson(`/api/people/${id}/sessions`, {});
export const removePerson = (id: string) => postJson(`/api/people/${id}/remove`, {});

export async function linkFor(id: string): Promise<PersonLink | undefined> {
  return (await postJson<LinksAnswer>(`/api/people/${id}/link`, {})).links[0];
}

export async function fetchSessions(id: string): Promise<AccountAnswer['sessions']> {
  return (await getJson<SessionsAnswer>(`/api/people/${id}/sessions`)).sessions;
}

export const fetchActs = (before: string | null) =>
  getJson<ActsAnswer>(`/api/people/acts${before === null ? '' : `?before=${before}`}`);

export async function fetchApprovers(campaignId: string): Promise<readonly string[] | null> {
  return (await getJson<ApproversAnswer>(`/api/campaigns/${campaignId}/approvers`)).names;
}

export const fetchAccount = () => getJson<AccountAnswer>('/api/account');

export const changePassword = (current: string, password: string) =>
  postJson('/api/account/password', { current, password });

/** Null: all but this one. */
export const endOwnSession = (id: string | null) => postJson('/api/account/sessions', { id });

export const lookAtLink = (token: string) => post<InvitedAnswer>('/api/invitation/look', { token });

/**
 * Sets the password, which uses the link up, and signs in with it; whoever is signed in here is signed out first, in every
 * tab. Gives whether signing in went well too.
 */
export async function enterByLink(token: string, password: string): Promise<boolean> {
  const { userName } = await post<InvitedAnswer>('/api/invitation', { token, password });
  if (useSession.getState().status === 'signed-in') await signOut();
  try {
    await signIn(userName, password);
    return true;
  } catch (error) {
    console.error('signing in after a password was set:', error);
    return false;
  }
}

/** The address that a link is sent as. */
export function linkAddress(token: string): string {
  return `${location.origin}${location.pathname}#/invitation/${token}`;
}
