// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Prefill } from '@/entrypoints/prefill/prefill';
import type { Bridge } from '@/stores/bridge';
import type { Post } from '@/stores/core/post';
import { COMPOSE, type ComposeOrder } from '@/stores/core/wire';
import { post } from '@/tests/fixtures/posts';

// Without a layout nothing is out of sight.
HTMLElement.prototype.checkVisibility = () => true;

let ended = new AbortController();
afterEach(() => ended.abort());

const turn = () => new Promise((resolve) => setTimeout(resolve, 1));

/** A page with one of X's composers in a dialog, `text` in it, opened through what `open` presses. */
function page(text: string, open: (caret: HTMLElement) => void = () => undefined) {
  ended = new AbortController();
  const { signal } = ended;
  document.body.innerHTML =
    '<article data-testid="tweet"><button data-testid="caret"></button></article>';
  const own: ((posts: Post[]) => void)[] = [];
  const feed = { onOwn: (heard: (posts: Post[]) => void) => own.push(heard), get: () => undefined };
  const followed = { feed, chat: { hashtag: 'polchat' } };
  const chip = { show: vi.fn(), hide: vi.fn() };
  const bridge = {
    ...followed,
    signal,
    chip,
    onChange: () => undefined,
    load: async () => undefined,
    taking: () => followed,
    each: (listener: (one: typeof feed) => void) => listener(feed),
  } as unknown as Bridge;
  // Stands for the page's own script.
  const obey = ({ detail }: Event & { detail?: string }) => {
    const { from, to, text: put } = JSON.parse(detail ?? '') as ComposeOrder;
    const before = block.textContent ?? '';
    block.textContent = before.slice(0, from) + put + before.slice(to);
  };
  document.addEventListener(COMPOSE, obey, { signal });
  new Prefill(bridge).start();
  open(document.querySelector('button') as HTMLElement);
  document.body.insertAdjacentHTML(
    'beforeend',
    `<div role="dialog"><div data-testid="tweetTextarea_0" contenteditable="true" tabindex="0"><div data-block="true">${text}</div></div></div>`,
  );
  const editor = document.querySelector('[contenteditable]') as HTMLElement;
  const block = document.querySelector('[data-block]') as HTMLElement;
  editor.focus();
  /** A key at a time, before the hashtag where it stands. */
  const type = async (words: string) => {
    for (const key of words) {
      editor.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      block.textContent = (block.textContent ?? '').replace(/( #polchat)?$/, (tail) => key + tail);
      editor.dispatchEvent(new Event('input', { bubbles: true }));
      await turn();
    }
  };
  const posted = (words: string) => {
    for (const heard of own) heard([post({ id: '9', text: words })]);
  };
  return { bridge, editor, type, chip, text: () => block.textContent, block, posted };
}

describe('Prefill', () => {
  it('puts the hashtag in with the first character', async () => {
    const { type, text } = page('');
    await type('Hi');
    expect(text()).toBe('Hi #polchat');
  });

  it('leaves an edit alone, whatever is typed in it', async () => {
    const { type, text, chip } = page('Old words of mine', (caret) => caret.click());
    await type(' turned not right');
    expect(text()).toBe('Old words of mine turned not right');
    expect(chip.show).not.toHaveBeenCalled();
  });

  it('leaves an edit alone when something else is pressed on the page meanwhile', async () => {
    const { type, text } = page('Old words of mine', (caret) => caret.click());
    document
      .querySelector('article')
      ?.dispatchEvent(new KeyboardEvent('keydown', { key: 'n', bubbles: true }));
    await type(' too');
    expect(text()).toBe('Old words of mine too');
  });

  it('keeps it out once it was taken out, also when something else is posted from this page', async () => {
    const { type, text, posted, bridge, editor } = page('');
    await type('Hi');
    bridge.onChip?.remove(editor);
    await turn();
    posted('Another post, from another composer #polchat');
    await type(' all');
    expect(text()).toBe('Hi all');
  });

  it('puts the panel’s words behind what is begun in X’s composer for a new post', async () => {
    const { text, bridge } = page('Begun');
    expect(await bridge.compose?.('A1 Tea #polchat')).toBe(true);
    expect(text()).toBe('Begun\nA1 Tea #polchat');
  });

  it('puts none of the panel’s words into a reply that stands open', async () => {
    const { text, bridge, editor } = page('');
    editor.insertAdjacentHTML(
      'beforebegin',
      '<article data-testid="tweet"><a href="/else/status/7"><time></time></a></article>',
    );
    expect(await bridge.compose?.('A1 Tea #polchat')).toBe(false);
    expect(text()).toBe('');
  });

  it('is asked anew in a composer whose words were posted', async () => {
    const { type, text, posted, bridge, editor, block } = page('');
    await type('Hi');
    bridge.onChip?.remove(editor);
    await turn();
    posted('Hi');
    block.textContent = '';
    await turn();
    await type('Next');
    expect(text()).toBe('Next #polchat');
  });

  it('is asked anew in a composer that was emptied by posting', async () => {
    const { type, text, posted, bridge, editor, block } = page('');
    bridge.onChip?.remove(editor);
    await turn();
    // A photograph alone.
    posted('');
    block.textContent = '';
    await type('Next');
    expect(text()).toBe('Next #polchat');
  });

  it('puts in the hashtag of the chat that an answer was opened for, while the person takes part in another', async () => {
    const { type, text, bridge, editor, chip } = page('');
    bridge.give?.(editor, 'lgovchat', 'A2  #lgovchat', 3);
    expect(text()).toBe('A2  #lgovchat');
    await type('!');
    expect(chip.show).toHaveBeenLastCalledWith(editor, 'prefill_added', 'lgovchat', '');
    expect(text()).not.toContain('#polchat');
  });

  it('comes again with what is pasted by mouse after something was undone', async () => {
    const { type, text, editor, block } = page('');
    await type('a');
    const change = async (words: string) => {
      block.textContent = words;
      editor.dispatchEvent(new Event('input', { bubbles: true }));
      await turn();
    };
    editor.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, bubbles: true }));
    await change('');
    editor.dispatchEvent(new MouseEvent('mousedown', { bubbles: true }));
    await change('Pasted');
    expect(text()).toBe('Pasted #polchat');
  });
});
