/** X's next front-end ("x-web", X.md 1.9): the same answers in its own spelling. */

import { READING } from './operations.ts';
import type { Json } from './payload/user.ts';
import type { World } from './world.ts';

/** An operation's answer as api.x.com gives it to x-web. */
export function xwebOperation(operation: string, world: World, variables: Json): Json {
  return READING[operation]?.(world, variables) ?? {};
}
