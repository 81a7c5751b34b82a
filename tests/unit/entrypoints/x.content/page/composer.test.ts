// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { purposeOf, watchAsked } from '@/entrypoints/x.content/page/composer';

const find = (selector: string) => document.querySelector<HTMLElement>(selector) as HTMLElement;

/** A post with its menu, a field of X's, our panel, and a composer with a text in it. */
beforeEach(() => {
  document.body.innerHTML = `
    <input id="search">
    <polchat-panel></polchat-panel>
    <article data-testid="tweet" tabindex="0">
      <a href="/anna/status/7"><time></time></a>
      <button data-testid="caret"></button>
    </article>
    <div data-testid="dmComposerTextInput" contenteditable="true"></div>
    <div role="dialog">
      <div data-testid="tweetTextarea_0" contenteditable="true"><div data-block="true">Old</div></div>
    </div>`;
});

let ended: AbortController;
beforeEach(() => {
  ended = new AbortController();
});
afterEach(() => ended.abort());

function press(on: HTMLElement, key: string, more: KeyboardEventInit = {}): void {
  on.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, ...more }));
}

describe('watchAsked', () => {
  it.each(['#search', 'polchat-panel', '[data-testid="dmComposerTextInput"]', '[data-block]'])(
    'takes no letter that is typed in %s for a key of X',
    (where) => {
      const asked = watchAsked(ended.signal);
      find('[data-testid="caret"]').click();
      for (const key of 'nrt') press(find(where), key);
      expect(asked).toEqual({ menu: true, quoted: null });
      expect(purposeOf(find('[data-testid^="tweetTextarea"]'), asked, true).kind).toBe('other');
    },
  );

  it('takes no letter with Ctrl, or of a word that is being composed, for a key of X', () => {
    const asked = watchAsked(ended.signal);
    find('[data-testid="caret"]').click();
    press(find('article'), 't', { ctrlKey: true });
    press(find('article'), 't', { isComposing: true });
    expect(asked).toEqual({ menu: true, quoted: null });
  });

  it('knows the post on which T was pressed', () => {
    const asked = watchAsked(ended.signal);
    find('[data-testid="caret"]').click();
    press(find('article'), 't');
    expect(asked).toEqual({ menu: false, quoted: '7' });
  });
});
