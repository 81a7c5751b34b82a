/** X's older REST addresses that the page still calls. */

import type { ServerParts } from './https-server.ts';
import { buildResult } from './payload/post.ts';
import type { Json } from './payload/user.ts';
import { VIEWER } from './people.ts';

/** REST calls that change something. */
const WRITES = /^\/i\/api\/1\.1\/(friendships|blocks|mutes\/users|dm)\/(\w+)\.json$/;

/** Notifications in the old `globalObjects` form: posts that answer or quote the viewer. */
function notifications({ api }: ServerParts): Json {
  const world = api.world();
  const tweets: Json = {};
  const users: Json = {};
  const entries: Json[] = [];
  for (const post of world.store.newestFirst()) {
    const target = world.store.posts.get(post.replyTo ?? post.quoteOf ?? '');
    if (target?.author.handle !== VIEWER.handle || post.state !== 'present') continue;
    const result = buildResult(post, { ...world, layout: 'A' }) as { legacy: Json };
    tweets[post.id] = { ...result.legacy, id_str: post.id };
    users[post.author.id] = {
      id_str: post.author.id,
      name: post.author.name,
      screen_name: post.author.handle,
    };
    entries.push({
      entryId: `notification-${post.id}`,
      sortIndex: String(post.createdAt),
      content: { item: { content: { tweet: { id: post.id, displayType: 'Tweet' } } } },
    });
  }
  return {
    globalObjects: { tweets, users, notifications: {} },
    timeline: { id: 'all', instructions: [{ addEntries: { entries } }] },
  };
}

/** The answer to a REST address; undefined where the address is none of them. */
export function restAnswer(path: string, body: string, parts: ServerParts): Json | undefined {
  if (path.startsWith('/i/api/2/notifications/')) return notifications(parts);
  const write = WRITES.exec(path);
  if (!write) return undefined;
  const variables = Object.fromEntries(new URLSearchParams(body));
  parts.received.writes.push({ operation: `${write[1]}/${write[2]}`, variables });
  const one = parts.store
    .oldestFirst()
    .find((post) => post.author.id === variables.user_id)?.author;
  if (one) {
    if (write[1] === 'friendships') one.followed = write[2] === 'create';
    if (write[1] === 'blocks') one.blocked = write[2] === 'create';
    if (write[1] === 'mutes/users') one.muted = write[2] === 'create';
  }
  return { id_str: variables.user_id ?? '' };
}
