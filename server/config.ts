import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

export const PROJECT = resolve(import.meta.dirname, '..');

/** Everything that the environment may decide. Documented in the README; read once, at the start. */
export interface Config {
  /** Folder of the embedded database and of the secrets made at the first start. */
  readonly dataFolder: string;
  /** Address of a PostgreSQL to use instead of the embedded one. */
  readonly databaseUrl: string | null;
  readonly demo: boolean;
  readonly port: number;
  readonly host: string;
  /** Address under which people reach the app; its scheme decides whether cookies are Secure. */
  readonly publicUrl: string | null;
  /** Whether X-Forwarded-For and -Proto are to be believed. */
  readonly trustProxy: boolean;
  /** Wrong sign-ins a minute from one address; right ones do not count. */
  readonly signInsPerMinute: number;
  readonly secret: string | null;
  readonly version: string;
}

export function readConfig(env: NodeJS.ProcessEnv): Config {
  const packageJson = JSON.parse(readFileSync(resolve(PROJECT, 'package.json'), 'utf8')) as {
    version: string;
  };
  return {
    dataFolder: resolve(PROJECT, env.COHOA_DATA || '.cohoa'),
    databaseUrl: env.DATABASE_URL || null,
    demo: env.COHOA_DEMO !== 'off',
    port: wholeNumber(env.PORT, 3000, 'PORT'),
    host: env.HOST || '0.0.0.0',
    publicUrl: env.COHOA_URL || null,
    trustProxy: env.COHOA_TRUST_PROXY === 'on',
    signInsPerMinute: wholeNumber(env.COHOA_SIGN_INS_PER_MINUTE, 60, 'COHOA_SIGN_INS_PER_MINUTE'),
    secret: env.COHOA_SECRET || null,
    version: packageJson.version,
  };
}

function wholeNumber(text: string | undefined, otherwise: number, name: string): number {
  if (text === undefined || text === '') return otherwise;
  const n = Number(text);
  if (!Number.isInteger(n) || n < 0 || n > 65_535)
    throw new Error(`${name} must be a whole number, not «${text}»`);
  return n;
}
