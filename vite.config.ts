import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig(({ mode }) => ({
  plugins: [react()],
  // Relative, so that the static demo runs in any folder of any file server.
  base: './',
  publicDir: 'public',
  build: {
    outDir: mode === 'demo' ? 'dist-demo' : 'dist',
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 1500,
  },
  worker: { format: 'es' as const },
  server: { proxy: { '/api': 'http://localhost:3001', '/healthz': 'http://localhost:3001' } },
}));
