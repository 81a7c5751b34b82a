/** What a person does on X: posting, deleting, liking, reposting. Every call is written down. */
import { buildCreated } from './payload/post.ts';
import type { Json } from './payload/user.ts';
import type { Received } from './types.ts';
import { weightedLength } from './weighted-length.ts';
import type { Operation, World } from './world.ts';

const text = (value: unknown) => (typeof value === 'string' ? value : '');

function quotedId(variables: Json): string | undefined {
  return /\/status\/(\d+)/.exec(text(variables.attachment_url))?.[1];
}

function repliedId(variables: Json): string | undefined {
  const reply = variables.reply as Json | undefined;
  return text(reply?.in_reply_to_tweet_id) || undefined;
}

function refuse(code: number, message: string): Json {
  return { errors: [{ message, code, name: 'GenericError' }], data: {} };
}

function create(
  world: World,
  variables: Json,
  received: Received,
  operation: 'CreateTweet' | 'CreateNoteTweet',
): Json {
  const typed = text(variables.tweet_text);
  if (typed.trim() === '' && !quotedId(variables))
    return refuse(170, 'Missing required parameter: status.');
  if (operation === 'CreateTweet' && weightedLength(typed) > 280)
    return refuse(186, 'Authorization: Tweet needs to be a bit shorter. (186)');
  const edited = text((variables.edit_options as Json | undefined)?.previous_tweet_id);
  const post = edited
    ? world.store.edit(edited, typed, world.now)
    : world.store.add(
        {
          by: world.viewer.handle,
          text: typed,
          replyTo: repliedId(variables),
          quoteOf: quotedId(variables),
        },
        world.now,
      );
  received.posts.push({
    id: post.id,
    text: typed,
    replyTo: post.replyTo,
    quoteOf: post.quoteOf,
    operation,
    body: variables,
  });
  const field = operation === 'CreateTweet' ? 'create_tweet' : 'notetweet_create';
  return { data: { [field]: { tweet_results: { result: buildCreated(post, world) } } } };
}

function mark(
  set: 'liked' | 'reposted' | 'bookmarked',
  on: boolean,
  answer: (id: string) => Json,
): Operation {
  return (world, variables) => {
    const id = text(variables.tweet_id) || text(variables.source_tweet_id);
    if (on) world.store[set].add(id);
    else world.store[set].delete(id);
    world.store.revision++;
    return { data: answer(id) };
  };
}

const retweetId = (id: string) => ({ rest_id: id, legacy: { full_text: '' } });

/** Operations that change something on X. */
export function writing(received: Received): Readonly<Record<string, Operation>> {
  return {
    CreateTweet: (world, variables) => create(world, variables, received, 'CreateTweet'),
    CreateNoteTweet: (world, variables) => create(world, variables, received, 'CreateNoteTweet'),
    // The id that was deleted stands in the request only.
    DeleteTweet: (world, variables) => {
      const post = world.store.posts.get(text(variables.tweet_id));
      if (!post) return refuse(144, '_Missing: No status found with that ID.');
      world.store.setState(post.id, 'deleted');
      return { data: { delete_tweet: { tweet_results: {} } } };
    },
    FavoriteTweet: mark('liked', true, () => ({ favorite_tweet: 'Done' })),
    UnfavoriteTweet: mark('liked', false, () => ({ unfavorite_tweet: 'Done' })),
    CreateRetweet: mark('reposted', true, (id) => ({
      create_retweet: { retweet_results: { result: retweetId(id) } },
    })),
    DeleteRetweet: mark('reposted', false, (id) => ({
      unretweet: { source_tweet_results: { result: retweetId(id) } },
    })),
    CreateBookmark: mark('bookmarked', true, () => ({ tweet_bookmark_put: 'Done' })),
    DeleteBookmark: mark('bookmarked', false, () => ({ tweet_bookmark_delete: 'Done' })),
  };
}
