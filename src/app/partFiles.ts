import { type Part, partOf } from './parts.ts';

/** The files of each part, as the build wrote them into the page; the development server has none. */
function filesOf(name: string): readonly string[] {
  const written = document.getElementById('parts')?.textContent ?? '{}';
  return (JSON.parse(written) as Record<string, readonly string[]>)[name] ?? [];
}

/**
 * A browser that once failed to load a module gives the same failure until the page is loaded anew, and so does the
 * loader with style sheets. A failed fetch is forgotten: so the files are fetched, and only then asked for as what
 * they are.
 */
async function fetchFiles(name: string): Promise<void> {
  await Promise.all(
    filesOf(name).map(async (file) => {
      const answer = await fetch(new URL(file, document.baseURI));
      if (!answer.ok) throw new Error(`${file}: ${answer.status}`);
      await answer.arrayBuffer();
    }),
  );
}

const soon: Part<unknown>[] = [];
const late: Part<unknown>[] = [];

/** Every part that is known by now, in the order in which they are loaded ahead. */
export const allParts = (): readonly Part<unknown>[] => [...soon, ...late];

/** A part by the name that its module bears in the build: the file's own. A late one is loaded ahead after all others. */
export function addPart<T>(name: string, load: () => Promise<T>, when: 'soon' | 'late' = 'soon'): Part<T> {
  const part = partOf(
    async () => {
      await fetchFiles(name);
      return load();
    },
    () => navigator.onLine,
  );
  (when === 'soon' ? soon : late).push(part);
  return part;
}
