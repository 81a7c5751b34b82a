import { describe, expect, it, vi } from 'vitest';
import { confirmDrafts } from '@/entrypoints/writing/confirm';
import type { Bridge } from '@/stores/bridge';
import type { Post } from '@/stores/core/post';
import { post, START } from '@/tests/fixtures/posts';

type Hearer = (posts: readonly Post[]) => void;

function feedOf(...posts: Post[]) {
  const hearers: Hearer[] = [];
  const listen = (heard: Hearer) => hearers.push(heard);
  const come = (one: Post) => {
    for (const heard of hearers) heard([one]);
  };
  return { all: () => posts, onOwn: listen, onPosts: listen, come };
}

const TEXT = 'We tried it on two Saturdays';
const posted = post({ id: '1', author: 'dan', text: `${TEXT} #polchat`, createdAt: START });

/** Two chats; the draft is the shown one's. */
function page(...feeds: ReturnType<typeof feedOf>[]) {
  const clear = vi.fn();
  let changed = () => undefined as unknown;
  const bridge = {
    feed: feeds[0],
    each: (listener: (feed: ReturnType<typeof feedOf>) => void) => feeds.forEach(listener),
    onChange: (listener: () => void) => {
      changed = listener;
    },
    draft: { read: () => ({ draft: { text: TEXT, label: null, at: START }, me: 'Dan' }), clear },
  };
  confirmDrafts(bridge as unknown as Bridge);
  const turnTo = (feed: ReturnType<typeof feedOf>) => {
    bridge.feed = feed;
    changed();
  };
  return { clear, turnTo };
}

describe('confirmDrafts', () => {
  it('lets go of a draft that X has, whichever chat’s feed tells of it', () => {
    const [one, two] = [feedOf(), feedOf()];
    const { clear } = page(one, two);
    expect(clear).not.toHaveBeenCalled();
    two.come(posted);
    expect(clear).toHaveBeenCalled();
  });

  it('keeps it where somebody else posts the same', () => {
    const feed = feedOf();
    const { clear } = page(feed);
    feed.come({ ...posted, author: post({ id: '2', author: 'ben' }).author });
    expect(clear).not.toHaveBeenCalled();
  });

  it('looks again when another chat is shown, whose draft may have been posted meanwhile', () => {
    const later = feedOf();
    const { clear, turnTo } = page(feedOf(), later);
    later.all = () => [posted];
    turnTo(later);
    expect(clear).toHaveBeenCalledOnce();
    turnTo(later);
    expect(clear).toHaveBeenCalledOnce();
  });
});
