/** The sync engine's surroundings in a browser. */
import type { ChangesAnswer, SnapshotAnswer } from '../../api/contract/answers.ts';
import type { EditAnswer } from '../../api/contract/edits.ts';
import { getJson, postJson } from '../net/http.ts';
import { putOut } from '../net/session.ts';
import type { Clock, Lead, Net, TabMessage, Tabs } from './ports.ts';

/** The server says the newest number at least so often; a stream silent for longer is dead, whatever it claims. */
const SILENT_STREAM_MS = 45_000;

export const browserNet: Net = {
  snapshot: (campaignId, after, progress) =>
    getJson<SnapshotAnswer>(
      `/api/campaigns/${campaignId}/snapshot${after === null ? '' : `?after=${encodeURIComponent(after)}`}`,
      progress,
    ),
  changes: (campaignId, since, progress) =>
    getJson<ChangesAnswer>(`/api/campaigns/${campaignId}/changes?since=${since}`, progress),
  send: (edit, progress) => postJson<EditAnswer>(`/api/campaigns/${edit.campaignId}/edits`, edit, progress),
  listen: (campaignId, number, ended) => {
    const events = new EventSource(`/api/campaigns/${campaignId}/events`);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = () => {
      clearTimeout(timer);
      events.close();
    };
    const end = (shutOut = false) => {
      stop();
      ended(shutOut);
    };
    const alive = () => {
      clearTimeout(timer);
      timer = setTimeout(() => end(), SILENT_STREAM_MS);
    };
    alive();
    events.onopen = alive;
    events.onmessage = (message: MessageEvent<string>) => {
      alive();
      number(Number(message.data));
    };
    // Whatever ended it, the next one is ours to begin: the browser would wait for ever behind a refusal.
    events.onerror = () => end();
    events.addEventListener('put-out', ({ data }: MessageEvent<string>) => {
      end(data === 'locked');
      if (data === 'signed-out') putOut();
    });
    return stop;
  },
  unplugged: () => !navigator.onLine,
};

export function browserTabs(name: string): Tabs {
  const channel = new BroadcastChannel(name);
  return {
    tell: (message) => channel.postMessage(message),
    hear: (heard) => {
      channel.onmessage = ({ data }: MessageEvent<TabMessage>) => heard(data);
    },
    close: () => channel.close(),
  };
}

/** One tab leads, the holder of a Web Lock; where locks are missing (plain http in an office network) every tab does. */
export function browserLead(name: string): Lead {
  return (stop, work) => {
    if (navigator.locks === undefined) {
      void work();
      return;
    }
    navigator.locks.request(name, { signal: stop }, work).catch((error: unknown) => {
      if (!stop.aborted) throw error;
    });
  };
}

export const browserClock: Clock = {
  after: (ms, work) => {
    const timer = setTimeout(work, ms);
    return () => clearTimeout(timer);
  },
};
