import { request } from 'node:https';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Simulator, startSimulator } from '@/tests/simulator/simulator';
import { START } from './simulated-answers';

let sim: Simulator;
beforeAll(async () => {
  sim = await startSimulator({ start: START, fromMinute: 30, paused: true });
});
afterAll(() => sim.close());

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

/** A request as a browser's, straight to the port. */
function ask(host: string, path: string, method = 'GET', body = ''): Promise<Answer> {
  return new Promise((done, fail) => {
    const call = request(
      {
        host: '127.0.0.1',
        port: sim.httpsPort,
        servername: host,
        path,
        method,
        rejectUnauthorized: false,
        headers: { host },
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part: string) => {
          text += part;
        });
        response.on('end', () =>
          done({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
        );
      },
    );
    call.on('error', fail);
    call.end(body);
  });
}

const searchPath = '/i/api/graphql/VhUd6vHVmLBcw0uX-6jMLA/SearchTimeline';
const search = () =>
  ask(
    'x.com',
    searchPath,
    'POST',
    JSON.stringify({ variables: { rawQuery: '#polchat', product: 'Latest' } }),
  );

/** What the proxy says to CONNECT. */
function connectTo(target: string): Promise<string> {
  return new Promise((done, fail) => {
    const socket = connect(sim.proxyPort, '127.0.0.1', () =>
      socket.write(`CONNECT ${target} HTTP/1.1\r\n\r\n`),
    );
    socket.once('data', (data) => {
      done(String(data).split('\r\n')[0] ?? '');
      socket.destroy();
    });
    socket.on('error', fail);
  });
}

describe('the proxy', () => {
  it.each(['x.com', 'api.x.com', 'mobile.x.com', 'twitter.com', 'abs.twimg.com', 'pbs.twimg.com'])(
    'leads %s here',
    async (host) => {
      expect(await connectTo(`${host}:443`)).toMatch(/ 200 /);
    },
  );

  it('refuses every other host and port, and says which', async () => {
    for (const target of ['news.example:443', 'notx.com:443', 'x.com.evil.example:443', 'x.com:80'])
      expect(await connectTo(target)).toMatch(/ 403 /);
    expect(sim.received.refused).toEqual(
      expect.arrayContaining(['news.example', 'notx.com', 'x.com.evil.example']),
    );
  });
});

describe('a page of x.com', () => {
  it('has a content security policy with a nonce of its own, which its scripts carry', async () => {
    const [one, two] = [await ask('x.com', '/home'), await ask('x.com', '/home')];
    const nonceOf = (answer: Answer) =>
      /'nonce-([^']+)'/.exec(String(answer.headers['content-security-policy']))?.[1];
    expect(nonceOf(one)).not.toBe(nonceOf(two));
    const scripts = one.body.match(/<script[^>]*>/g) ?? [];
    expect(scripts.length).toBe(2);
    expect(scripts.every((tag) => tag.includes(`nonce="${nonceOf(one)}"`))).toBe(true);
    expect(one.headers['content-security-policy']).toContain(
      "connect-src 'self' blob: https://api.x.com",
    );
    expect(String(one.headers['content-security-policy'])).not.toMatch(/script-src[^;]*unsafe/);
  });

  it('asks for its timeline by XHR in the first inline script', async () => {
    const { body } = await ask('x.com', '/search?q=%23polchat&f=live');
    const first = /<script[^>]*>([\s\S]*?)<\/script>/.exec(body)?.[1] ?? '';
    expect(first).toContain('new XMLHttpRequest');
    expect(first).toMatch(/\/i\/api\/graphql\/[\w-]+\/SearchTimeline/);
    expect(first).toContain('\\"rawQuery\\":\\"#polchat\\"');
  });

  it.each([
    ['light', 'rgb(255, 255, 255)', '#FFFFFF'],
    ['dim', 'rgb(21, 32, 43)', '#15202B'],
    ['dark', 'rgb(0, 0, 0)', '#000000'],
  ] as const)('wears its look %s on body and in theme-color', async (theme, rgb, hex) => {
    sim.set({ theme });
    const { body } = await ask('x.com', '/home');
    expect(body).toContain(`<body style="background-color: ${rgb};">`);
    expect(body).toContain(`<meta name="theme-color" content="${hex}" />`);
    sim.set({ theme: 'light' });
  });

  it('cannot be left by what a query says', async () => {
    const { body } = await ask(
      'x.com',
      `/search?q=${encodeURIComponent('</script><script>alert(1)</script>')}`,
    );
    expect(body).not.toContain('<script>alert');
  });

  it.each(['/login', '/i/flow/login', '/i/oauth2/authorize', '/settings/account'])(
    '%s has no app',
    async (path) => {
      const { body } = await ask('x.com', path);
      expect(body).not.toContain('main.js');
      expect(body).toContain('<main role="main">');
    },
  );

  it('has a text size on <html>', async () => {
    sim.set({ fontSize: 18 });
    expect((await ask('x.com', '/home')).body).toContain('font-size: 18px');
    sim.set({ fontSize: 15 });
  });

  it('has moved from twitter.com', async () => {
    const { status, headers } = await ask('twitter.com', '/home?a=1');
    expect([status, headers.location]).toEqual([301, 'https://x.com/home?a=1']);
  });
});

