import { filesOnce, type Part, partOf } from './parts.ts';

/** The files of each part, as the build wrote them into the page; the development server has none. */
function filesOf(name: string): readonly string[] {
  const written = document.getElementById('parts')?.textContent ?? '{}';
  const named = (JSON.parse(written) as Record<string, readonly string[]>)[name] ?? [];
  return named.map((file) => new URL(file, document.baseURI).href);
}

/**
 * A browser that once failed to load a module gives the same failure until the page is loaded anew, and so does the
 * loader with style sheets. A failed fetch is forgotten: so the files are fetched, and only then asked for as what
 * they are.
 */
async function fetchFile(file: string): Promise<void> {
  const answer = await fetch(file);
  if (!answer.ok) throw new Error(`${file}: ${answer.status}`);
  await answer.arrayBuffer();
}

/** The scripts without which this one would not run. */
function scriptsOfPage(): string[] {
  const links = document.querySelectorAll<HTMLLinkElement>('link[rel=modulepreload]');
  return [...[...links].map((l) => l.href), ...[...document.scripts].map((s) => s.src)];
}

const files = filesOnce(fetchFile, scriptsOfPage());

const soon: Part<unknown>[] = [];
const late: Part<unknown>[] = [];

/** Every part that is known by now, in the order in which they are loaded ahead. */
export const allParts = (): readonly Part<unknown>[] => [...soon, ...late];

/** A part by the name that its module bears in the build: the file's own. A late one is loaded ahead after all others. */
export function addPart<T>(name: string, load: () => Promise<T>, when: 'soon' | 'late' = 'soon'): Part<T> {
  const part = partOf(
    async () => {
      const own = filesOf(name);
      await files.fetch(own);
      try {
        return await load();
      } catch (error) {
        // What the browser kept of them is gone, so having them once is not having them.
        files.forget(own);
        throw error;
      }
    },
    () => navigator.onLine,
  );
  (when === 'soon' ? soon : late).push(part);
  return part;
}
