import { ApiError } from './errors.ts';
import type { ApiEnv, ApiHome } from './home.ts';
import { membershipsOf } from './members.ts';

/** Who asks, and what they may do. Throws 401 `session.none`. */
export async function whoAsks(
  { authenticate, db }: Pick<ApiHome, 'authenticate' | 'db'>,
  request: Request,
): Promise<ApiEnv['Variables']> {
  const askedAt = performance.now();
  const user = await authenticate(request);
  if (user === null) throw new ApiError(401, 'session.none');
  const memberships = await membershipsOf(db, user.id);
  return { user, author: { userId: user.id, name: user.name, memberships }, askedAt };
}