describe('an answer', () => {
  it('tells X’s clock and the rate limit', async () => {
    const { headers, status } = await search();
    expect(status).toBe(200);
    expect(headers.date).toBe(new Date(START + 30 * 60_000).toUTCString());
    expect(headers['x-rate-limit-limit']).toBe('50');
    expect(Number(headers['x-rate-limit-remaining'])).toBeLessThan(50);
    expect(Number(headers['x-rate-limit-reset'])).toBe((START + 45 * 60_000) / 1000);
  });

  it('is asked for by GET too, with variables in the address', async () => {
    const variables = encodeURIComponent(
      JSON.stringify({ focalTweetId: sim.director.find('q1')?.id }),
    );
    const { body } = await ask('x.com', `/i/api/graphql/abc/TweetDetail?variables=${variables}`);
    expect(body).toContain('threaded_conversation_with_injections_v2');
  });

  it.each([
    ['429', 429, /Rate limit exceeded/],
    ['500', 500, /Internal error/],
    ['html', 200, /^<!DOCTYPE html>/],
  ] as const)('fails as %s when told to', async (failing, status, pattern) => {
    sim.set({ failing });
    const answer = await search();
    sim.set({ failing: 'none' });
    expect([answer.status, pattern.test(answer.body)]).toEqual([status, true]);
  });

  it('comes half when told to', async () => {
    sim.set({ failing: 'half' });
    const { body } = await search();
    sim.set({ failing: 'none' });
    expect(body.length).toBeGreaterThan(1000);
    expect(() => JSON.parse(body)).toThrow();
  });

  it('is written down with what was asked', async () => {
    await search();
    expect(sim.received.requests.at(-1)).toMatchObject({
      method: 'POST',
      host: 'x.com',
      path: searchPath,
      operation: 'SearchTimeline',
      variables: { rawQuery: '#polchat' },
      status: 200,
    });
  });

  it('comes from api.x.com for x-web, open to x.com, its other headers hidden', async () => {
    const variables = encodeURIComponent(
      JSON.stringify({ rawQuery: '#polchat', product: 'Latest' }),
    );
    const { headers, body } = await ask(
      'api.x.com',
      `/graphql/abc/SearchTimeline?variables=${variables}`,
    );
    expect(headers['access-control-allow-origin']).toBe('https://x.com');
    expect(headers['access-control-expose-headers']).toBeUndefined();
    expect(body).toContain('"entry_id"');
    expect((await ask('api.x.com', '/graphql/abc/SearchTimeline', 'OPTIONS')).status).toBe(204);
  });

  it('has notifications in the old globalObjects form', async () => {
    const sent = await ask(
      'x.com',
      '/i/api/graphql/abc/CreateTweet',
      'POST',
      JSON.stringify({ variables: { tweet_text: 'Me too #polchat' } }),
    );
    const id = JSON.parse(sent.body).data.create_tweet.tweet_results.result.rest_id as string;
    const reply = sim.director.publish({ by: 'MegFarrowPR', text: 'And me', replyTo: id });
    const { globalObjects } = JSON.parse(
      (await ask('x.com', '/i/api/2/notifications/all.json')).body,
    );
    expect(globalObjects.tweets[reply].in_reply_to_status_id_str).toBe(id);
    expect(Object.values(globalObjects.users)).toContainEqual(
      expect.objectContaining({ screen_name: 'MegFarrowPR' }),
    );
  });

  it('to a block keeps that person’s posts away from then on', async () => {
    const one = sim.director.find('a1k')?.author;
    await ask('x.com', '/i/api/1.1/blocks/create.json', 'POST', `user_id=${one?.id}`);
    expect(sim.received.writes.at(-1)).toEqual({
      operation: 'blocks/create',
      variables: { user_id: one?.id },
    });
    expect((await search()).body).not.toContain('CustodyRay_normal');
  });
});

describe('pictures', () => {
  it.each([
    ['pbs.twimg.com', '/profile_images/1/MegFarrowPR_normal.svg'],
    ['pbs.twimg.com', '/media/12345.svg'],
    ['abs.twimg.com', '/emoji/v2/svg/1f44d.svg'],
  ])('%s%s is drawn here', async (host, path) => {
    const { headers, body } = await ask(host, path);
    expect(headers['content-type']).toBe('image/svg+xml');
    expect(body).toMatch(/^<svg /);
  });
});

describe('several simulators', () => {
  it('run side by side, each with its own world', async () => {
    const other = await startSimulator({ start: START, fromMinute: 1, paused: true });
    expect(other.httpsPort).not.toBe(sim.httpsPort);
    expect(other.director.find('q1')).toBeUndefined();
    expect(sim.director.find('q1')).toBeDefined();
    await other.close();
  });
});
