// @vitest-environment jsdom
import { act, cleanup, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { PartSource } from '@/components/panel/parts';
import { author, post, START } from '@/tests/fixtures/posts';
import { allThere, answer, ask, stagePanel } from './panel-stage';

afterEach(() => {
  cleanup();
  document.body.replaceChildren();
});

describe('a part that comes later', () => {
  it('is asked for when someone is about to press, and says so where it does not come', async () => {
    const load = vi.fn<PartSource['load']>(async () => {
      throw new Error('no');
    });
    const { take, $, click, text } = stagePanel({}, { get: () => undefined, load });
    take(ask(1));
    act(() => void $('[data-part=catch-up-open]').dispatchEvent(new FocusEvent('focus')));
    expect(load.mock.calls).toEqual([['catchUp']]);
    click('[data-part=catch-up-open]');
    await waitFor(() => expect(text('.later')).toContain('This could not be loaded.'));
    expect(load).toHaveBeenCalledTimes(2);
    click('.later button');
    await waitFor(() => expect(load).toHaveBeenCalledTimes(3));
  });
});

it('a part that fails leaves the rest of the panel alone, and can be tried again', () => {
  const catchUp = vi.fn(() => {
    throw new Error('a bug');
  });
  const { take, click, text, ids } = stagePanel({}, allThere({ catchUp }));
  take(ask(1), answer('2001', 1));
  click('[data-part=catch-up-open]');
  expect(text('.later')).toContain('This could not be loaded.');
  const before = catchUp.mock.calls.length;
  click('.later button');
  expect(catchUp.mock.calls.length).toBeGreaterThan(before);
  click('[data-part=back]');
  expect(ids()).toEqual(['1001', '2001']);
});

describe('the focus', () => {
  const press = (element: HTMLElement) =>
    act(() => {
      element.focus();
      element.click();
    });

  it('goes to the way back of a screen, and back to where it was', () => {
    const { take, $, root, click, key } = stagePanel();
    take(ask(1), answer('2001', 1));
    press($('[data-part=catch-up-open]'));
    expect(root.activeElement).toBe($('[data-part=back]'));
    click('[data-part=back]');
    expect(root.activeElement).toBe($('[data-part=catch-up-open]'));
    press($('button[aria-label="Search this chat"]'));
    expect(root.activeElement).toBe($('.finder input'));
    key($('.finder input'), 'Escape');
    expect(root.activeElement).toBe($('button[aria-label="Search this chat"]'));
  });

  it('comes back from a thread to the post it was opened at', () => {
    const { take, $, click, store } = stagePanel();
    take(ask(1), answer('2001', 1), answer('2002', 1));
    act(() => store.showScreen({ kind: 'thread', root: '2001' }));
    expect($('.screen-head h3').textContent).toBe('Thread in Q1');
    click('[data-part=back]');
    expect(store.getState().goal).toEqual({ key: '2001', align: 'nearest', focus: true });
  });

  it('is not lost with the row that had it', () => {
    const { take, $, root, store } = stagePanel();
    take(ask(1), answer('2001', 1), answer('2002', 1));
    act(() => $('[data-post-id="2001"]').focus());
    act(() => store.mute({ people: ['by2001'] }));
    expect(root.activeElement).toBe($('[data-post-id="2002"]'));
  });

  it('comes back from the menu of a post with Escape, which leaves the screen alone', () => {
    const { take, store, $, all, key, root } = stagePanel();
    take(ask(1), answer('2001', 1));
    act(() => store.showScreen({ kind: 'thread', root: '2001' }));
    act(() => $('[data-post-id="2001"]').focus());
    key($('[data-post-id="2001"]'), 'm');
    act(() => $('[data-post-id="2001"] .chip').focus());
    key($('[data-post-id="2001"] .chip'), 'Escape');
    expect(all('[data-post-id] .chip')).toEqual([]);
    expect(store.getState().screen.kind).toBe('thread');
    expect(root.activeElement).toBe($('[data-post-id="2001"]'));
  });

  it('is at the first reply once more replies are unfolded', () => {
    const { take, $, root } = stagePanel();
    const replies = 'abcde'
      .split('')
      .map((id, n) => answer(`300${n}`, 1, { text: `Yes ${id}`, replyTo: '2001' }));
    take(ask(1), answer('2001', 1), ...replies);
    press($('.more button'));
    expect((root.activeElement as HTMLElement).dataset.postId).toBe('3003');
  });

  it('stays on X where it was on X', () => {
    const { take, $, root, store } = stagePanel();
    const field = document.createElement('input');
    document.body.append(field);
    take(ask(1), answer('2001', 1));
    act(() => $('[data-post-id="2001"]').focus());
    field.focus();
    act(() => store.mute({ people: ['by2001'] }));
    expect(root.activeElement).toBeNull();
    expect(document.activeElement).toBe(field);
  });
});

describe('people', () => {
  it('marks who is new, and opens a reply to their first post', () => {
    const { take, store, $, calls, text } = stagePanel();
    const first = answer('2001', 1, { text: 'Hello, my first #polchat!' });
    take(ask(1), first, answer('2002', 1));
    act(() => store.showScreen({ kind: 'people' }));
    expect(text('.sheet-note')).toBe('1 person is new here');
    expect(text('.person .tag.new')).toBe('New here');
    act(() => $('button[aria-label^="Welcome by2001"]').click());
    expect(calls.reply).toHaveBeenCalledWith(expect.objectContaining({ id: '2001' }));
  });

  it('tells guests from hosts, in the list and at their posts', () => {
    const { take, store, all, text } = stagePanel();
    act(() => store.setSession(store.getState().session, ['host'], ['By2001']));
    take(ask(1), answer('2001', 1), answer('2002', 1));
    expect(text('[data-post-id="2001"] .tag')).toBe('Guest');
    act(() => store.showScreen({ kind: 'people' }));
    expect(all('.person .tag').map(({ textContent }) => textContent)).toEqual(['Host', 'Guest']);
  });

  it('shows somebody’s posts alone', () => {
    const { take, store, all, ids } = stagePanel();
    take(ask(1), answer('2001', 1), answer('2002', 1));
    take(answer('20010', 1, { author: author('by2001b') }));
    take(answer('2003', 1, { text: '@by2001 Agreed #polchat' }));
    take(answer('2004', 1, { author: author('by2001'), repostOf: '2002' }));
    act(() => store.showScreen({ kind: 'people' }));
    const row = all('.person').find((one) => one.textContent?.includes('@by20012 posts'));
    act(() => row?.querySelector<HTMLElement>('.facts .plain')?.click());
    expect(ids()).toEqual(['2001', '2004']);
  });

  it('keep their places while the list is open, whoever writes meanwhile', () => {
    const { take, store, all } = stagePanel();
    const names = () => all('.person .name').map(({ textContent }) => textContent);
    take(ask(1), answer('2001', 1), answer('2002', 1));
    act(() => store.showScreen({ kind: 'people' }));
    expect(names()).toEqual(['host', 'by2001', 'by2002']);
    take(answer('2003', 1, { author: author('by2002') }), answer('2004', 1));
    expect(names()).toEqual(['host', 'by2001', 'by2002', 'by2004']);
    act(() => store.showScreen({ kind: 'conversation' }));
    act(() => store.showScreen({ kind: 'people' }));
    expect(names()).toEqual(['host', 'by2002', 'by2001', 'by2004']);
  });

  it('lets nobody mute what the organisation settled', () => {
    const made = stagePanel();
    made.calls.canMute.mockReturnValue(false);
    made.take(ask(1), answer('2001', 1));
    act(() => made.store.showScreen({ kind: 'people' }));
    expect(made.all('.muted-words, .person > .plain')).toEqual([]);
    expect(made.text('.sheet-note')).toContain('Your organisation');
  });
});

describe('hostile posts', () => {
  it.each([
    ['a word of ten thousand letters', 'a'.repeat(10_000)],
    ['an override of direction', '\u202Egnp.exe\u202C \u2066hidden\u2069'],
    ['combining marks in a tower', `Z${'\u0351'.repeat(500)}`],
    ['nothing but spaces', ' \n\u00a0\u200b '],
    ['half of a pair', '\ud83d polchat \udc6e'],
  ])('are drawn on every screen: %s', (_, text) => {
    const { take, store, all, $ } = stagePanel();
    take(
      ask(1),
      post({
        id: '2001',
        author: {
          id: null,
          handle: 'a'.repeat(15),
          name: text,
          avatar: null,
          protected: false,
          followed: true,
          hidden: false,
        },
        text: `A1 ${text} https://a.example/`,
        links: [{ url: 'https://a.example/', display: text }],
        createdAt: START + 601_000,
      }),
    );
    expect($('[data-post-id="2001"] .text').textContent).toContain(text.slice(0, 50));
    for (const kind of ['catchUp', 'links', 'people'] as const) {
      act(() => store.showScreen({ kind }));
      expect(all('.sheet')).toHaveLength(1);
    }
    act(() => store.showScreen({ kind: 'thread', root: '2001' }));
    expect(all('[data-post-id="2001"]')).toHaveLength(1);
  });
});

describe('what changes under reading eyes', () => {
  it('what was deleted and what is not available is told apart, also where it is quoted', () => {
    const { take, store, all, text } = stagePanel();
    take(
      ask(1),
      answer('2001', 1, { state: 'unavailable' }),
      answer('2002', 1, { replyTo: '1001', quoteOf: '2001' }),
    );
    expect(text('.quoted')).toBe('@by2001 Not available');
    act(() => store.showScreen({ kind: 'catchUp' }));
    expect(all('.short').map(({ textContent }) => textContent)).toContain('by2001  Not available');
  });

  it('a thread goes on while a post of it is moved, deleted, or its root is gone', () => {
    const { take, store, ids, text } = stagePanel();
    take(ask(1), ask(2), answer('2001', 1), answer('2002', 1, { replyTo: '2001', text: 'Yes' }));
    act(() => store.showScreen({ kind: 'thread', root: '2001' }));
    act(() => store.move('2001', 'Q2'));
    expect(ids()).toEqual(['2001', '2002']);
    expect(text('.screen-head h3')).toBe('Thread in Q2');
    take(answer('2001', 1, { state: 'deleted', text: '' }));
    expect(text('[data-post-id="2001"] .text')).toBe('Deleted by its author');
    act(() => store.mute({ people: ['by2001', 'by2002'] }));
    expect(text('[data-part=conversation]')).toBeTruthy();
  });
});
