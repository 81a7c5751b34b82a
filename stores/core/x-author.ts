/** Decides who wrote a post, from any of X's four generations of user objects. */
import type { Author, Mention } from './post';
import { address, type Bag, bag, find, handle, id, text } from './x-fields';

/** Author of a user object: `core` since May 2025, `legacy` before, bare fields in the old REST form; null without a handle. */
export function readAuthor(value: unknown): Author | null {
  const user = bag(value);
  const legacy = bag(user.legacy);
  const bags = [bag(user.core), legacy, user];
  const name = handle(find(bags, 'screen_name'));
  if (!name) return null;
  const relation = [bag(user.relationship_perspectives), legacy, user];
  const avatar =
    address(bag(user.avatar).image_url) ?? address(find(bags, 'profile_image_url_https'));
  return {
    id: id(user.rest_id) ?? id(user.id_str) ?? id(legacy.id_str),
    handle: name,
    name: text(find(bags, 'name')) ?? name,
    avatar: avatar?.startsWith('https:') ? avatar : null,
    protected: find([bag(user.privacy), legacy, user], 'protected') === true,
    followed: find(relation, 'following') === true,
    hidden: find(relation, 'blocking') === true || find(relation, 'muting') === true,
  };
}

/** The user object that a post carries, wherever this generation keeps it. */
export function authorBag(post: Bag): unknown {
  const core = bag(post.core);
  const results = find([core, post], 'user_results', 'author_results', 'user_result', 'user');
  return bag(results).result ?? results;
}

/** Mentions of entity lists; x-web wraps the user once more. */
export function readMentions(entities: readonly unknown[]): Mention[] {
  const mentions: Mention[] = [];
  for (const value of entities) {
    const entity = bag(value);
    const author = readAuthor(entity) ?? readAuthor(authorBag(entity));
    if (author && !mentions.some((known) => known.handle === author.handle)) {
      mentions.push({ handle: author.handle, id: author.id });
    }
  }
  return mentions;
}
