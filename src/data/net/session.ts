/** Who is signed in, on this device. The last known person may go on working while there is no network. */
import { create } from 'zustand';
import type { CampaignsAnswer, EntryAnswer, SessionAnswer } from '../../api/contract/answers.ts';
import { type Membership, membershipIn } from '../../domain/edit/roles.ts';
import { administersAnything } from '../../domain/people/managing.ts';
import { getJson, NoAnswer, postJson, Refusal, ServerFailed } from './http.ts';

const LAST_SESSION = 'cohoa.session';
/** Set while a person has left this device and the server could not be told yet. */
const NOT_YET_TOLD = 'cohoa.sign-out-not-told';

let tabs: BroadcastChannel | null = null;

/** All tabs of a browser are one person's: leaving one is leaving all. */
function otherTabs(): BroadcastChannel {
  if (tabs === null) {
    tabs = new BroadcastChannel('cohoa-session');
    tabs.onmessage = () => void signedOut(true);
  }
  return tabs;
}

export type Entry = EntryAnswer;

type Session =
  | { readonly status: 'asking' }
  | {
      readonly status: 'signed-out';
      readonly entry: EntryAnswer | null;
      /** Somebody has just left this device; the server could not be told yet. */
      readonly left: boolean;
      /** The person has left by their own word; false where the session has ended by itself. */
      readonly byChoice: boolean;
    }
  | {
      readonly status: 'signed-in';
      readonly who: SessionAnswer;
      readonly campaigns: CampaignsAnswer['campaigns'];
    };

export const useSession = create<Session>(() => ({ status: 'asking' }));

/** Whoever is here leaves by their own word, in this tab or another: what the server says of it meanwhile is no news. */
let leaving = false;

/** Counts who came and went: an answer about who was here before says nothing of who is here now. */
let turns = 0;

/** Asks the server who this is; without an answer, goes on as whoever was signed in last. */
export async function openSession(): Promise<void> {
  otherTabs();
  const turn = ++turns;
  if (localStorage.getItem(NOT_YET_TOLD) !== null && !(await tellSignOut()))
    return turn === turns ? signedOut(true) : undefined;
  try {
    const who = await getJson<SessionAnswer>('/api/session');
    const { campaigns } = await getJson<CampaignsAnswer>('/api/campaigns');
    if (turn === turns) remember({ who, campaigns });
  } catch (error) {
    if (turn !== turns) return;
    if (error instanceof Refusal && error.status === 401) return signedOut();
    if (!(error instanceof NoAnswer || error instanceof ServerFailed)) throw error;
    const last = localStorage.getItem(LAST_SESSION);
    if (last === null) return signedOut();
    useSession.setState({ status: 'signed-in', ...(JSON.parse(last) as Remembered) });
  }
}

/** The server has ended the session, by somebody else's hand: the page of sign-in comes. */
export function putOut(): void {
  if (!leaving) void openSession();
}

interface Remembered {
  readonly who: SessionAnswer;
  readonly campaigns: CampaignsAnswer['campaigns'];
}

function remember(known: Remembered): void {
  leaving = false;
  localStorage.setItem(LAST_SESSION, JSON.stringify(known));
  useSession.setState({ status: 'signed-in', ...known });
}

async function signedOut(byChoice = false): Promise<void> {
  if (byChoice) leaving = true;
  const turn = ++turns;
  let entry: EntryAnswer | null = null;
  try {
    entry = await getJson<EntryAnswer>('/api/entry');
  } catch (error) {
    if (!(error instanceof NoAnswer || error instanceof ServerFailed)) throw error;
  }
  if (turn !== turns) return;
  const left = localStorage.getItem(NOT_YET_TOLD) !== null;
  useSession.setState({ status: 'signed-out', entry, left, byChoice });
}

/** Throws Refusal (wrong name or password, too many tries) or NoAnswer. */
export async function signIn(userName: string, password: string): Promise<void> {
  // The answer to a sign-out takes the cookie away, whosever it is by then.
  await telling;
  await postJson('/api/auth/sign-in/username', { username: userName.trim().toLowerCase(), password });
  localStorage.removeItem(NOT_YET_TOLD);
  await openSession();
}

/**
 * Leaves this device, with or without a network: nobody is signed in here from now on, in any tab. Where the server
 * cannot be told, it is told before anybody is let in again.
 */
export async function signOut(): Promise<void> {
  leaving = true;
  turns++;
  localStorage.removeItem(LAST_SESSION);
  localStorage.setItem(NOT_YET_TOLD, '1');
  otherTabs().postMessage('signed-out');
  await tellSignOut();
  await signedOut(true);
}

let telling: Promise<boolean> | null = null;

/** Whether the server knows that the person has left. One is told at a time. */
function tellSignOut(): Promise<boolean> {
  telling ??= postSignOut().finally(() => {
    telling = null;
  });
  return telling;
}

async function postSignOut(): Promise<boolean> {
  try {
    await postJson('/api/auth/sign-out', {});
  } catch (error) {
    if (error instanceof NoAnswer || error instanceof ServerFailed) return false;
    // Refused: the session had ended by itself.
    if (!(error instanceof Refusal)) throw error;
  }
  localStorage.removeItem(NOT_YET_TOLD);
  return true;
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

/** Whether the person administers anything, and so may let people in. */
export function useRulesAny(): boolean {
  return useSession((s) => s.status === 'signed-in' && administersAnything(s.who.memberships));
}

/** Whether the person administers every campaign, and so may begin one. */
export function useRulesAll(): boolean {
  return useSession(
    (s) =>
      s.status === 'signed-in' && s.who.memberships.some((m) => m.campaignId === null && m.role === 'admin'),
  );
}
