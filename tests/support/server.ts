/** Starts the real server as a process of its own, on a data folder of its own. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DEMO_CAMPAIGN } from '../../mocks/demo/builder.ts';
import { freePort } from '../../server/freePort.ts';
import { newId } from '../../src/api/contract/newId.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const READY = /ready in/;
/** Longer than the server itself waits for its database. */
const END_LIMIT_MS = 60_000;

/** A folder that the database's user may enter, even when the tests run as root. */
export function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cohoa-'));
  chmodSync(folder, 0o755);
  return folder;
}

/**
 * A data folder in which the demonstration lies ready to be started: within a whole run of the tests a copy of one that
 * was made once, since making the database anew is most of a first start. Alone, a test has it made by its own start.
 */
export async function demoFolder(): Promise<string> {
  const shared = process.env.COHOA_TEST_SHARED;
  const folder = dataFolder();
  if (shared === undefined || shared === '') return folder;
  const template = join(shared, 'demonstration');
  if (!existsSync(template)) await makeTemplate(template);
  // With their owner: the database's files are its user's.
  execFileSync('cp', ['-a', `${template}/.`, folder]);
  return folder;
}

async function makeTemplate(template: string): Promise<void> {
  const made = dataFolder();
  await (await ServerProcess.start(made)).stop();
  try {
    renameSync(made, template);
  } catch (error) {
    // Another worker was first; theirs is as good.
    if ((error as NodeJS.ErrnoException).code !== 'ENOTEMPTY') throw error;
    removeFolder(made);
  }
}

export class ServerProcess {
  readonly url: string;
  readonly folder: string;
  readonly #said: () => string;
  readonly #process: ChildProcess;

  private constructor(process: ChildProcess, url: string, folder: string, said: () => string) {
    this.#process = process;
    this.url = url;
    this.folder = folder;
    this.#said = said;
  }

  static async start(
    folder: string,
    env: Record<string, string> = {},
    args: string[] = ['--api-only'],
    at?: number,
  ): Promise<ServerProcess> {
    const port = at ?? (await freePort());
    let said = '';
    const child = spawn(process.execPath, [join(ROOT, 'server/main.ts'), ...args], {
      cwd: ROOT,
      env: {
        ...process.env,
        COHOA_DATA: folder,
        PORT: String(port),
        HOST: '127.0.0.1',
        COHOA_SIGN_INS_PER_MINUTE: '1000',
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    await new Promise<void>((ready, failed) => {
      const hear = (chunk: Buffer) => {
        said += chunk.toString();
        if (READY.test(said)) ready();
      };
      child.stdout?.on('data', hear);
      child.stderr?.on('data', hear);
      child.once('exit', (code) => failed(new Error(`the server ended with ${code}:\n${said}`)));
    });
    return new ServerProcess(child, `http://127.0.0.1:${port}`, folder, () => said);
  }

  /** Waits until it has printed something; what is printed last may arrive after it answers. */
  async prints(pattern: RegExp): Promise<RegExpExecArray> {
    for (let tries = 0; tries < 100; tries++) {
      const found = pattern.exec(this.#said());
      if (found !== null) return found;
      await new Promise((later) => setTimeout(later, 50));
    }
    throw new Error(`never printed ${pattern}:\n${this.#said()}`);
  }

  get pid(): number {
    return this.#process.pid as number;
  }

  /** All that it has printed so far. */
  get printed(): string {
    return this.#said();
  }

  /** Ends it as a person would, and waits until it is gone. Gives its exit code. */
  async stop(): Promise<number | null> {
    return this.#end('SIGTERM');
  }

  /** Ends it as a power cut would. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** One that ended by itself is not waited for; one that does not end says what it was about, and is ended. */
  #end(signal: NodeJS.Signals): Promise<number | null> {
    const { exitCode, signalCode } = this.#process;
    if (exitCode !== null || signalCode !== null) return Promise.resolve(exitCode);
    return new Promise((done, failed) => {
      const late = setTimeout(() => {
        this.#process.kill('SIGKILL');
        failed(new Error(`the server did not end within ${END_LIMIT_MS} ms of ${signal}:\n${this.#said()}`));
      }, END_LIMIT_MS);
      this.#process.once('exit', (code) => {
        clearTimeout(late);
        done(code);
      });
      this.#process.kill(signal);
    });
  }

  /** Posts an edit that creates one row, as whoever the cookie says. */
  create(
    cookie: string,
    entity: string,
    fields: object,
    id: string = newId(),
    key: string = newId(),
  ): Promise<Response> {
    return fetch(`${this.url}/api/campaigns/${DEMO_CAMPAIGN}/edits`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify({
        key,
        replica: id,
        campaignId: DEMO_CAMPAIGN,
        note: { code: 'test' },
        ops: [{ kind: 'create', entity, id, fields }],
      }),
    });
  }

  async signIn(username: string, password = 'cohoa-demo'): Promise<string> {
    const response = await fetch(`${this.url}/api/auth/sign-in/username`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password }),
    });
    if (!response.ok) throw new Error(`sign-in: ${response.status} ${await response.text()}`);
    return response.headers
      .getSetCookie()
      .map((c) => c.split(';')[0])
      .join('; ');
  }
}

/** Kills the database of a folder, if one still runs there. */
export function killPostmaster(folder: string): void {
  const file = join(folder, 'postgres/postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}
