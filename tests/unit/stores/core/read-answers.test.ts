import { describe, expect, it } from 'vitest';
import { readAnswers } from '@/stores/core/read-answers';
import type { Captured } from '@/stores/core/wire';
import { entry, idAt, type Json, tombstone, xPost } from '../../../fixtures/x/payloads';

const NOW = 1_781_800_000_000;

function answer(posts: Json[], fields: Partial<Captured> = {}): Captured {
  const head = { operation: 'HomeTimeline', status: 200, request: '', date: null, rate: null };
  return { ...head, text: JSON.stringify({ data: { posts } }), failures: 0, ...fields };
}

/** A post of the simulator's, and the account in it. */
function bagOf(said: Json) {
  const { core } = said as { core: { user_results: { result: Record<string, unknown> } } };
  return { said, user: core.user_results.result };
}

describe('readAnswers', () => {
  it('gives each chat what is its own, replies in whatever order they came', () => {
    const question = xPost('C', { id: idAt(1), text: 'Q1 Why? #polchat' });
    const reply = xPost('C', { id: idAt(2), text: 'Because', replyTo: idAt(1) });
    const other = xPost('C', { id: idAt(3), text: 'Hello #commschat' });
    const read = readAnswers(
      [answer([reply, other]), answer([question, xPost('C', { id: idAt(4), text: 'Lunch' })])],
      ['polchat', 'commschat', 'silent'],
      NOW,
    );
    const ids = read.map(({ hashtag, posts }) => [hashtag, ...posts.map(({ id }) => id).sort()]);
    expect(ids).toEqual([
      ['polchat', idAt(1), idAt(2)],
      ['commschat', idAt(3)],
    ]);
  });

  it('keeps the lock that any of the answers tells of, the last too', () => {
    const untold = bagOf(xPost('C', { id: idAt(1), text: 'For few #polchat' }));
    for (const key of ['privacy', 'legacy', 'protected']) delete untold.user[key];
    const told = bagOf(xPost('C', { id: idAt(2), text: 'Lunch' }));
    told.user.privacy = { protected: true };
    for (const order of [
      [untold, told],
      [told, untold],
    ]) {
      const read = readAnswers(
        order.map(({ said }) => answer([said])),
        ['polchat'],
        NOW,
      );
      expect(read[0]?.posts).toMatchObject([{ id: idAt(1), author: { protected: true } }]);
    }
  });

  it('takes a post for as old as X’s answer, and for available where it was seen since', () => {
    const said = answer([xPost('C', { id: idAt(1), text: 'Hello #polchat' })]);
    const gone = answer([entry(tombstone('This Post is unavailable.'), `tweet-${idAt(1)}`)]);
    const [read] = readAnswers(
      [
        { ...gone, heardAt: NOW - 90_000 },
        { ...said, heardAt: NOW - 60_000 },
      ],
      ['polchat'],
      NOW,
    );
    expect(read?.posts).toMatchObject([{ state: 'present', observedAt: NOW - 60_000 }]);
  });

  it('says of every chat what was deleted, and takes no refusal for an answer', () => {
    const done = { data: { delete_tweet: { tweet_results: {} } } };
    const request = JSON.stringify({ variables: { tweet_id: idAt(1) } });
    const gone = answer([], { operation: 'DeleteTweet', text: JSON.stringify(done), request });
    expect(readAnswers([gone], ['polchat'], NOW)).toEqual([
      { hashtag: 'polchat', posts: [], deleted: [idAt(1)] },
    ]);
    expect(readAnswers([{ ...gone, status: 403 }], ['polchat'], NOW)).toEqual([]);
  });
});
