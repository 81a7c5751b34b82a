// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDomPosts } from '@/entrypoints/x.content/page/read-posts';
import * as selectors from '@/entrypoints/x.content/page/selectors';

const NOW = Date.UTC(2026, 5, 18, 12, 30);
const AT = Date.UTC(2026, 5, 18, 12);

function page(name: string): Document {
  const html = readFileSync(`tests/fixtures/x/${name}`, 'utf8');
  return new DOMParser().parseFromString(html, 'text/html');
}

const classic = page('2026-11-22-classic.html.txt');
const xweb = page('2026-11-22-x-web.html.txt');

/** Counted by hand in the two fixtures: classic, x-web. */
const COUNTS: Record<string, [number, number]> = {
  POST: [8, 3],
  STATUS_LINK: [8, 3],
  ENTRY: [0, 3],
  QUOTE: [2, 3],
  AUTHOR: [10, 0],
  AVATAR: [1, 1],
  LOCK: [1, 0],
  TEXT: [9, 0],
  XWEB_TEXT: [7, 5],
  LINK: [30, 11],
  MORE: [2, 0],
  PLACEMENT: [2, 0],
  PHOTO: [2, 0],
  VIDEO: [1, 0],
  REPLIES: [3, 1],
  REPOSTS: [3, 1],
  LIKED: [1, 0],
  LIKES: [3, 1],
};

describe('selectors', () => {
  it('has every selector counted', () => {
    expect(Object.keys(selectors).sort()).toEqual(Object.keys(COUNTS).sort());
  });

  it.each(Object.entries(selectors))('finds %s as often as counted', (name, selector) => {
    expect([classic, xweb].map((each) => each.querySelectorAll(selector).length)).toEqual(
      COUNTS[name],
    );
  });
});

describe('readDomPosts, classic X', () => {
  const { posts, skipped } = readDomPosts(classic, NOW);

  it('reads a post whole: emoji, links in full, handle, name, counts', () => {
    expect(posts[0]).toEqual({
      id: '2067578068792246272',
      author: {
        id: null,
        handle: 'polchathost',
        name: 'Polchat Host👮',
        avatar: 'https://pbs.twimg.com/profile_images/1/host_x96.jpg',
        protected: false,
        followed: false,
        hidden: false,
      },
      createdAt: AT,
      text: 'Q1 What stops people coming to meetings?🤔\nSee https://borchester.example/meetings and https://t.co/bbbbbbbbbb #PolChat',
      truncated: false,
      replyTo: null,
      replyToHandle: null,
      quoteOf: null,
      repostOf: null,
      conversationId: null,
      hashtags: ['polchat'],
      mentions: [],
      links: [
        { url: 'https://borchester.example/meetings', display: 'borchester.example/meetings' },
        { url: 'https://t.co/bbbbbbbbbb', display: 'borchester.example/a-long-address/of-a-page…' },
      ],
      media: [],
      counts: { replies: 1204, reposts: 8, likes: 69, quotes: 0 },
      editedIds: [],
      sensitive: false,
      state: 'present',
      observedAt: NOW,
      source: 'dom',
    });
  });

  it('says whom a reply answers, marks what is cut and who is protected', () => {
    expect(posts[1]).toMatchObject({
      text: "A1 Timing. Ask @sgtmoss, who says that shift workers can't",
      truncated: true,
      replyToHandle: 'polchathost',
      mentions: [{ handle: 'sgtmoss', id: null }],
      author: { protected: true },
      counts: { replies: 0, reposts: 1, likes: 2 },
    });
  });

  it('keeps a quoted post apart, with its id only where a link gives it away', () => {
    expect(posts[2]).toMatchObject({
      id: '2067578572108726272',
      author: { handle: 'sgtmoss', name: 'Sgt Moss' },
      text: 'Childcare.',
      hashtags: [],
      truncated: false,
      quoteOf: '2067578068792246272',
    });
    expect(posts[3]).toMatchObject({ text: 'Seen this?', quoteOf: null });
  });

  it('reads posts of pictures alone', () => {
    expect(posts[4]).toMatchObject({
      text: '',
      media: [
        { kind: 'photo', url: 'https://pbs.twimg.com/media/stall.jpg', alt: '' },
        { kind: 'video', url: 'https://pbs.twimg.com/media/film.jpg', alt: 'A patrol on bicycles' },
      ],
    });
  });

  it('reads the post in focus, whose time stands below', () => {
    expect(posts[5]).toMatchObject({
      id: '2067579327083479040',
      text: 'The post in focus has its time below\nwith the date. #polchat',
    });
  });

  it('leaves advertisements out, and counts them and what cannot be read', () => {
    expect(posts).toHaveLength(6);
    expect(skipped).toEqual({ unreadable: 1, promoted: 1, offTopic: 0 });
  });

  it('reads one recycled cell alone', () => {
    const cell = classic.querySelectorAll('[data-testid="cellInnerDiv"]')[1] as Element;
    expect(readDomPosts(cell, NOW).posts.map(({ id }) => id)).toEqual(['2067578320450453504']);
  });

  it('changes nothing on the page', () => {
    const before = classic.documentElement.outerHTML;
    readDomPosts(classic, NOW);
    expect(classic.documentElement.outerHTML).toBe(before);
  });
});

