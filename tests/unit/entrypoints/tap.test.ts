import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ASK, OFFER } from '@/stores/core/wire';
import { createWorld, type World } from './page-world.ts';

const SEARCH = 'https://x.com/i/api/graphql/VhUd6vHV_m-A/SearchTimeline';
const CHAT = '{"full_text":"Morning #PolChat"}';
const OTHER = '{"full_text":"Morning all"}';

let world: World;
beforeEach(() => {
  world = createWorld();
});
afterEach(() => {
  for (const port of world.ports) port.close();
  vi.unstubAllGlobals();
});

async function meet(): Promise<void> {
  await world.startTap();
  expect(await world.startContent()).toBe(true);
  world.want('polchat');
  await world.settled();
}

describe('the handshake', () => {
  it.each([
    ['the tap', 'the content script'],
    ['the content script', 'the tap'],
  ])('%s first, then %s', async (first) => {
    if (first === 'the tap') await world.startTap();
    await world.startContent();
    if (first !== 'the tap') await world.startTap();
    expect(world.ports).toHaveLength(1);
    world.beginPage();
    world.want('polchat');
    await world.settled();
    world.xhr().send();
    const xhr = world.xhr();
    xhr.send();
    xhr.answer({ url: SEARCH, text: CHAT });
    await world.settled();
    expect(world.captured.map(({ text }) => text)).toEqual([CHAT]);
  });

  it('is hidden from listeners that come after it', async () => {
    await world.startContent();
    const seen: Event[] = [];
    world.listen(OFFER, (event) => seen.push(event));
    await world.startTap();
    expect(world.ports).toHaveLength(1);
    expect(seen).toEqual([]);
  });

  it('happens once: who asks again gets nothing, who offers again is not heard', async () => {
    await meet();
    const offers: Event[] = [];
    world.listen(OFFER, (event) => offers.push(event));
    world.dispatch(new Event(ASK));
    expect(offers).toEqual([]);
    const { port1 } = new MessageChannel();
    world.dispatch(new MessageEvent(OFFER, { ports: [port1] as never, cancelable: true }));
    expect(world.ports).toHaveLength(1);
    port1.close();
  });

  it('is over for both when the page begins', async () => {
    await world.startTap();
    world.beginPage();
    const offers: Event[] = [];
    world.listen(OFFER, (event) => offers.push(event));
    world.dispatch(new Event(ASK));
    expect(offers).toEqual([]);

    const lone = createWorld();
    expect(await lone.startContent()).toBe(true);
    lone.beginPage();
    const { port1 } = new MessageChannel();
    lone.dispatch(new MessageEvent(OFFER, { ports: [port1] as never, cancelable: true }));
    expect(lone.ports).toEqual([]);
    port1.close();
  });

  it('takes no offer without a port', async () => {
    await world.startContent();
    world.dispatch(new Event(OFFER));
    world.dispatch(new MessageEvent(OFFER, { data: 'x' }));
    expect(world.ports).toEqual([]);
    await world.startTap();
    expect(world.ports).toHaveLength(1);
  });

  it.each(['head', 'body'] as const)('leaves a page that has a %s already alone', async (part) => {
    world.document[part] = {};
    const { fetch } = globalThis;
    const { send } = world.xhr();
    const events: string[] = [];
    for (const name of [ASK, OFFER]) world.listen(name, ({ type }) => events.push(type));
    await world.startTap();
    expect(await world.startContent()).toBe(false);
    expect(world.xhr().send).toBe(send);
    expect(globalThis.fetch).toBe(fetch);
    expect(events).toEqual([]);
  });

  it('is not held in a window that another page of X could reach, until a reload', async () => {
    vi.stubGlobal('opener', { document: {} });
    const types = vi.spyOn(performance, 'getEntriesByType');
    types.mockReturnValue([{ type: 'navigate' }] as never);
    expect(await world.startContent()).toBe(false);
    types.mockReturnValue([{ type: 'reload' }] as never);
    expect(await world.startContent()).toBe(true);
    types.mockRestore();
  });

  it('is held where the opener is of another origin', async () => {
    const forbidden = {
      get document() {
        throw new DOMException('Blocked', 'SecurityError');
      },
    };
    vi.stubGlobal('opener', forbidden);
    expect(await world.startContent()).toBe(true);
  });

  it('with a second tap gives each content script its own, and the page the same', async () => {
    await meet();
    await world.startTap();
    await world.startContent();
    expect(world.ports).toHaveLength(2);
    const xhr = world.xhr();
    expect(xhr.send('body')).toBe('what send gives');
    expect(xhr.sent).toEqual(['body']);
    world.want('polchat');
    await world.settled();
    xhr.answer({ url: SEARCH, text: CHAT });
    await world.settled();
    expect(world.captured.map(({ text }) => text)).toEqual([CHAT, CHAT]);
  });
});

