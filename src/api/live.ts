import type { Live } from './home.ts';

/** Hands what the database notifies to the event streams that wait for it. */
export class LiveHub implements Live {
  readonly #campaigns = new Map<string, Set<(number: number) => void>>();
  readonly #people = new Map<string, Set<() => void>>();
  readonly #rights = new Set<(userId: string | null) => void>();

  subscribe(campaignId: string, heard: (number: number) => void): () => void {
    return added(this.#campaigns, campaignId, heard);
  }

  watch(userId: string, changed: () => void): () => void {
    return added(this.#people, userId, changed);
  }

  watching(userId: string): number {
    return this.#people.get(userId)?.size ?? 0;
  }

  /** The campaigns that somebody waits for. */
  campaigns(): string[] {
    return [...this.#campaigns.keys()];
  }

  /** Takes the payload of a change's notification: campaign and number. */
  hear(payload: string): void {
    const [campaignId, number] = payload.split(' ');
    for (const heard of this.#campaigns.get(campaignId ?? '') ?? []) heard(Number(number));
  }

  watchRights(changed: (userId: string | null) => void): void {
    this.#rights.add(changed);
  }

  /** Something about a person's rights or sessions has changed. */
  hearPerson(userId: string): void {
    for (const changed of this.#rights) changed(userId);
    for (const changed of this.#people.get(userId) ?? []) changed();
  }

  /** Nothing was heard for a while: whatever could have changed is asked for again. */
  hearEverybody(): void {
    for (const changed of this.#rights) changed(null);
    for (const userId of this.#people.keys()) this.hearPerson(userId);
  }
}

function added<T>(sets: Map<string, Set<T>>, key: string, item: T): () => void {
  const set = sets.get(key) ?? new Set();
  sets.set(key, set.add(item));
  return () => {
    set.delete(item);
    if (set.size === 0 && sets.get(key) === set) sets.delete(key);
  };
}
