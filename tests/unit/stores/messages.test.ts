import { describe, expect, it } from 'vitest';
import { createReceiver, sendMessage } from '@/stores/messages';

describe('messages', () => {
  const receive = createReceiver<string>({
    keepPosts: async ({ posts }, sender) => {
      if (sender !== 'tab') throw new DOMException('The disk is full', 'QuotaExceededError');
      return { kept: posts.length };
    },
  });
  const over = (sender: string) => async (message: unknown) => receive(message, sender);

  it('carries an answer back', async () => {
    expect(await sendMessage(over('tab'), 'keepPosts', { hashtag: 'polchat', posts: [] })).toEqual({
      kept: 0,
    });
  });

  it('throws what the other side failed with, by name', async () => {
    const sent = sendMessage(over('nobody'), 'keepPosts', { hashtag: 'polchat', posts: [] });
    await expect(sent).rejects.toThrow('QuotaExceededError: The disk is full');
  });

  it('throws where nobody answers', async () => {
    await expect(sendMessage(async () => undefined, 'openOptions', null)).rejects.toThrow(
      'nobody answered',
    );
  });

  it.each([
    undefined,
    null,
    'x',
    7,
    {},
    { name: 'toString' },
    { name: '__proto__' },
    { name: 'openOptions' },
  ])('lets %o pass', (message) => {
    expect(receive(message, 'tab')).toBeUndefined();
  });
});
