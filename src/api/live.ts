import type { Live } from './home.ts';

/** Fans notifications out to the listeners of each campaign. */
export class LiveHub implements Live {
  readonly #listeners = new Map<string, Set<(number: number) => void>>();

  subscribe(campaignId: string, heard: (number: number) => void): () => void {
    const set = this.#listeners.get(campaignId) ?? new Set();
    this.#listeners.set(campaignId, set.add(heard));
    return () => {
      set.delete(heard);
      if (set.size === 0) this.#listeners.delete(campaignId);
    };
  }

  /** Takes the payload of a notification: campaign and number. */
  hear(payload: string): void {
    const [campaignId, number] = payload.split(' ');
    for (const heard of this.#listeners.get(campaignId ?? '') ?? []) heard(Number(number));
  }
}
