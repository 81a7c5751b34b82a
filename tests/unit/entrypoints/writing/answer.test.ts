// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createAnswer } from '@/entrypoints/writing/answer';
import type { Bridge } from '@/stores/bridge';
import { post } from '@/tests/fixtures/posts';

const open = vi.fn<typeof window.open>();
beforeEach(() => {
  open.mockReset().mockReturnValue({} as Window);
  vi.stubGlobal('open', open);
});

const bridge = {
  chat: { hashtag: 'polchat' },
  load: async () => undefined,
} as unknown as Bridge;

describe('createAnswer', () => {
  it('opens X’s window for a post that the page does not show', async () => {
    expect(await createAnswer(bridge)('reply', post({ id: '7' }), 'A2')).toBe(true);
    expect(open.mock.calls[0]?.[0]).toBe('/intent/post?in_reply_to=7&text=A2%20%23polchat');
  });

  it('says so where the browser opens none', async () => {
    open.mockReturnValue(null);
    expect(await createAnswer(bridge)('quote', post({ id: '7' }), '')).toBe(false);
  });
});
