// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { readScreen } from '@/entrypoints/x.content/page/screen';

afterEach(() => {
  delete document.documentElement.dataset.appEnv;
});

describe('readScreen', () => {
  it('gives the posts of the next front-end’s timeline, advertisements and quoted ones left out', () => {
    document.body.innerHTML = `
      <div data-timeline-entry="tweet-20" data-href="/ben/status/20"><article>
        <div role="link"><a href="/cat/status/7">quoted</a></div></article></div>
      <div data-timeline-entry="promoted-tweet-19-a" data-href="/shop/status/19"><article></article></div>
      <div data-timeline-entry="who-to-follow-1" data-href="/i/connect_people"></div>
      <div data-timeline-entry="tweet-10" data-href="/anna/status/10"><article></article></div>`;
    expect(readScreen()).toBeNull();
    document.documentElement.dataset.appEnv = 'production';
    expect(readScreen()).toEqual(['20', '10']);
  });
});