describe('readDomPosts, x-web', () => {
  const { posts, skipped } = readDomPosts(xweb, NOW);

  it('reads text, name and address, and the time from the id where the page has none', () => {
    expect(posts[0]).toMatchObject({
      id: '2067578068792246272',
      author: {
        handle: 'polchathost',
        name: 'Polchat Host',
        avatar: 'https://pbs.twimg.com/profile_images/1/host_x96.jpg',
      },
      createdAt: AT,
      text: 'Q1 What stops people coming?\nSee https://borchester.example/meetings #polchat',
      hashtags: ['polchat'],
      counts: { replies: 12, reposts: 1_200, likes: 5, quotes: 0 },
    });
  });

  it('keeps a quoted post apart', () => {
    expect(posts[1]).toMatchObject({
      text: 'A1 Childcare',
      author: { handle: 'annahale', name: 'Anna Hale' },
      createdAt: AT + 60_000,
      replyToHandle: null,
    });
  });

  it('takes the address from the entry where no time links to it', () => {
    expect(posts[2]).toMatchObject({ id: '2067578572108726272', author: { name: 'pcbell' } });
    expect(posts).toHaveLength(3);
    expect(skipped).toEqual({ unreadable: 0, promoted: 0, offTopic: 0 });
  });
});

describe('readDomPosts, parts', () => {
  const address = '/annahale/status/2067578320450453504';
  const classicPost = (text: string, rest = '') =>
    `<article data-testid="tweet"><div data-testid="User-Name"><a href="/annahale">Anna</a><a href="${address}"><time></time></a></div>
      <div data-testid="tweetText">${text}</div>${rest}</article>`;
  const xwebPost = (inner: string) =>
    `<div data-timeline-entry data-href="${address}"><article><a href="/annahale">Anna</a><div dir="auto">Mine</div>${inner}</article></div>`;
  const read = (html: string) => {
    document.body.innerHTML = html;
    return readDomPosts(document, NOW).posts;
  };

  it.each(['<img alt="❤️">', '<a href="https://t.co/aaaaaaaaaa">b.example/a</a><img alt="👉">'])(
    'finds the hashtag behind %s, where X made a link of it',
    (before) => {
      const tag = '<a href="/hashtag/PolChat?src=hashtag_click">#PolChat</a>';
      expect(read(classicPost(before + tag))[0]?.hashtags).toEqual(['polchat']);
    },
  );

  it('knows a film that plays, of which there may be no picture', () => {
    const still = 'https://pbs.twimg.com/amplify_video_thumb/1.jpg';
    const film = `<div data-testid="tweetPhoto"><div data-testid="videoPlayer"><video aria-label="A patrol" poster="${still}" src="blob:x"></video></div></div>`;
    expect(read(classicPost('Seen?', film))[0]?.media).toEqual([
      { kind: 'video', url: still, alt: 'A patrol' },
    ]);
  });

  it('knows a film that does not play yet', () => {
    const still = 'https://pbs.twimg.com/amplify_video_thumb/1.jpg';
    const film = `<div data-testid="tweetPhoto"><div data-testid="previewInterstitial"><img alt="Embedded video" src="${still}"></div></div>`;
    expect(read(classicPost('Seen?', film))[0]?.media).toEqual([
      { kind: 'video', url: still, alt: '' },
    ]);
  });

  it('knows the author’s place by the name that it had in 2022', () => {
    const old = classicPost('Mine').replace('User-Name', 'User-Names');
    expect(read(old)[0]).not.toHaveProperty('accountAt');
  });

  it('takes an article inside another for what it quotes', () => {
    const quoted = '<a href="/sgtmoss/status/2067578068792246272"><time></time></a>';
    const inner = `<article>${quoted}<svg data-icon="icon-lock"></svg><div dir="auto">Theirs #polchat</div></article>`;
    expect(read(xwebPost(inner))).toMatchObject([
      { text: 'Mine', hashtags: [], quoteOf: '2067578068792246272', author: { protected: false } },
    ]);
  });

  it('does not take x-web’s silence about a lock for an open account', () => {
    expect(read(xwebPost(''))[0]).toMatchObject({ author: { protected: false }, accountAt: 0 });
    const [locked] = read(xwebPost('<svg data-icon="icon-lock"></svg>'));
    expect(locked).toMatchObject({ author: { protected: true } });
    expect(locked).not.toHaveProperty('accountAt');
    expect(read(classicPost('Mine'))[0]).not.toHaveProperty('accountAt');
  });
});

describe('readDomPosts, bad pages', () => {
  it.each([
    '',
    '<article data-testid="tweet"></article>',
    '<article data-testid="tweet"><a href="/x/status/abc"><time datetime="never"></time></a></article>',
    '<article data-testid="tweet"><a href="javascript:/x/status/1"><time></time></a></article>',
  ])('reads nothing from %s', (html) => {
    document.body.innerHTML = html;
    expect(readDomPosts(document, NOW).posts).toEqual([]);
  });

  it('takes no address that is not on the web for a link', () => {
    document.body.innerHTML = `<article data-testid="tweet"><a href="/annahale/status/2067578320450453504"><time></time></a>
      <div data-testid="tweetText">Go <a href="javascript:alert(1)">here</a></div></article>`;
    expect(readDomPosts(document, NOW).posts[0]).toMatchObject({ text: 'Go here', links: [] });
  });
});
