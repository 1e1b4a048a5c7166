/** Finds a browser without anyone having installed one: a named one, the system's, or the one in node_modules. */
import { execFileSync } from 'node:child_process';

interface Browser {
  readonly executablePath: string;
  readonly args: string[];
}

function onPath(name: string): string | null {
  try {
    return (
      execFileSync('which', [name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim() || null
    );
  } catch {
    // `which` answers by its exit code that there is no such program.
    return null;
  }
}

const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
];

export async function findChromium(): Promise<Browser> {
  const installed = process.env.CHROMIUM_PATH ?? onPath('chromium') ?? onPath('google-chrome');
  if (installed) return { executablePath: installed, args: QUIET };
  // Asked for before the import: it then unpacks the shared libraries that a bare machine lacks.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs22.x';
  const { default: chromium } = await import('@sparticuz/chromium');
  // Its own flags for cloud functions include --single-process, in which a crashed tab takes the browser with it.
  const args = chromium.args.filter(
    (a) => !/single-process|zygote|headless|web-security|site-isolation|IsolateOrigins/i.test(a),
  );
  return { executablePath: await chromium.executablePath(), args: [...new Set([...args, ...QUIET])] };
}
