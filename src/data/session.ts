/** Who is signed in, on this device. The last known person may go on working while there is no network. */
import { create } from 'zustand';
import type { CampaignsAnswer, EntryAnswer, SessionAnswer } from '../api/contract/answers.ts';
import { type Membership, membershipIn } from '../domain/edit/roles.ts';
import { getJson, NoAnswer, postJson, Refusal } from './http.ts';

const LAST_SESSION = 'cohoa.session';

export type Entry = EntryAnswer;

type Session =
  | { readonly status: 'asking' }
  | { readonly status: 'signed-out'; readonly entry: EntryAnswer | null }
  | {
      readonly status: 'signed-in';
      readonly who: SessionAnswer;
      readonly campaigns: CampaignsAnswer['campaigns'];
    };

export const useSession = create<Session>(() => ({ status: 'asking' }));

/** Asks the server who this is; without an answer, goes on as whoever was signed in last. */
export async function openSession(): Promise<void> {
  try {
    const who = await getJson<SessionAnswer>('/api/session');
    const { campaigns } = await getJson<CampaignsAnswer>('/api/campaigns');
    remember({ who, campaigns });
  } catch (error) {
    if (error instanceof Refusal && error.status === 401) return signedOut();
    if (!(error instanceof NoAnswer)) throw error;
    const last = localStorage.getItem(LAST_SESSION);
    if (last === null) return signedOut();
    useSession.setState({ status: 'signed-in', ...(JSON.parse(last) as Remembered) });
  }
}

interface Remembered {
  readonly who: SessionAnswer;
  readonly campaigns: CampaignsAnswer['campaigns'];
}

function remember(known: Remembered): void {
  localStorage.setItem(LAST_SESSION, JSON.stringify(known));
  useSession.setState({ status: 'signed-in', ...known });
}

async function signedOut(): Promise<void> {
  let entry: EntryAnswer | null = null;
  try {
    entry = await getJson<EntryAnswer>('/api/entry');
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
  }
  useSession.setState({ status: 'signed-out', entry });
}

/** Throws Refusal (wrong name or password, too many tries) or NoAnswer. */
export async function signIn(userName: string, password: string): Promise<void> {
  await postJson('/api/auth/sign-in/username', { username: userName.trim().toLowerCase(), password });
  await openSession();
}

/** Unsent edits stay on the device, under the person's own replica, until they sign in again. */
export async function signOut(): Promise<void> {
  await postJson('/api/auth/sign-out', {});
  localStorage.removeItem(LAST_SESSION);
  await signedOut();
}

/** Creates the first administrator with the one-time token that the server printed. */
export async function setUp(account: {
  token: string;
  userName: string;
  name: string;
  password: string;
}): Promise<void> {
  await postJson('/api/setup', account);
  await signIn(account.userName, account.password);
}

/** What the signed-in person is in a campaign. */
export function useMembership(campaignId: string): Membership | null {
  return useSession((s) => (s.status === 'signed-in' ? membershipIn(s.who.memberships, campaignId) : null));
}

/** Whether the person administers every campaign, and so may begin one. */
export function useRulesAll(): boolean {
  return useSession(
    (s) =>
      s.status === 'signed-in' && s.who.memberships.some((m) => m.campaignId === null && m.role === 'admin'),
  );
}
