/** `npm run dev`: the server restarts when its files change, the page reloads when its own do. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { PROJECT } from './config.ts';

/** Where vite.config.ts sends the page's requests. */
const API_PORT = '3001';

function start(args: readonly string[], env: Record<string, string>): ChildProcess {
  return spawn(process.execPath, args, { cwd: PROJECT, stdio: 'inherit', env: { ...process.env, ...env } });
}

const children = [
  start(['--watch', '--watch-preserve-output', 'server/main.ts', '--api-only'], { PORT: API_PORT }),
  start([join(PROJECT, 'node_modules/vite/bin/vite.js'), '--port', process.env.PORT || '3000'], {}),
];

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    for (const child of children) child.kill(signal);
  });
for (const child of children)
  child.once('exit', (code) => {
    for (const other of children) other.kill('SIGTERM');
    process.exitCode = code ?? 0;
  });
