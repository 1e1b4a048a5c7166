import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** The demo answers its own API through msw's service worker, which must lie beside the page. */
function serviceWorker(): Plugin {
  const file = createRequire(import.meta.url).resolve('msw/mockServiceWorker.js');
  return {
    name: 'cohoa-service-worker',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'mockServiceWorker.js', source: readFileSync(file) });
    },
  };
}

/**
 * Writes into the page which files each part that is loaded later is made of: a module that once failed to load fails
 * until the page is loaded anew, so the page fetches the files of a part before it asks for it.
 */
function partFiles(): Plugin {
  return {
    name: 'cohoa-part-files',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        if (bundle === undefined) return [];
        const filesOf = (name: string, seen: Set<string>): Set<string> => {
          const chunk = bundle[name];
          if (chunk?.type !== 'chunk' || seen.has(name)) return seen;
          seen.add(name);
          for (const css of chunk.viteMetadata?.importedCss ?? []) seen.add(css);
          for (const other of chunk.imports) filesOf(other, seen);
          return seen;
        };
        const parts = Object.values(bundle).flatMap((chunk) =>
          chunk.type === 'chunk' && chunk.isDynamicEntry
            ? [[chunk.name, [...filesOf(chunk.fileName, new Set())]]]
            : [],
        );
        const children = JSON.stringify(Object.fromEntries(parts));
        return [
          { tag: 'script', attrs: { type: 'application/json', id: 'parts' }, children, injectTo: 'head' },
        ];
      },
    },
  };
}

export default defineConfig(({ mode }) => ({
  plugins: [react(), partFiles(), ...(mode === 'demo' ? [serviceWorker()] : [])],
  // Relative, so that the static demo runs in any folder of any file server.
  base: './',
  publicDir: 'public',
  build: {
    outDir: mode === 'demo' ? 'dist-demo' : 'dist',
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 1500,
  },
  test: {
    include: ['{src,mocks,server}/**/*.test.ts', 'tests/{house,server}/**/*.test.ts'],
    // One a core: most of the time a test waits for a server of its own.
    maxWorkers: 2,
    testTimeout: 90_000,
    hookTimeout: 120_000,
    unstubGlobals: true,
  },
  resolve: {
    // The packages' own entries are bundles in older JavaScript, heavier, and nothing of them can be left out.
    alias: [
      { find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' },
      { find: /^leaflet$/, replacement: 'leaflet/dist/leaflet-src.esm.js' },
    ],
  },
  worker: { format: 'es' as const },
  server: { proxy: { '/api': 'http://localhost:3001', '/healthz': 'http://localhost:3001' } },
}));
