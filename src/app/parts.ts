/** Code that is loaded when it is needed, and before that when there is time: a phone on a slow line starts with little. */

/** Milliseconds before the second and the third try: a line that stutters is not a line that is gone. */
const AGAIN_AFTER_MS = [300, 1500];

const wait = (ms: number) => new Promise((done) => setTimeout(done, ms));

export interface Files {
  /** Resolves when all are here; each is asked for once, whoever wants it. Rejects as the first that does not come. */
  readonly fetch: (files: readonly string[]) => Promise<void>;
  /** They are asked for again the next time. */
  readonly forget: (files: readonly string[]) => void;
}

/** Parts share most of their files, so these come once, not once a part; `here` are those that came with the page. */
export function filesOnce(fetch: (file: string) => Promise<void>, here: Iterable<string> = []): Files {
  const asked = new Map<string, Promise<void>>([...here].map((file) => [file, Promise.resolve()]));
  const fetchOne = (file: string) => {
    const coming =
      asked.get(file) ??
      fetch(file).catch((error) => {
        asked.delete(file);
        throw error;
      });
    asked.set(file, coming);
    return coming;
  };
  return {
    fetch: async (files) => {
      await Promise.all(files.map(fetchOne));
    },
    forget: (files) => {
      for (const file of files) asked.delete(file);
    },
  };
}

export interface Part<T> {
  /** Null until it has been loaded. */
  readonly now: () => T | null;
  readonly load: () => Promise<T>;
}

/** Asks again for what did not come; what has come is kept, what has failed is asked for anew the next time. */
export function partOf<T>(fetch: () => Promise<T>, online: () => boolean, pause = wait): Part<T> {
  let loaded: T | null = null;
  let coming: Promise<T> | null = null;
  const tries = async (): Promise<T> => {
    for (const ms of AGAIN_AFTER_MS) {
      try {
        return await fetch();
      } catch (error) {
        // Without a network no second try comes to more.
        if (!online()) throw error;
        await pause(ms);
      }
    }
    return fetch();
  };
  return {
    now: () => loaded,
    load: () => {
      coming ??= tries().then(
        (value) => {
          loaded = value;
          return value;
        },
        (error) => {
          coming = null;
          throw error;
        },
      );
      return coming;
    },
  };
}

/**
 * Loads one after the other what has not come yet, also what a part brings along; one that does not come does not stand
 * before the others.
 */
export async function loadAll(
  parts: () => readonly Part<unknown>[],
  idle: () => Promise<void>,
): Promise<void> {
  const tried = new Set<Part<unknown>>();
  const next = () => parts().find((part) => part.now() === null && !tried.has(part));
  for (let part = next(); part !== undefined; part = next()) {
    tried.add(part);
    await idle();
    try {
      await part.load();
    } catch (error) {
      console.warn('not loaded ahead:', error);
    }
  }
}
