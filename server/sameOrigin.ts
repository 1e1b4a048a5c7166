/**
 * Whether a write comes from our own pages. Cookies go along with what a page on another port of this host sends, or on
 * a sibling's name: so a browser must say where it comes from, and only JSON is taken (or a backup), which another site cannot send
 * without being asked first. What no browser sent (no Origin, no Sec-Fetch-Site) carries nobody's cookies unasked.
 */
import type { MiddlewareHandler } from 'hono';
import { ApiError } from '../src/api/errors.ts';
import type { Config } from './config.ts';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

export function sameOrigin(config: Pick<Config, 'publicUrl' | 'trustProxy'>): MiddlewareHandler {
  return async (c, next) => {
    if (READS.has(c.req.method)) return next();
    const site = c.req.header('sec-fetch-site');
    const origin = c.req.header('origin');
    const forwarded = config.trustProxy ? c.req.header('x-forwarded-host') : undefined;
    const hosts = [c.req.header('host'), forwarded, hostOf(config.publicUrl)];
    const foreign =
      (site !== undefined && site !== 'same-origin' && site !== 'none') ||
      (origin !== undefined && site !== 'same-origin' && !hosts.includes(hostOf(origin) ?? 'none'));
    if (foreign) throw new ApiError(403, 'request.other-origin');
    const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
    const taken = c.req.path === '/api/setup/restore' ? 'application/gzip' : 'application/json';
    if (type !== taken) throw new ApiError(415, 'request.not-json');
    return next();
  };
}

/** `host:port` of an address; null when it is none. */
function hostOf(address: string | null | undefined): string | null {
  if (!address || !URL.canParse(address)) return null;
  return new URL(address).host;
}
