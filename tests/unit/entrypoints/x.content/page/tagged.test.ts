// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { showsUnknown } from '@/entrypoints/x.content/page/tagged';

/** A post on the page; no id: it does not say which it is. */
function draw(href: string, id = '', tag = 'article'): void {
  const link = id ? `<a href="/annahale/status/${id}"><time></time></a>` : '';
  document.body.innerHTML += `<${tag}>${link}<a href="${href}">#PolChat</a></${tag}>`;
}

describe('showsUnknown', () => {
  const known = (id: string) => id === '7';

  it.each([
    ['a post that is not known', '/hashtag/PolChat?src=hashtag_click', '8', true],
    ['a post that does not say which it is', '/hashtag/polchat', '', true],
    ['a known post', '/hashtag/PolChat?src=hashtag_click', '7', false],
    ['another hashtag that begins alike', '/hashtag/PolChatter?src=hashtag_click', '8', false],
    ['another page', '/polchat', '8', false],
  ])('%s', (_, href, id, shows) => {
    document.body.innerHTML = '';
    draw(href, id);
    expect(showsUnknown('polchat', known)).toBe(shows);
  });

  it('looks at posts alone: somebody may have it in their description', () => {
    document.body.innerHTML = '';
    draw('/hashtag/polchat', '', 'div');
    expect(showsUnknown('polchat', known)).toBe(false);
  });

  it('finds hashtags of any letters', () => {
    document.body.innerHTML = '';
    draw('/hashtag/caf%C3%A9chat?src=hashtag_click', '8');
    expect(showsUnknown('caféchat', known)).toBe(true);
  });
});