describe('what is heard of XMLHttpRequest', () => {
  beforeEach(meet);

  function load(answer: Parameters<ReturnType<World['xhr']>['answer']>[0], ...body: unknown[]) {
    const xhr = world.xhr();
    xhr.send(...body);
    xhr.answer(answer);
    return world.settled();
  }

  it('is operation, status, headers, request and text', async () => {
    const headers = {
      date: 'Thu, 03 Dec 2026 13:00:00 GMT',
      'x-rate-limit-limit': '50',
      'x-rate-limit-remaining': '7',
      'x-rate-limit-reset': '1796307000',
    };
    await load({ url: SEARCH, headers, text: CHAT }, '{"variables":{}}');
    expect(world.captured).toEqual([
      {
        operation: 'SearchTimeline',
        status: 200,
        text: CHAT,
        request: '{"variables":{}}',
        date: Date.UTC(2026, 11, 3, 13),
        rate: { limit: 50, remaining: 7, reset: 1_796_307_000_000 },
        failures: 0,
      },
    ]);
  });

  it('is the address where the body is no text', async () => {
    const url = `${SEARCH}?variables=%7B%7D`;
    await load({ url, text: CHAT });
    await load({ url, text: CHAT }, null);
    await load({ url, text: CHAT }, new Blob(['{}']));
    expect(world.captured.map(({ request }) => request)).toEqual([url, url, url]);
  });

  it('is the head alone of what does not concern the chat', async () => {
    await load({ url: SEARCH, text: OTHER, status: 429 });
    expect(world.captured).toMatchObject([{ status: 429, text: '' }]);
  });

  it.each([
    ['https://x.com/i/api/graphql/a/HomeTimeline?x=1', 'HomeTimeline'],
    ['https://api.x.com/graphql/a/TweetDetail', 'TweetDetail'],
    ['https://twitter.com/i/api/graphql/a/SearchTimeline', 'SearchTimeline'],
    ['https://mobile.x.com/i/api/2/notifications/all.json?x', 'notifications/all'],
    ['https://x.com/i/api/2/search/adaptive.json', 'search/adaptive'],
  ])('comes from %s', async (url, operation) => {
    await load({ url, text: CHAT });
    expect(world.captured.map((one) => one.operation)).toEqual([operation]);
  });

  it.each([
    '',
    'https://x.com/i/api/1.1/dm/user_updates.json',
    'https://x.com.example/i/api/graphql/a/SearchTimeline',
    'https://evilx.com/i/api/graphql/a/SearchTimeline',
    'https://example.com/https://x.com/i/api/graphql/a/SearchTimeline',
    'https://x.com@example.com/i/api/graphql/a/SearchTimeline',
    'http://x.com/i/api/graphql/a/SearchTimeline',
    'blob:https://x.com/i/api/graphql/a/SearchTimeline',
    'data:application/json,/i/api/graphql/a/SearchTimeline',
    'https://x.com/someone/graphql/a/SearchTimeline',
  ])('never comes from "%s"', async (url) => {
    await load({ url, text: CHAT });
    expect(world.captured).toEqual([]);
  });

  it.each(['CreateTweet', 'CreateNoteTweet', 'DeleteTweet'])(
    'always has %s whole',
    async (name) => {
      const url = `https://x.com/i/api/graphql/a/${name}`;
      await load({ url, text: OTHER }, '{"variables":{"tweet_id":"7"}}');
      expect(world.captured).toMatchObject([
        { operation: name, text: OTHER, request: '{"variables":{"tweet_id":"7"}}' },
      ]);
    },
  );

  it.each(['CreateRetweet', 'DeleteRetweet', 'CreateBookmark', 'CreateTweets'])(
    'has of %s what concerns the chat',
    async (name) => {
      await load({ url: `https://x.com/i/api/graphql/a/${name}`, text: OTHER });
      expect(world.captured).toMatchObject([{ operation: name, text: '' }]);
    },
  );

  it('comes once from an object that is used again, each time with its own request', async () => {
    const xhr = world.xhr();
    xhr.send('{"first":1}');
    // Aborted: no answer.
    xhr.send('{"second":2}');
    xhr.answer({ url: SEARCH, text: CHAT });
    xhr.send();
    xhr.answer({ url: `${SEARCH}?third`, text: CHAT });
    await world.settled();
    expect(world.captured.map(({ request }) => request)).toEqual([
      '{"second":2}',
      `${SEARCH}?third`,
    ]);
  });

  it('counts what was not asked for as text, and throws nothing', async () => {
    await load({ url: SEARCH, responseType: 'json', text: CHAT });
    expect(world.captured).toEqual([]);
    await load({ url: SEARCH, text: CHAT });
    expect(world.captured).toMatchObject([{ failures: 1 }]);
  });

  it('believes nothing that the page put on the object', async () => {
    const xhr = world.xhr();
    xhr.send();
    for (const key of ['responseURL', 'responseText', 'status']) {
      Object.defineProperty(xhr, key, { value: key === 'responseURL' ? SEARCH : CHAT });
    }
    xhr.answer({ url: 'https://x.com/other', text: OTHER });
    await world.settled();
    expect(world.captured).toEqual([]);
  });

  it('gives the page what it had, on any receiver', () => {
    const { send } = world.xhr();
    expect(world.xhr().send(1, 2)).toBe('what send gives');
    expect([send.name, send.length]).toEqual(['send', 0]);
    expect(() => send.call(undefined as never)).toThrow(TypeError);
  });
});

