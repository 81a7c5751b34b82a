/** Decides who wrote a post, from any of X's four generations of user objects. */
import type { Author, Mention } from './post';
import { address, type Bag, bag, handle, id, text } from './x-fields';

/** Who wrote a post, and whether X told how the person stands to them. */
export interface Writer {
  author: Author;
  /** False where nothing is said of locks, blocks and mutes: `protected`, `hidden` and `followed` are then not known to be false. */
  told: boolean;
}

/** Writer of a user object: `core` since May 2025, `legacy` before, bare fields in the old REST form; null without a handle. */
export function readWriter(value: unknown): Writer | null {
  const user = bag(value);
  const core = bag(user.core);
  const legacy = bag(user.legacy);
  const name = handle(core.screen_name) ?? handle(legacy.screen_name) ?? handle(user.screen_name);
  if (!name) return null;
  const avatar = address(
    bag(user.avatar).image_url ?? legacy.profile_image_url_https ?? user.profile_image_url_https,
  );
  const relation = bag(user.relationship_perspectives);
  const author = {
    id: id(user.rest_id ?? user.id_str ?? legacy.id_str),
    handle: name,
    name: text(core.name) ?? text(legacy.name) ?? text(user.name) ?? name,
    avatar: avatar?.startsWith('https:') ? avatar : null,
    protected: (bag(user.privacy).protected ?? legacy.protected ?? user.protected) === true,
    followed: (relation.following ?? legacy.following ?? user.following) === true,
    hidden: isSet(relation, legacy, user, 'blocking') || isSet(relation, legacy, user, 'muting'),
  };
  // Whoever has `legacy` is told of in full: what it lacks is false. The old REST form has the lock beside the name.
  const isWhole =
    (user.legacy ?? user.protected ?? (user.privacy && user.relationship_perspectives)) != null;
  return { author, told: isWhole || author.protected || author.hidden };
}

function isSet(relation: Bag, legacy: Bag, user: Bag, key: string): boolean {
  return (relation[key] ?? legacy[key] ?? user[key]) === true;
}

/** Author of a user object, null without a handle. */
export function readAuthor(value: unknown): Author | null {
  return readWriter(value)?.author ?? null;
}

/** The user object that a post carries, wherever this generation keeps it. */
export function authorBag(post: Bag): unknown {
  const core = bag(post.core);
  const results =
    core.user_results ??
    core.user_result ??
    core.user ??
    post.user_results ??
    core.author_results ??
    post.author_results ??
    post.user;
  return bag(results).result ?? results;
}

/** Mentions of entity lists; x-web wraps the user once more. */
export function readMentions(entities: readonly unknown[]): Mention[] {
  const mentions: Mention[] = [];
  for (const value of entities) {
    const entity = bag(value);
    const user = bag(authorBag(entity));
    const name = handle(entity.screen_name ?? bag(user.core).screen_name);
    if (name && !mentions.some((known) => known.handle === name)) {
      mentions.push({ handle: name, id: id(entity.id_str ?? user.rest_id) });
    }
  }
  return mentions;
}
