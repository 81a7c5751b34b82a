/** Sends what a composer holds, as X does: one CreateTweet after the other, each answering the one before. */

import { weightedLength } from '../weighted-length.ts';
import { callX } from './call-x.ts';
import type { ComposerTask } from './composer-store.ts';
import { readCreated, type ShownPost } from './read-answers.ts';
import { toast } from './state.ts';
import { timelineOf } from './timeline.ts';

function variablesOf(text: string, task: ComposerTask, replyTo: string | null, poll: boolean) {
  return {
    tweet_text: text,
    ...(replyTo ? { reply: { in_reply_to_tweet_id: replyTo, exclude_reply_user_ids: [] } } : {}),
    ...(task.kind === 'quote'
      ? { attachment_url: `https://x.com/${task.post.author.handle}/status/${task.post.id}` }
      : {}),
    ...(task.kind === 'edit' ? { edit_options: { previous_tweet_id: task.post.id } } : {}),
    ...(poll ? { card_uri: 'card://1' } : {}),
    dark_request: false,
    media: { media_entities: [], possibly_sensitive: false },
    semantic_annotation_ids: [],
  };
}

function show(post: ShownPost, replyTo: string | null): void {
  const home = { operation: 'HomeTimeline', variables: {} };
  timelineOf('HomeTimeline', home).addOwn(post);
  if (replyTo) timelineOf(`post ${replyTo}`, home).addOwn(post);
}

/** True where X took every post. */
export async function sendPosts(
  texts: string[],
  task: ComposerTask,
  poll: boolean,
): Promise<boolean> {
  let replyTo = task.kind === 'reply' ? task.post.id : null;
  for (const [at, text] of texts.entries()) {
    const first = at === 0;
    const operation = weightedLength(text) > 280 ? 'CreateNoteTweet' : 'CreateTweet';
    const kind: ComposerTask = first ? task : { kind: 'post' };
    const answer = await callX(operation, variablesOf(text, kind, replyTo, poll && first));
    const post = answer.status === 200 ? readCreated(answer.json) : undefined;
    if (!post) {
      toast('Something went wrong, but don’t fret — let’s give it another shot.');
      return false;
    }
    if (task.kind !== 'edit') show(post, replyTo);
    replyTo = post.id;
    if (first) toast('Your post was sent.', `/${post.author.handle}/status/${post.id}`);
  }
  return true;
}
