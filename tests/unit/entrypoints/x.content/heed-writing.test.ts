// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Chats, Chatting } from '@/entrypoints/x.content/chats';
import type { ContentScriptContext } from '@/entrypoints/x.content/context';
import { heedWriting } from '@/entrypoints/x.content/heed-writing';
import type { ClockState } from '@/stores/core/schedule';
import type { Feed } from '@/stores/feed';

const ctx = {
  addEventListener: (target: EventTarget, name: string, heard: EventListener) =>
    target.addEventListener(name, heard),
} as unknown as ContentScriptContext;

/** A page with one of X's editors and a field, and chats in these states. */
function page(...states: ClockState[]) {
  document.body.innerHTML =
    '<div data-testid="tweetTextarea_0" contenteditable="true" tabindex="0"></div><input>';
  let post = () => undefined as unknown;
  const all = () => states.map((state) => ({ clock: { state } }) as Chatting);
  const each = (listener: (feed: Feed) => void) =>
    listener({ onOwn: (heard: () => void) => (post = heard) } as unknown as Feed);
  const load = vi.fn();
  const learn = vi.fn();
  const heed = heedWriting(ctx, { all, feeds: { each } as Chats['feeds'] }, load, learn);
  const focus = (selector: string) => document.querySelector<HTMLElement>(selector)?.focus();
  return { states, load, learn, heed, focus, post: () => post() };
}

describe('heedWriting', () => {
  beforeEach(() => {
    (document.activeElement as HTMLElement).blur();
  });

  it.each(['soon', 'live'] as const)(
    'loads while a chat is %s, with that chat’s posts',
    (state) => {
      const { load, learn, focus } = page('upcoming', state);
      focus('input');
      expect(load).not.toHaveBeenCalled();
      focus('[contenteditable]');
      expect(load).toHaveBeenCalled();
      expect(learn.mock.calls.map(([one]) => one.clock.state)).toEqual([state]);
    },
  );

  it('loads nothing while none is', () => {
    const { load, learn, focus, post, heed } = page('today', 'ended', 'none', 'upcoming');
    focus('[contenteditable]');
    post();
    heed();
    expect([load, learn].flatMap((one) => one.mock.calls)).toEqual([]);
  });

  it('loads when an own post went out', () => {
    const { load, post } = page('live');
    post();
    expect(load).toHaveBeenCalledOnce();
  });

  it('loads for whoever is writing when a chat’s time comes', () => {
    const { load, focus, heed, states } = page('today');
    focus('[contenteditable]');
    heed();
    states[0] = 'soon';
    heed();
    expect(load).toHaveBeenCalledOnce();
  });
});
