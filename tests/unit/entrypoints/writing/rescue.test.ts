// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createWords } from '@/components/shared/words';
import { createRescue } from '@/entrypoints/writing/rescue';
import type { Bridge } from '@/stores/bridge';
import type { Post } from '@/stores/core/post';
import { post } from '@/tests/fixtures/posts';

const words = createWords((key, values = []) => [key, ...values].join(' '));

// The panel is open: what is to be said is said there.
const panel = document.createElement('div');
panel.dataset.open = '';

/** A chat's feed with these posts in it. */
function feedOf(...known: string[]) {
  const hearers: ((posts: readonly Post[]) => void)[] = [];
  const own: Post[] = [];
  return {
    own: () => own,
    onOwn: (heard: (posts: readonly Post[]) => void) => hearers.push(heard),
    get: (id: string) => (known.includes(id) ? post({ id }) : undefined),
    send: (one: Post) => {
      own.push(one);
      for (const heard of hearers) heard([one]);
    },
  };
}

const answer = vi.fn<(...what: unknown[]) => Promise<boolean>>();
beforeEach(() => answer.mockReset().mockResolvedValue(true));

/** Two chats, the first shown. */
function page(before: readonly Post[] = []) {
  const chats = [
    { chat: { hashtag: 'polchat' }, feed: feedOf('q1') },
    { chat: { hashtag: 'LGovChat' }, feed: feedOf('l1') },
  ];
  const send = (one: Post) => {
    for (const { feed } of chats) feed.send(one);
  };
  before.forEach(send);
  const bridge = {
    ...chats[0],
    chats: () => chats,
    each: (listener: (feed: ReturnType<typeof feedOf>) => void) => {
      for (const { feed } of chats) listener(feed);
    },
    taking: () => null,
    host: panel,
    signal: new AbortController().signal,
    notice: '',
    notify: () => undefined,
  } as unknown as Bridge;
  const { lost } = createRescue(bridge, words, answer);
  return { send, lost, texts: () => lost().map(({ text }) => text) };
}

const bare = (id: string, text: string, more: Partial<Post>) => ({
  ...post({ id, text }),
  hashtags: [],
  ...more,
});
const reply = (id: string, text: string) => bare(id, text, { replyTo: 'q1' });

describe('createRescue', () => {
  it('tells of an own answer to the chat without the hashtag, and of no other post', () => {
    const { send, texts } = page();
    send(reply('1', 'Quite so'));
    send(reply('2', 'Quite so #PolChat'));
    send(bare('3', 'Lovely weather', { replyTo: 'other' }));
    send(bare('4', 'This', { quoteOf: 'q1' }));
    expect(texts()).toEqual(['rescue_lost #polchat Quite so', 'rescue_lost #polchat This']);
  });

  it('tells of one that went out before it was there', () => {
    expect(page([reply('1', 'Quite so')]).texts()).toEqual(['rescue_lost #polchat Quite so']);
  });

  it('lets go once it is being brought in, and not where X could not be opened', async () => {
    const { send, lost, texts } = page();
    send(reply('1', 'Quite so'));
    answer.mockResolvedValueOnce(false);
    lost()[0]?.action?.run();
    // A second press while X opens.
    lost()[0]?.action?.run();
    await vi.waitFor(() => expect(texts()).toEqual(['answer_nowhere #polchat']));
    expect(answer).toHaveBeenCalledOnce();
    lost()[0]?.action?.run();
    await vi.waitFor(() => expect(texts()).toEqual([]));
  });

  it('lets it be when asked', () => {
    const { send, lost, texts } = page();
    send(reply('1', 'Quite so'));
    lost()[0]?.also?.run();
    expect(texts()).toEqual([]);
  });

  it('tells of an answer to a chat that is not shown, with that chat’s hashtag', async () => {
    const { send, lost, texts } = page();
    send(bare('1', 'Quite so', { replyTo: 'l1' }));
    expect(texts()).toEqual(['rescue_lost #LGovChat Quite so']);
    lost()[0]?.action?.run();
    await vi.waitFor(() => expect(texts()).toEqual([]));
    expect(answer.mock.calls[0]?.[3]).toBe('LGovChat');
  });

  it('takes an answer with any chat’s hashtag for meant', () => {
    const { send, texts } = page();
    send(bare('1', 'Quite so #polchat', { replyTo: 'l1' }));
    expect(texts()).toEqual([]);
  });
});
