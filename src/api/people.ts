import type { Membership } from '../domain/edit/roles.ts';
import { ApiError } from './errors.ts';
import type { ApiEnv, ApiHome } from './home.ts';
import { membershipsOf } from './members.ts';
import { Remembered } from './remembered.ts';

/**
 * Who asks, and what they may do: known for a second, since a busy page asks many times in one. What our own doors take
 * away is forgotten as soon as it is heard of.
 */
export class People {
  readonly #home: ApiHome;
  readonly #memberships = new Remembered<Membership[]>();

  constructor(home: ApiHome) {
    this.#home = home;
    home.live.watchRights((userId) => {
      if (userId === null) this.#memberships.forgetWhere(() => true);
      else this.forget(userId);
    });
  }

  /** Throws 401 `session.none`. */
  async whoAsks(request: Request): Promise<ApiEnv['Variables']> {
    const user = await this.#home.authenticate(request);
    if (user === null) throw new ApiError(401, 'session.none');
    const memberships = await this.membershipsOf(user.id);
    return { user, author: { userId: user.id, name: user.name, memberships } };
  }

  membershipsOf(userId: string): Promise<Membership[]> {
    return this.#memberships.of(userId, () => membershipsOf(this.#home.db, userId));
  }

  forget(userId: string): void {
    this.#memberships.forget(userId);
  }
}
