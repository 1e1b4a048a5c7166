/** What every answer says of the server: its protocol, and which past its database is of. */
import type { MiddlewareHandler } from 'hono';
import { LINEAGE_HEADER, PROTOCOL, PROTOCOL_HEADER } from './contract/protocol.ts';
import { lineageOf } from './db/installation.ts';
import type { ApiHome } from './home.ts';

/** Where rows of the database are spoken of. */
const WITH_LINEAGE = /^\/api\/(session|campaigns)(\/|$)/;

export function wireHeaders({ db }: Pick<ApiHome, 'db'>): MiddlewareHandler {
  return async (c, next) => {
    await next();
    c.header(PROTOCOL_HEADER, String(PROTOCOL));
    const { status } = c.res;
    // Who is not signed in learns nothing; a database that does not answer has been told of already.
    if (!WITH_LINEAGE.test(c.req.path) || status === 401 || status >= 500) return;
    try {
      c.header(LINEAGE_HEADER, await lineageOf(db));
    } catch (error) {
      // The answer goes, and whoever makes it must hear of that: it may be a stream.
      await c.res.body?.cancel();
      throw error;
    }
  };
}