describe('what is heard of fetch', () => {
  beforeEach(meet);

  it.each([
    ['a relative address', '/i/api/graphql/a/SearchTimeline'],
    ['a whole address', SEARCH],
    ['a URL', new URL(SEARCH)],
    ['a Request', { url: SEARCH }],
  ])('comes by %s', async (_, input) => {
    world.fetches({ url: SEARCH, text: CHAT, headers: { 'x-rate-limit-reset': '17' } });
    const response = await world.fetch(input, { method: 'POST', body: '{"a":1}' });
    expect(await response.text()).toBe(CHAT);
    await world.settled();
    expect(world.captured).toMatchObject([
      { operation: 'SearchTimeline', text: CHAT, request: '{"a":1}', rate: { reset: 17_000 } },
    ]);
  });

  it('is not what only calls itself an answer of X', async () => {
    world.fetches({ url: 'blob:https://x.com/1', text: CHAT });
    await world.fetch(SEARCH);
    await world.fetch({ url: SEARCH, toString: () => 'blob:https://x.com/1' });
    world.fetches({ url: '', text: CHAT });
    await world.fetch(SEARCH);
    await world.settled();
    expect(world.captured).toEqual([]);
  });

  it('asks no object of the page for its text', async () => {
    const asText = vi.fn(() => SEARCH);
    world.fetches({ url: SEARCH, text: CHAT });
    await world.fetch({ toString: asText });
    expect(asText).not.toHaveBeenCalled();
  });

  it('leaves a failure to the page, and counts it not', async () => {
    const failure = new TypeError('Failed to fetch');
    world.fetches(failure);
    await expect(world.fetch(SEARCH)).rejects.toBe(failure);
    world.fetches({ url: SEARCH, text: CHAT });
    await world.fetch(SEARCH);
    await world.settled();
    expect(world.captured).toMatchObject([{ failures: 0 }]);
  });

  it('does not touch a promise of another address', async () => {
    const told: unknown[] = [];
    const hear = (reason: unknown) => told.push(reason);
    process.on('unhandledRejection', hear);
    const failure = new TypeError('Failed to fetch');
    world.fetches(failure);
    void world.fetch('https://x.com/manifest.json');
    await world.settled();
    process.off('unhandledRejection', hear);
    expect(told).toEqual([failure]);
  });
});

describe('what came early', () => {
  it('is held until it is said what counts', async () => {
    await world.startTap();
    const xhr = world.xhr();
    xhr.send();
    xhr.answer({ url: SEARCH, text: CHAT });
    await world.startContent();
    await world.settled();
    expect(world.captured.map(({ text }) => text)).toEqual(['']);
    world.want('polchat');
    await world.settled();
    expect(world.captured.map(({ text }) => text)).toEqual(['', CHAT]);
  });
});
