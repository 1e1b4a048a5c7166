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

export default defineConfig(({ mode }) => ({
  plugins: [react(), ...(mode === 'demo' ? [serviceWorker()] : [])],
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
    testTimeout: 30_000,
    hookTimeout: 60_000,
    unstubGlobals: true,
  },
  worker: { format: 'es' as const },
  server: { proxy: { '/api': 'http://localhost:3001', '/healthz': 'http://localhost:3001' } },
}));
